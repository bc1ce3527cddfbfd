import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  mayDecide,
  adminRoute,
  editorOf,
  idOf,
  queryOf,
  registerAdminRoutes,
  type AdminContext,
} from '../../platform/http/admin-route.ts';
import { checkLetters, printLetters, type Choice } from './paper-letters.ts';

const Query = z.strictObject({
  /** documentIds of requests, with commas between; none: those that no e-mail reaches. */
  requests: z
    .string()
    .max(14_000)
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
  silent: z.enum(['0', '1']).default('0'),
});

/** @throws {Refused} */
function choiceOf(context: AdminContext): Choice {
  const { requests, silent } = queryOf(context, Query);
  return { requests, silent: silent === '1' };
}

/**
 * `GET /trame/campaigns/:id/letters.pdf[?requests=id,id][&silent=1]`: the letters on paper as a PDF, and with
 * `letters-check` in its place what to mend before they are printed (LettersCheck); for editors who may publish associations.
 */
export function registerPaperLetterRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/campaigns/:id/letters-check'], (context) =>
      checkLetters(strapi, idOf(context), choiceOf(context)),
    ),
    adminRoute(strapi, mayDecide, ['GET', '/trame/campaigns/:id/letters.pdf'], async (context) => {
      const { body } = await printLetters(strapi, idOf(context), choiceOf(context), editorOf(context));
      context.set('Content-Type', 'application/pdf');
      context.set('Content-Disposition', 'attachment; filename="lettres.pdf"');
      context.set('X-Content-Type-Options', 'nosniff');
      return body ? Readable.fromWeb(body) : '';
    }),
  ]);
}
