import type { Core } from '@strapi/strapi';
import {
  CodeQuestion,
  Confirmation,
  LinkMessages,
  LinkNotice,
  LinkQuestion,
  Proposal,
  type Received,
} from '../../domain/contract/associations/my-entry.ts';
import { entryForms, logos, PER_ADDRESS, PER_PERSON, shortQuestions } from '../../platform/http/limits.ts';
import { holdToPace } from '../../platform/http/pace.ts';
import { maskEmail } from '../../platform/http/masked.ts';
import { answering, picturing } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { submitAnswer, type Answer } from '../../update/answers/submit-answer.ts';
import { setNotice, setTakesMessages } from './for-now.ts';
import { openLink, tokenOfCode, type LinkVisit } from './link-visit.ts';
import { openEntry } from './open-entry.ts';
import { printedPicture } from './printed-picture.ts';
import { receiveLogo } from './receive-logo.ts';
import { uploadOf } from './waiting-logos.ts';

/** Which association answers is the link's to say: no body names one. */
async function answer(
  strapi: Core.Strapi,
  { request }: LinkVisit,
  given: Pick<Answer, 'version' | 'entry' | 'logoFile'>,
): Promise<Received> {
  const received = await submitAnswer(strapi, {
    ...given,
    kind: given.entry === null ? 'rien n’a changé' : 'modification',
    channel: 'lien',
    association: request.associationId,
    request: request.documentId,
    base: null,
    sender: request.email,
  });
  return { received, receiptTo: request.email && maskEmail(request.email) };
}

/** What a link opens, no more often than a person would. */
async function visit(strapi: Core.Strapi, token: string, act: 'reading' | 'sending'): Promise<LinkVisit> {
  const opened = await openLink(strapi, token);
  await holdToPace(`ma-fiche, ${act} by one link`, opened.request.documentId, PER_PERSON[act]);
  return opened;
}

const reading = shortQuestions('ma-fiche, reading', PER_ADDRESS.reading);
const writing = entryForms('ma-fiche, answering', PER_ADDRESS.sending);
const deciding = shortQuestions('ma-fiche, deciding', PER_ADDRESS.sending);

/** For the person who holds the link of a letter. No account, no permission: the token in the body is the right. */
export const myEntryRoutes: readonly PublicRoute[] = [
  {
    // LinkQuestion → OpenedEntry. Reads only: a scanner that opens every link of a letter changes nothing.
    method: 'POST',
    path: '/api/ma-fiche/ouvrir',
    limits: reading,
    handle: answering(LinkQuestion, 200, async (strapi, { token }) => {
      const { request, campaign } = await visit(strapi, token, 'reading');
      return openEntry(strapi, request.associationId, campaign, request.documentId);
    }),
  },
  {
    // CodeQuestion → CodeAnswer
    method: 'POST',
    path: '/api/ma-fiche/code',
    limits: shortQuestions('ma-fiche, code', PER_ADDRESS.typing),
    handle: answering(CodeQuestion, 200, async (strapi, { code }) => ({ token: await tokenOfCode(strapi, code) })),
  },
  {
    // LinkQuestion → PNG of the entry as it is printed
    method: 'POST',
    path: '/api/ma-fiche/apercu',
    limits: reading,
    handle: picturing(LinkQuestion, async (strapi, { token }) => {
      const { request, campaign } = await visit(strapi, token, 'reading');
      return printedPicture(strapi, request.associationId, campaign);
    }),
  },
  {
    // Confirmation → Received: « Rien n’a changé »
    method: 'POST',
    path: '/api/ma-fiche/confirmer',
    limits: writing,
    handle: answering(Confirmation, 201, async (strapi, { token, version }) =>
      answer(strapi, await visit(strapi, token, 'sending'), { version, entry: null, logoFile: null }),
    ),
  },
  {
    // Proposal → Received; 409 when the entry has changed since the form was opened
    method: 'POST',
    path: '/api/ma-fiche/proposer',
    limits: writing,
    handle: answering(Proposal, 201, async (strapi, { token, version, entry }) => {
      const opened = await visit(strapi, token, 'sending');
      return answer(strapi, opened, {
        version,
        entry,
        logoFile: await uploadOf(entry.logo, opened.request.documentId),
      });
    }),
  },
  {
    // LinkNotice → ForNow
    method: 'POST',
    path: '/api/ma-fiche/avis',
    limits: deciding,
    handle: answering(LinkNotice, 200, async (strapi, { token, notice }) => {
      const { request } = await visit(strapi, token, 'sending');
      return setNotice(strapi, request.associationId, notice);
    }),
  },
  {
    // LinkMessages → ForNow
    method: 'POST',
    path: '/api/ma-fiche/messages',
    limits: deciding,
    handle: answering(LinkMessages, 200, async (strapi, { token, takesMessages }) => {
      const { request } = await visit(strapi, token, 'sending');
      return setTakesMessages(strapi, request.associationId, takesMessages);
    }),
  },
  {
    // multipart (`token`, `file`) → ReceivedLogo
    method: 'POST',
    path: '/api/ma-fiche/logo',
    limits: logos('ma-fiche, logo', PER_ADDRESS.picturing),
    handle: answering(LinkQuestion, 200, async (strapi, { token }, ctx) => {
      const { request } = await openLink(strapi, token);
      return receiveLogo(ctx, request.documentId);
    }),
  },
];
