import { Button } from '@strapi/design-system';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { words } from './duplicates-words.ts';

interface UndoMergeProps {
  title: string;
  size: 'S' | 'L';
  underWay: boolean;
  onUndo: () => Promise<void>;
}

/** Asks, and undoes. */
export const UndoMerge = ({ title, size, underWay, onUndo }: UndoMergeProps) => (
  <ConfirmAct
    title={words.undoTitle}
    meaning={words.undoMeaning}
    label={words.undo}
    variant="danger-light"
    onConfirm={onUndo}
  >
    <Button variant="tertiary" size={size} loading={underWay} aria-label={`${words.undo}\u00a0: ${title}`}>
      {words.undo}
    </Button>
  </ConfirmAct>
);
