import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { readEnvironment } from '../environment.ts';
import { adminRoute, bodyOf, registerAdminRoutes } from '../submissions/admin-context.ts';
import { takeBounce } from './bounces.ts';
import type { MailReport, SentAgain } from './mail-report.ts';
import { readMailReport } from './mail-service.ts';
import { sendAgain } from './outbox.ts';

type Context = Parameters<Core.ControllerHandler>[0];

const Keys = z.strictObject({ keys: z.array(z.string().min(1).max(300)).min(1).max(2000) });
const LARGEST_BOUNCE_BYTES = 2 * 1024 * 1024;

const digest = (text: string) => createHash('sha256').update(text).digest();

function mayReportBounces(ctx: Context): boolean {
  const token = readEnvironment().TRAME_BOUNCE_TOKEN;
  return token !== undefined && timingSafeEqual(digest(ctx.get('authorization')), digest(`Bearer ${token}`));
}

/** The body as it came. Null when it is too long; the rest is read and dropped, so that the answer arrives. */
async function readAll(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BOUNCE_BYTES) chunks.push(chunk);
    else if (size > LARGEST_BOUNCE_BYTES * 16) request.destroy();
  }
  return size > LARGEST_BOUNCE_BYTES ? null : Buffer.concat(chunks);
}

/**
 * - `GET /trame/mail` (MailReport) and `POST /trame/mail/send-again` (SentAgain), for editors who may publish associations, as
 *   everything about campaigns: the report names people's addresses;
 * - `POST /api/mail/bounce`, for the mail server or `pnpm bounce`: a returned message as `message/rfc822`, with
 *   `Authorization: Bearer <TRAME_BOUNCE_TOKEN>`. 200 with what came of it.
 *
 * Registered from code: Strapi makes every route under src/api a public one.
 */
export function registerMailRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, 'GET', '/trame/mail', (): Promise<MailReport> => readMailReport(strapi)),
    adminRoute(strapi, 'POST', '/trame/mail/send-again', async (context): Promise<SentAgain> => ({
      queued: await sendAgain(strapi, bodyOf(context, Keys).keys),
    })),
  ]);
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'POST',
        path: '/mail/bounce',
        info: { type: 'content-api' },
        config: { auth: false },
        async handler(ctx: Context) {
          if (!mayReportBounces(ctx)) {
            ctx.unauthorized();
            return;
          }
          if (!ctx.is('message/rfc822')) {
            ctx.status = 415;
            return;
          }
          const source = await readAll(ctx.req);
          if (!source) {
            ctx.status = 413;
            return;
          }
          ctx.body = { result: await takeBounce(strapi, source) };
        },
      },
    ],
  });
}
