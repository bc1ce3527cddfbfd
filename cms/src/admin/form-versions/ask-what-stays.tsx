import { z } from 'zod';
import { FormConflict } from '../../domain/contract/desk/form-conflict.ts';
import { ConflictDialog, type Choices } from '../kit/conflict/conflict-dialog.tsx';
import { showOverPage, type Themes } from '../kit/show-over-page.tsx';

const Answer = z.object({ error: z.object({ details: FormConflict }) });

/** How an answer of a save is read, and how it is asked what stays. */
export const askingWhatStays = (themes: Themes) => ({
  conflictIn: async (response: Response): Promise<FormConflict | null> => {
    const parsed = Answer.safeParse(
      await response
        .clone()
        .json()
        .catch(() => null),
    );
    return parsed.success ? parsed.data.error.details : null;
  },
  ask: ({ conflicts }: FormConflict, publishes: boolean): Promise<Choices | null> =>
    showOverPage<Choices | null>(themes, (done) => (
      <ConflictDialog conflicts={conflicts} publishes={publishes} onChosen={done} onClose={() => done(null)} />
    )),
});
