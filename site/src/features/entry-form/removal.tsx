import { useState } from 'preact/hooks';
import { words } from './words.ts';

/** A removal that can be taken back: what was said, and how the list gets its row again. */
export interface Removal {
  readonly said: string;
  readonly undo: () => void;
}

export const undoId = (list: string): string => `annuler-${list}`;

/** The last removal of a list, until something else happens to it. */
export function useRemoval(): [Removal | null, (removal: Removal | null) => void] {
  return useState<Removal | null>(null);
}

/** Says what was removed, and offers it back. Always on the page, so that a screen reader hears it change. */
export function RemovalNotice({
  list,
  removal,
  onDone,
}: {
  list: string;
  removal: Removal | null;
  onDone: () => void;
}) {
  return (
    <div class="removal" role="status">
      {removal && (
        <>
          <span>{removal.said}</span>
          <button
            id={undoId(list)}
            class="link-button"
            type="button"
            onClick={() => {
              removal.undo();
              onDone();
            }}
          >
            {words.activities.undo}
          </button>
        </>
      )}
    </div>
  );
}
