import { useEffect, useRef } from 'preact/hooks';
import { words } from './words.ts';

/** What « Rien n’a changé » would put an end to. */
export interface Waiting {
  /** Changes that were sent and that nobody has read yet: when, and the names of what they change, where known. */
  readonly sent: { readonly when: string; readonly fields: string } | null;
  /** When something was typed last that was never sent. */
  readonly typed: string | null;
}

interface Props {
  /** Asks while there is something to lose; null closes. */
  readonly waiting: Waiting | null;
  readonly onKeep: () => void;
  readonly onAbandon: () => void;
}

/**
 * Asks whether one’s own changes may go. The dialog stays on the page while closed: the browser then gives the focus back to the
 * button that opened it. The focus begins on the answer that loses nothing, which Escape gives, too.
 */
export function AbandonDialog({ waiting, onKeep, onAbandon }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asks = waiting !== null;
  useEffect(() => {
    if (asks) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asks]);
  return (
    <dialog ref={dialog} class="ask" aria-labelledby="abandon" aria-describedby="abandon-perte" onClose={onKeep}>
      {waiting && (
        <>
          <h2 id="abandon">{waiting.sent ? words.abandon.titleSent : words.abandon.titleTyped}</h2>
          <div id="abandon-perte" class="flow">
            {waiting.sent && (
              <>
                <p>{words.abandon.sent(waiting.sent.when)}</p>
                {waiting.sent.fields && <p>{words.abandon.fields(waiting.sent.fields)}</p>}
              </>
            )}
            {waiting.typed && <p>{words.abandon.typed(waiting.typed)}</p>}
            <p>{words.abandon.lost}</p>
          </div>
          <div class="ask-answers">
            <button class="button" type="button" autofocus onClick={onKeep}>
              {words.abandon.keep}
            </button>
            <button class="button button--quiet" type="button" onClick={onAbandon}>
              {words.abandon.abandon}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
