import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../environment.ts';
import { mayDecide, adminRoute, bodyOf, registerAdminRoutes } from '../platform/http/admin-route.ts';
import { takeBounce } from './bounces.ts';
import type { BounceAnswer } from '../domain/contract/mail-bounce.ts';
import {
  SeeLetters,
  SendAgain,
  type MailReport,
  type SeenLetters,
  type SentAgain,
} from '../domain/contract/desk/mail-report.ts';
import { causeOf } from '../domain/cause.ts';
import { Refused, refusals } from '../platform/http/refused.ts';
import { markSeen } from '../platform/mail/letter-returns.ts';
import { readMailReport } from './mail-service.ts';
import { sendAgain } from '../platform/mail/outbox.ts';

type Context = Parameters<Core.ControllerHandler>[0];

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

const bounceRefusals = {
  token: () =>
    new Refused(
      'forbidden',
      'Ce retour n’est pas pris\u00a0: TRAME_BOUNCE_TOKEN manque, ou n’est pas celui du serveur d’édition.',
      [],
      { status: 401 },
    ),
  wrongType: () =>
    new Refused(
      'invalid',
      'Un retour s’envoie tel qu’il est arrivé, avec «\u00a0Content-Type: message/rfc822\u00a0».',
      [],
      { status: 415 },
    ),
  tooLarge: () =>
    new Refused(
      'too-large',
      `Ce message est trop lourd pour un retour\u00a0: ${LARGEST_BOUNCE_BYTES / 1024 / 1024}\u00a0Mo au plus. Transmettez-le sans les pièces jointes, ou corrigez la demande à la main.`,
    ),
  empty: () => new Refused('invalid', 'Le message est vide\u00a0: envoyez le retour tel qu’il est arrivé.'),
};

/** The message of a request. @throws {Refused} */
async function returnedMessage(ctx: Context): Promise<Buffer> {
  if (!mayReportBounces(ctx)) throw bounceRefusals.token();
  if (!ctx.is('message/rfc822'))
    throw Number(ctx.get('content-length')) === 0 ? bounceRefusals.empty() : bounceRefusals.wrongType();
  const source = await readAll(ctx.req);
  if (!source) throw bounceRefusals.tooLarge();
  if (source.length === 0) throw bounceRefusals.empty();
  return source;
}

/**
 * - `GET /trame/mail` (MailReport), `POST /trame/mail/send-again` (SentAgain) and `POST /trame/mail/seen` (SeenLetters), for editors
 *   who may publish associations, as everything about campaigns: the report names people's addresses;
 * - `POST /api/mail/bounce`, for the mail server or `pnpm bounce`: a returned message as `message/rfc822`, with
 *   `Authorization: Bearer <TRAME_BOUNCE_TOKEN>`. 200 with what came of it (BounceAnswer), else a Refusal.
 *
 * Registered from code: Strapi makes every route under src/api a public one.
 */
export function registerMailRoutes(strapi: Core.Strapi): void {
  registerAdminRoutes(strapi, [
    adminRoute(strapi, mayDecide, ['GET', '/trame/mail'], (): Promise<MailReport> => readMailReport(strapi)),
    adminRoute(strapi, mayDecide, ['POST', '/trame/mail/send-again'], async (context): Promise<SentAgain> => ({
      queued: await sendAgain(strapi, bodyOf(context, SendAgain).keys),
    })),
    adminRoute(strapi, mayDecide, ['POST', '/trame/mail/seen'], async (context): Promise<SeenLetters> => ({
      seen: await markSeen(strapi.db.connection, bodyOf(context, SeeLetters).keys),
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
          ctx.set('Cache-Control', 'no-store');
          try {
            ctx.body = { result: await takeBounce(strapi, await returnedMessage(ctx)) } satisfies BounceAnswer;
          } catch (error) {
            const refused = error instanceof Refused ? error : refusals.broken(error);
            if (refused.cause !== undefined)
              strapi.log.error(`mail: a return was not taken: ${causeOf(refused.cause)}`);
            ctx.status = refused.status;
            ctx.body = refused.body;
          }
        },
      },
    ],
  });
}
