import { alertForm, SEARCHED_LENGTH } from '../../domain/alerts.ts';
import { CodeQuestion, LinkQuestion } from '../../domain/contract/associations/my-entry.ts';
import { EMAIL_LENGTH } from '../../domain/written-on-pages.ts';
import { PER_ADDRESS, pageForms, shortQuestions } from '../../platform/http/limits.ts';
import { oneClickRoutes } from '../../platform/http/one-click.ts';
import { pageForm } from '../../platform/http/page-form.ts';
import { answering } from '../../platform/http/public-route.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { ALERT_ONE_CLICK_PATH } from '../../platform/links/alert-link.ts';
import { askAlert, AskedAlert } from './ask-alert.ts';
import { alertTokenOfCode, confirmAlert, openAlert, stopAlert } from './own-alert.ts';

const limits = shortQuestions('alerte', PER_ADDRESS.opening);

/** For anybody who wants the news of a search, and for who reads the letters. */
export const alertRoutes: readonly PublicRoute[] = [
  pageForm({
    path: alertForm.path,
    limits: pageForms('prevenez-moi', PER_ADDRESS.writing),
    shape: AskedAlert,
    title: 'Prévenez-moi',
    send: 'Recevoir le message de confirmation',
    fields: [
      {
        name: 'q',
        label: 'Votre recherche',
        type: 'text',
        maxLength: SEARCHED_LENGTH,
        isShown: ({ recherche }) => recherche === undefined || recherche === '',
      },
      { name: 'email', label: 'Votre adresse électronique', type: 'email', maxLength: EMAIL_LENGTH },
    ],
    hidden: ['recherche'],
    take: askAlert,
  }),
  {
    // LinkQuestion → OpenedAlert. Reads only: mail scanners open links.
    method: 'POST',
    path: '/api/alerte/ouvrir',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => openAlert(strapi, token)),
  },
  {
    // CodeQuestion → CodeAnswer
    method: 'POST',
    path: '/api/alerte/code',
    limits: shortQuestions('alerte, code', PER_ADDRESS.typing),
    handle: answering(CodeQuestion, 200, async (strapi, { code }) => ({ token: await alertTokenOfCode(strapi, code) })),
  },
  {
    // LinkQuestion → OpenedAlert
    method: 'POST',
    path: '/api/alerte/confirmer',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => confirmAlert(strapi, token)),
  },
  {
    // LinkQuestion → OpenedAlert
    method: 'POST',
    path: '/api/alerte/arreter',
    limits,
    handle: answering(LinkQuestion, 200, (strapi, { token }) => stopAlert(strapi, token)),
  },
  ...oneClickRoutes(ALERT_ONE_CLICK_PATH, 'alerte', stopAlert),
];
