import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';
import { adminRoute, editorOf, idOf, registerAdminRoutes } from '../submissions/admin-context.ts';
import { printLetters } from './paper-letters.ts';

const Query = z.strictObject({
  /** documentIds of requests, with commas between; none: those that no e-mail reaches. */
  requests: z
    .string()
    .max(14_000)
    .default('')
    .transform((list) => list.split(',').filter(Boolean)),
  silent: z.enum(['0', '1']).default('0'),
});

/**
 * `GET /trame/campaigns/:id/letters.pdf[?requests=id,id][&silent=1]`: the letters on paper as a PDF, for editors who may publish
 * associations. Refusals as everywhere on the campaign's page: `{ error: { code, message, faults } }`.
 */
export function registerPaperLetterRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'GET', '/trame/campaigns/:id/letters.pdf', async (context) => {
      const query = Query.safeParse(context.query);
      if (!query.success) throw new AnswerRefused('invalid', refusals.notUnderstood().message);
      const { requests, silent } = query.data;
      const { body } = await printLetters(
        strapi,
        idOf(context),
        { requests, silent: silent === '1' },
        editorOf(context),
      );
      context.set('Content-Type', 'application/pdf');
      context.set('Content-Disposition', 'attachment; filename="lettres.pdf"');
      context.set('X-Content-Type-Options', 'nosniff');
      return body ? Readable.fromWeb(body) : '';
    }),
  ]);
}
