import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { Acceptance } from '../domain/contract/review.ts';
import { readJournal } from '../journal/read-journal.ts';
import { revertEntry } from '../journal/revert-entry.ts';
import { wakeDeployer } from '../publication/deployer.ts';
import { acceptUnchanged } from './accept-unchanged.ts';
import { adminRoute, bodyOf, editorOf, idOf, Moved, registerAdminRoutes, type AdminContext } from './admin-context.ts';
import { AnswerRefused } from './answer-refused.ts';
import { acceptAnswer, refuseAnswer } from './decide-answer.ts';
import { openAnswer, readDesk } from './desk.ts';
import { readChoices } from './entry-choices.ts';

const Reason = z.strictObject({ reason: z.string().max(2000) });

/** Accepts; when the entry moved on in between, the refusal brings the difference as it is now (`current`, an OpenAnswer). */
async function accept(strapi: Core.Strapi, context: AdminContext) {
  const id = idOf(context);
  const acceptance = bodyOf(context, Acceptance);
  try {
    const accepted = await acceptAnswer(strapi, id, acceptance, editorOf(context));
    await wakeDeployer();
    return accepted;
  } catch (error) {
    if (!(error instanceof AnswerRefused) || error.code !== 'conflict') throw error;
    const current = await openAnswer(strapi, id, editorOf(context)).catch(() => null);
    throw new Moved(error, current);
  }
}

/**
 * The desk and the journal:
 * `GET /trame/desk` (Desk) · `POST /trame/desk/accept-unchanged` (AcceptedTogether) · `GET /trame/desk/:id` (OpenAnswer) ·
 * `POST /trame/desk/:id/accept` (Acceptance → Accepted; 409 with `current` when the entry moved on) ·
 * `POST /trame/desk/:id/refuse` ({ reason }) · `GET /trame/entry-choices` (EntryChoices, for retouching) · `GET /trame/journal?association=` (JournalLine[]) ·
 * `POST /trame/journal/:id/revert`.
 */
export function registerDeskRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'GET', '/trame/desk', (context) => readDesk(strapi, editorOf(context))),
    adminRoute(strapi, 'POST', '/trame/desk/accept-unchanged', async (context) => {
      const together = await acceptUnchanged(strapi, editorOf(context));
      if (together.accepted > 0) await wakeDeployer();
      return together;
    }),
    adminRoute(strapi, 'GET', '/trame/desk/:id', (context) => openAnswer(strapi, idOf(context), editorOf(context))),
    adminRoute(strapi, 'POST', '/trame/desk/:id/accept', (context) => accept(strapi, context)),
    adminRoute(strapi, 'POST', '/trame/desk/:id/refuse', async (context) => {
      await refuseAnswer(strapi, idOf(context), bodyOf(context, Reason).reason, editorOf(context));
      return { refused: true };
    }),
    adminRoute(strapi, 'GET', '/trame/entry-choices', () => readChoices(strapi)),
    adminRoute(strapi, 'GET', '/trame/journal', ({ query: { association } }) =>
      readJournal(strapi, typeof association === 'string' && association !== '' ? association : null),
    ),
    adminRoute(strapi, 'POST', '/trame/journal/:id/revert', async (context) => {
      await revertEntry(strapi, idOf(context), editorOf(context));
      await wakeDeployer();
      return { reverted: true };
    }),
  ]);
}
