import { EMAIL_LENGTH, errorReportForm, MESSAGE_LENGTH } from '../../domain/written-on-pages.ts';
import { PER_ADDRESS, pageForms } from '../../platform/http/limits.ts';
import { pageForm } from '../../platform/http/page-form.ts';
import type { PublicRoute } from '../../platform/http/public-routes.ts';
import { ErrorReport, takeErrorReport } from './take-report.ts';

/** For anybody: something is wrong in an entry. */
export const errorReportRoutes: readonly PublicRoute[] = [
  pageForm({
    path: errorReportForm.path,
    limits: pageForms('signaler', PER_ADDRESS.writing),
    shape: ErrorReport,
    title: 'Signaler une erreur',
    send: 'Envoyer',
    fields: [
      { name: 'message', label: 'Qu’est-ce qui ne va pas ?', type: 'area', maxLength: MESSAGE_LENGTH },
      {
        name: 'email',
        label: 'Votre adresse électronique, pour la réponse (facultatif)',
        type: 'email',
        maxLength: EMAIL_LENGTH,
      },
    ],
    hidden: ['association'],
    take: takeErrorReport,
  }),
];
