import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findCampaign, openCampaignRequest } from '../../../campaigns/request-store.ts';
import {
  EventProposal,
  GuideProposal,
  ManagerInvitation,
  ManagerRemoval,
  SpaceConfirmation,
  SpaceProposal,
  type Received,
} from '../../../domain/contract/my-entry.ts';
import { openEntry } from '../../../my-entry/open-entry.ts';
import { printedPicture } from '../../../my-entry/printed-picture.ts';
import { receiveLogo } from '../../../my-entry/receive-logo.ts';
import { logoOf } from '../../../my-entry/waiting-logos.ts';
import { doorRoute, pictureRoute, type DoorContext } from '../../../public-door/door-route.ts';
import { maskEmail } from '../../../public-door/masked.ts';
import { inviteManager, removeManager } from '../../../space/managers.ts';
import { managerOf, visitorOf, type Manager } from '../../../space/member.ts';
import { readSpace } from '../../../space/read-space.ts';
import { submitAnswer, type Answer } from '../../../submissions/submit-answer.ts';

const Nothing = z.strictObject({});

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Everything that an account writes is an answer that waits: about one association that it manages now, in its own name. */
  const submit = async (
    { account, membership }: Manager,
    answer: Pick<Answer, 'kind'> & Partial<Pick<Answer, 'entry' | 'version' | 'logoFile' | 'details'>>,
  ): Promise<Received> => ({
    received: await submitAnswer(strapi, {
      entry: null,
      version: '',
      logoFile: null,
      ...answer,
      channel: 'espace',
      association: membership.associationId,
      request: null,
      base: null,
      sender: account.email,
    }),
    receiptTo: maskEmail(account.email),
  });

  /** Who asks comes before what is asked: whoever manages nothing here does not learn what would have been understood. */
  const asManager =
    <S extends z.ZodType>(
      shape: S,
      status: number,
      answer: (question: z.output<S>, manager: Manager, ctx: DoorContext) => unknown,
    ) =>
    async (ctx: DoorContext): Promise<void> => {
      const manager = await managerOf(strapi, ctx);
      await doorRoute(shape, status, (question) => answer(question, manager, ctx))(ctx);
    };

  /** The campaign that asks this association now, if any. */
  const campaignFor = async ({ membership: { associationId } }: Manager) => {
    const request = await openCampaignRequest(strapi, { request: null, association: associationId });
    return request && findCampaign(strapi, request.campaignId);
  };

  return {
    /** `GET /api/espace` → Space. */
    async read(ctx: DoorContext): Promise<void> {
      const { account } = await visitorOf(strapi, ctx);
      ctx.body = await readSpace(strapi, account);
    },

    /** `POST …/ouvrir {}` → OpenedEntry. */
    open: asManager(Nothing, 200, async (_nothing, manager) =>
      openEntry(strapi, manager.membership.associationId, await campaignFor(manager), manager.membership.associationId),
    ),

    /** `POST …/apercu {}` → PNG of the entry as it is printed; 404 when no campaign prepares an edition. */
    async picture(ctx: DoorContext): Promise<void> {
      const manager = await managerOf(strapi, ctx);
      const campaign = await campaignFor(manager);
      await pictureRoute(Nothing, () => printedPicture(strapi, manager.membership.associationId, campaign))(ctx);
    },

    /** `POST …/confirmer` → Received. */
    confirm: asManager(SpaceConfirmation, 201, ({ version }, manager) =>
      submit(manager, { kind: 'rien n’a changé', version }),
    ),

    /** `POST …/proposer` → Received. 409 when the entry has changed since the form was opened. */
    propose: asManager(SpaceProposal, 201, async ({ version, entry }, manager) => {
      const logoFile = await logoOf(entry, manager.membership.associationId);
      return submit(manager, { kind: 'modification', version, entry, logoFile });
    }),

    /** `POST …/logo`, multipart (`file`) → ReceivedLogo. */
    logo: asManager(Nothing, 200, (_nothing, manager, ctx) => receiveLogo(ctx, manager.membership.associationId)),

    /** `POST …/evenement` and `POST …/guide` → Received. */
    event: asManager(EventProposal, 201, (details, manager) => submit(manager, { kind: 'événement', details })),
    guide: asManager(GuideProposal, 201, (details, manager) => submit(manager, { kind: 'guide', details })),

    /** `POST …/inviter` and `POST …/retirer` → Space. */
    invite: asManager(ManagerInvitation, 200, async ({ email }, manager) => {
      await inviteManager(strapi, manager, email);
      return readSpace(strapi, manager.account);
    }),
    remove: asManager(ManagerRemoval, 200, async ({ manager: documentId }, manager) => {
      await removeManager(strapi, manager, documentId);
      return readSpace(strapi, manager.account);
    }),
  };
};
