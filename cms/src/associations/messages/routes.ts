import { CodeQuestion, LinkQuestion, MessageAnswer } from '../../domain/contract/associations/my-entry.ts';
import { EMAIL_LENGTH, MESSAGE_LENGTH, messageForm, SENDER_NAME_LENGTH } from '../../domain/written-on-pages.ts';
import { entryForms, PER_ADDRESS, pageForms, shortQuestions } from '../../platform/http/limits.ts';
import { pageForm } from '../../platform/http/page-form.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { answerMessage, messageTokenOfCode, openMessage } from './answer-message.ts';
import { sendMessage, SentMessage } from './send-message.ts';

/** For anybody who writes to an association, and for the association, which answers by the link of the letter. */
export const messageRoutes: readonly PublicRoute[] = [
  pageForm({
    path: messageForm.path,
    limits: pageForms('ecrire', PER_ADDRESS.writing),
    shape: SentMessage,
    title: 'Écrire à l’association',
    send: 'Envoyer',
    fields: [
      { name: 'name', label: 'Votre nom', type: 'text', maxLength: SENDER_NAME_LENGTH },
      { name: 'email', label: 'Votre adresse électronique', type: 'email', maxLength: EMAIL_LENGTH },
      { name: 'message', label: 'Votre message', type: 'area', maxLength: MESSAGE_LENGTH },
    ],
    hidden: ['association'],
    take: sendMessage,
  }),
  {
    // LinkQuestion → OpenedMessage. Reads only: mail scanners open links.
    method: 'POST',
    path: '/api/repondre/ouvrir',
    limits: shortQuestions('repondre', PER_ADDRESS.opening),
    handle: answering(LinkQuestion, 200, (strapi, { token }) => openMessage(strapi, token)),
  },
  {
    // CodeQuestion → CodeAnswer
    method: 'POST',
    path: '/api/repondre/code',
    limits: shortQuestions('repondre, code', PER_ADDRESS.typing),
    handle: answering(CodeQuestion, 200, async (strapi, { code }) => ({
      token: await messageTokenOfCode(strapi, code),
    })),
  },
  {
    // MessageAnswer → OpenedMessage
    method: 'POST',
    path: '/api/repondre/envoyer',
    limits: entryForms('repondre, answering', PER_ADDRESS.sending),
    handle: answering(MessageAnswer, 200, (strapi, { token, answer }) => answerMessage(strapi, token, answer)),
  },
];
