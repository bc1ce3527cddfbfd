import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { causeOf } from '../../domain/cause.ts';
import {
  Acceptance,
  type Accepted,
  type AcceptedTogether,
  Revert,
  type Desk,
  type FormerState,
  type JournalLine,
  type OpenAnswer,
  type Reverted,
  type StillOpen,
} from '../../domain/contract/desk/review.ts';
import { readJournal } from './read-journal.ts';
import { readFormerState, revertEntry } from './revert-entry.ts';
import { wakeDeployer } from '../../platform/deployer/publication.ts';
import { acceptUnchanged } from './accept-unchanged.ts';
import {
  mayDecide,
  adminRoute,
  bodyOf,
  editorOf,
  idOf,
  queryOf,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { Refused } from '../../platform/http/refused.ts';
import { acceptAnswer, refuseAnswer } from './decide-answer.ts';
import { DictatedAnswer } from '../../domain/contract/desk/campaign.ts';
import { answerByPhone, openForPhone } from './answer-by-phone.ts';
import { markOpen, openAnswer, readDesk } from './desk.ts';
import { readChoices } from '../../entries/entry-choices.ts';

/** Of one association, of one record, or of everything. */
const JournalQuestion = z.strictObject({
  association: z.string().max(64).optional(),
  record: z.string().max(64).optional(),
});
const Reason = z.strictObject({ reason: z.string().max(2000) });

/** Accepts; when the entry moved on in between, the refusal brings the difference as it is now (`current`, an OpenAnswer). */
async function accept(strapi: Core.Strapi, context: AdminContext): Promise<Accepted> {
  const id = idOf(context);
  const acceptance = bodyOf(context, Acceptance);
  try {
    const accepted = await acceptAnswer(strapi, id, acceptance, editorOf(context));
    await wakeDeployer();
    return accepted;
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'conflict') throw error;
    const current = await openAnswer(strapi, id, editorOf(context)).catch((failed: unknown) => {
      if (!(failed instanceof Refused))
        strapi.log.error(`desk: an answer could not be compared anew: ${causeOf(failed)}`);
      return null;
    });
    throw new Refused(error.code, error.message, error.faults, { current: current ?? undefined });
  }
}

/**
 * The desk and the journal:
 * `GET /trame/desk` (Desk) · `POST /trame/desk/accept-unchanged` (AcceptedTogether) · `GET /trame/desk/:id` (OpenAnswer) ·
 * `POST /trame/desk/:id/still-open` (StillOpen) ·
 * `POST /trame/desk/:id/accept` (Acceptance → Accepted; 409 with `current` when the entry moved on) ·
 * `POST /trame/desk/:id/refuse` ({ reason }) · `GET /trame/entry-choices` (EntryChoices, for retouching) · `GET /trame/journal?association=|record=` (JournalLine[]) ·
 * `GET /trame/journal/:id/former` (FormerState) · `POST /trame/journal/:id/revert` (Revert → Reverted) · `GET /trame/campaigns/:id/requests/:request/entry` ({ name, entry, version, choices }) ·
 * `POST …/requests/:request/answer-by-phone` (DictatedAnswer → SentAnswer).
 */
export function registerDeskRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/desk'], (context): Promise<Desk> =>
      readDesk(strapi, editorOf(context)),
    ),
    adminRoute(
      strapi,
      mayDecide,
      ['POST', '/trame/desk/accept-unchanged'],
      async (context): Promise<AcceptedTogether> => {
        const together = await acceptUnchanged(strapi, editorOf(context));
        if (together.accepted > 0) await wakeDeployer();
        return together;
      },
    ),
    adminRoute(strapi, mayDecide, ['GET', '/trame/desk/:id'], (context): Promise<OpenAnswer> =>
      openAnswer(strapi, idOf(context), editorOf(context)),
    ),
    adminRoute(strapi, mayDecide, ['POST', '/trame/desk/:id/still-open'], (context): Promise<StillOpen> =>
      markOpen(strapi, idOf(context), editorOf(context)),
    ),
    adminRoute(strapi, mayDecide, ['POST', '/trame/desk/:id/accept'], (context) => accept(strapi, context)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/desk/:id/refuse'], async (context) => {
      await refuseAnswer(strapi, idOf(context), bodyOf(context, Reason).reason, editorOf(context));
      return { refused: true };
    }),
    adminRoute(strapi, mayDecide, ['GET', '/trame/campaigns/:id/requests/:request/entry'], (context) =>
      openForPhone(strapi, idOf(context), idOf(context, 'request')),
    ),
    adminRoute(strapi, mayDecide, ['POST', '/trame/campaigns/:id/requests/:request/answer-by-phone'], (context) =>
      answerByPhone(strapi, idOf(context), idOf(context, 'request'), bodyOf(context, DictatedAnswer)),
    ),
    // Names of themes, audiences and communes: whoever may open an association needs them.
    adminRoute(strapi, { action: 'read', uid: mayDecide.uid }, ['GET', '/trame/entry-choices'], () =>
      readChoices(strapi),
    ),
    adminRoute(strapi, mayDecide, ['GET', '/trame/journal'], (context): Promise<JournalLine[]> => {
      const { association, record } = queryOf(context, JournalQuestion);
      return readJournal(strapi, { associationId: association || undefined, recordId: record || undefined });
    }),
    adminRoute(strapi, mayDecide, ['GET', '/trame/journal/:id/former'], (context): Promise<FormerState> =>
      readFormerState(strapi, idOf(context)),
    ),
    adminRoute(strapi, mayDecide, ['POST', '/trame/journal/:id/revert'], async (context): Promise<Reverted> => {
      const { fields } = bodyOf(context, Revert);
      const told = await revertEntry(strapi, idOf(context), editorOf(context), fields);
      await wakeDeployer();
      return { reverted: true, told: [...told] };
    }),
  ]);
}
