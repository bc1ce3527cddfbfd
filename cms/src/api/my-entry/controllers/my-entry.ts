import type { Core } from '@strapi/strapi';
import {
  Confirmation,
  LinkQuestion,
  Proposal,
  type Received,
  type SentAnswer,
} from '../../../domain/contract/my-entry.ts';
import type { EntryForm } from '../../../domain/entry/entry-form.ts';
import { openLink, type LinkVisit } from '../../../my-entry/link-visit.ts';
import { openEntry } from '../../../my-entry/open-entry.ts';
import { printedPicture } from '../../../my-entry/printed-picture.ts';
import { receiveLogo } from '../../../my-entry/receive-logo.ts';
import { logoOf } from '../../../my-entry/waiting-logos.ts';
import { doorRoute, pictureRoute } from '../../../public-door/door-route.ts';
import { maskEmail } from '../../../public-door/masked.ts';
import { submitAnswer } from '../../../submissions/submit-answer.ts';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Which association answers is the link's to say: no body names one. */
  const answer = (
    { request }: LinkVisit,
    version: string,
    entry: EntryForm | null,
    logoFile: string | null,
  ): Promise<SentAnswer> =>
    submitAnswer(strapi, {
      kind: entry === null ? 'rien n’a changé' : 'modification',
      channel: 'lien',
      association: request.associationId,
      request: request.documentId,
      entry,
      base: null,
      version,
      sender: request.email,
      logoFile,
    });

  const received = (sent: SentAnswer, { request }: LinkVisit): Received => ({
    received: sent,
    receiptTo: request.email && maskEmail(request.email),
  });

  return {
    /** `POST /api/ma-fiche/ouvrir` → OpenedEntry. Reads only: whoever opens every link of a letter changes nothing. */
    open: doorRoute(LinkQuestion, 200, async ({ token }) => {
      const { request, campaign } = await openLink(strapi, token);
      return openEntry(strapi, request.associationId, campaign, request.documentId);
    }),

    /** `POST /api/ma-fiche/apercu` → PNG of the entry as it is printed. */
    picture: pictureRoute(LinkQuestion, async ({ token }) => {
      const { request, campaign } = await openLink(strapi, token);
      return printedPicture(strapi, request.associationId, campaign);
    }),

    /** `POST /api/ma-fiche/confirmer` → Received: « Rien n’a changé ». */
    confirm: doorRoute(Confirmation, 201, async ({ token, version }) => {
      const visit = await openLink(strapi, token);
      return received(await answer(visit, version, null, null), visit);
    }),

    /** `POST /api/ma-fiche/proposer` → Received. 409 when the entry has changed since the form was opened. */
    propose: doorRoute(Proposal, 201, async ({ token, version, entry }) => {
      const visit = await openLink(strapi, token);
      const logoFile = await logoOf(entry, visit.request.documentId);
      return received(await answer(visit, version, entry, logoFile), visit);
    }),

    /** `POST /api/ma-fiche/logo`, multipart (`token`, `file`) → ReceivedLogo. */
    logo: doorRoute(LinkQuestion, 200, async ({ token }, ctx) => {
      const { request } = await openLink(strapi, token);
      return receiveLogo(ctx, request.documentId);
    }),
  };
};
