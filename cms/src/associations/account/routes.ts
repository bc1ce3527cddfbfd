import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  AnswerQuestion,
  GuideProposal,
  ManagerInvitation,
  ManagerRemoval,
  SentEvent,
  SpaceConfirmation,
  SpaceMessages,
  SpaceNotice,
  SpaceProposal,
  type Received,
} from '../../domain/contract/associations/my-entry.ts';
import { entryForms, logos, PER_ADDRESS, PER_PERSON, shortQuestions } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { maskEmail } from '../../platform/http/masked.ts';
import { answering, picturing, type PublicContext, type PublicHandler } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { submitAnswer, type Answer } from '../../update/answers/submit-answer.ts';
import { findCampaign, openCampaignRequest } from '../../update/campaigns/request-store.ts';
import { setNotice, setTakesMessages } from '../my-entry/for-now.ts';
import { openEntry } from '../my-entry/open-entry.ts';
import { printedPicture } from '../my-entry/printed-picture.ts';
import { receiveLogo } from '../my-entry/receive-logo.ts';
import { uploadOf } from '../my-entry/waiting-logos.ts';
import { inviteManager, removeManager } from './managers.ts';
import { cancellationOf, openOwnEvent, withdrawOwnAnswer } from './own-answers.ts';
import { managerOf, visitorOf, type Manager, type Visitor } from './member.ts';
import { readSpace } from './read-account.ts';

const Nothing = z.strictObject({});

/** Everything that an account writes is an answer that waits: about one association that it manages now, in its own name. */
async function submit(
  strapi: Core.Strapi,
  { account, membership }: Manager,
  answer: Pick<Answer, 'kind'> & Partial<Pick<Answer, 'entry' | 'version' | 'logoFile' | 'details' | 'corrects'>>,
): Promise<Received> {
  const received = await submitAnswer(strapi, {
    entry: null,
    version: '',
    logoFile: null,
    ...answer,
    channel: 'espace',
    association: membership.associationId,
    request: null,
    base: null,
    sender: account.email,
  });
  return { received, receiptTo: maskEmail(account.email) };
}

/** One account, no more often than a person would. */
const holdAccount = ({ account }: Pick<Visitor, 'account'>, act: keyof typeof PER_PERSON): Promise<void> =>
  holdToPace(`espace, ${act} by one account`, String(account.id), PER_PERSON[act]);

/** The right is checked before the question: a visitor who manages nothing here does not learn what would be understood. */
const asManager =
  <S extends z.ZodType>(
    act: keyof typeof PER_PERSON,
    shape: S,
    status: number,
    answer: (strapi: Core.Strapi, question: z.output<S>, manager: Manager, ctx: PublicContext) => unknown,
  ): PublicHandler =>
  async (strapi, ctx) => {
    const manager = await managerOf(strapi, ctx);
    await holdAccount(manager, act);
    await answering(shape, status, (_, question) => answer(strapi, question, manager, ctx))(strapi, ctx);
  };

/** The campaign that asks this association now, if any. */
async function campaignFor(strapi: Core.Strapi, { membership: { associationId } }: Manager) {
  const request = await openCampaignRequest(strapi, { request: null, association: associationId });
  return request && findCampaign(strapi, request.campaignId);
}

const reading = shortQuestions('espace, reading', PER_ADDRESS.reading);
const writing = entryForms('espace, answering', PER_ADDRESS.sending);
const managing = shortQuestions('espace, managers', PER_ADDRESS.sending);

const ofAssociation = (path: string, limits: PublicRoute['limits'], handle: PublicHandler): PublicRoute => ({
  method: 'POST',
  path: `/api/espace/associations/:association/${path}`,
  limits,
  handle,
});

/** The pages of signed-in managers. The access token is checked by each handler (`member.ts`). */
export const accountRoutes: readonly PublicRoute[] = [
  {
    // → Space
    method: 'GET',
    path: '/api/espace',
    limits: shortQuestions('espace', PER_ADDRESS.reading),
    async handle(strapi, ctx) {
      const visitor = await visitorOf(strapi, ctx);
      await holdAccount(visitor, 'reading');
      ctx.body = await readSpace(strapi, visitor.account);
    },
  },

  // {} → OpenedEntry
  ofAssociation(
    'ouvrir',
    reading,
    asManager('reading', Nothing, 200, async (strapi, _nothing, manager) => {
      const { associationId } = manager.membership;
      return openEntry(strapi, associationId, await campaignFor(strapi, manager), associationId);
    }),
  ),

  // {} → PNG of the entry as it is printed; 404 when no edition is prepared
  ofAssociation('apercu', reading, async (strapi, ctx) => {
    const manager = await managerOf(strapi, ctx);
    await holdAccount(manager, 'reading');
    const campaign = await campaignFor(strapi, manager);
    await picturing(Nothing, () => printedPicture(strapi, manager.membership.associationId, campaign))(strapi, ctx);
  }),

  // SpaceConfirmation → Received
  ofAssociation(
    'confirmer',
    writing,
    asManager('sending', SpaceConfirmation, 201, (strapi, { version }, manager) =>
      submit(strapi, manager, { kind: 'rien n’a changé', version }),
    ),
  ),

  // SpaceProposal → Received; 409 when the entry has changed since the form was opened
  ofAssociation(
    'proposer',
    writing,
    asManager('sending', SpaceProposal, 201, async (strapi, { version, entry }, manager) => {
      const logoFile = await uploadOf(entry.logo, manager.membership.associationId);
      return submit(strapi, manager, { kind: 'modification', version, entry, logoFile });
    }),
  ),

  // SpaceNotice → ForNow
  ofAssociation(
    'avis',
    managing,
    asManager('sending', SpaceNotice, 200, (strapi, { notice }, { membership }) =>
      setNotice(strapi, membership.associationId, notice),
    ),
  ),

  // SpaceMessages → ForNow
  ofAssociation(
    'messages',
    managing,
    asManager('sending', SpaceMessages, 200, (strapi, { takesMessages }, { membership }) =>
      setTakesMessages(strapi, membership.associationId, takesMessages),
    ),
  ),

  // multipart (`file`) → ReceivedLogo
  ofAssociation(
    'logo',
    logos('espace, logo', PER_ADDRESS.picturing),
    asManager('sending', Nothing, 200, (_strapi, _nothing, manager, ctx) =>
      receiveLogo(ctx, manager.membership.associationId),
    ),
  ),

  // SentEvent → Received; 409 when what it corrects is no longer to be corrected
  ofAssociation(
    'evenement',
    writing,
    asManager('sending', SentEvent, 201, async (strapi, { corrects, ...details }, manager) =>
      submit(strapi, manager, {
        kind: 'événement',
        details,
        corrects,
        logoFile: await uploadOf(details.picture, manager.membership.associationId),
      }),
    ),
  ),

  // AnswerQuestion → OpenedEvent
  ofAssociation(
    'evenement/ouvrir',
    reading,
    asManager('reading', AnswerQuestion, 200, (strapi, { answer }, manager) => openOwnEvent(strapi, manager, answer)),
  ),

  // AnswerQuestion → Received: the cancellation of an accepted event waits like any other answer
  ofAssociation(
    'evenement/annuler',
    managing,
    asManager('sending', AnswerQuestion, 201, async (strapi, { answer }, manager) =>
      submit(strapi, manager, {
        kind: 'événement',
        details: await cancellationOf(strapi, manager, answer),
        corrects: answer,
      }),
    ),
  ),

  // AnswerQuestion → Space: a proposal that nobody decided about is taken back
  ofAssociation(
    'reprendre',
    managing,
    asManager('sending', AnswerQuestion, 200, async (strapi, { answer }, manager) => {
      await withdrawOwnAnswer(strapi, manager, answer);
      return readSpace(strapi, manager.account);
    }),
  ),

  // GuideProposal → Received
  ofAssociation(
    'guide',
    writing,
    asManager('sending', GuideProposal, 201, (strapi, details, manager) =>
      submit(strapi, manager, { kind: 'guide', details }),
    ),
  ),

  // ManagerInvitation → Space
  ofAssociation(
    'inviter',
    managing,
    asManager('managing', ManagerInvitation, 200, async (strapi, { email }, manager) => {
      await inviteManager(strapi, manager, email);
      return readSpace(strapi, manager.account);
    }),
  ),

  // ManagerRemoval → Space
  ofAssociation(
    'retirer',
    managing,
    asManager('managing', ManagerRemoval, 200, async (strapi, { manager: documentId }, manager) => {
      await removeManager(strapi, manager, documentId);
      return readSpace(strapi, manager.account);
    }),
  ),
];
