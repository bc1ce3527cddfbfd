import type { Core } from '@strapi/strapi';
import { makeLinkToken } from '../../platform/links/link-token.ts';
import { hashOfCode } from '../../platform/links/typed-code.ts';
import {
  findRequestByHash,
  findRequestByToken,
  type Campaign,
  type LinkState,
  type UpdateRequest,
} from '../../update/campaigns/request-store.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';

/** What the link of a letter opens: the question put to one association, and to no other. */
export interface LinkVisit {
  readonly request: UpdateRequest;
  readonly campaign: Campaign;
}

const closedLinks: Readonly<Record<Exclude<LinkState, 'open'>, () => Refused>> = {
  // The same words for a link that never was and for one that was replaced or revoked: nobody learns which by trying.
  unknown: () =>
    new Refused(
      'link-unknown',
      'Ce lien ne fonctionne pas\u00a0: il a été coupé, ou remplacé par un autre. Rouvrez-le depuis la dernière lettre reçue.',
    ),
  expired: () =>
    new Refused('link-expired', 'Ce lien n’est plus valable\u00a0: sa date est passée. Écrivez à l’office.'),
  revoked: () => closedLinks.unknown(),
  closed: refusals.closed,
};

/** The token of the link whose letter says that code, open or not. @throws {Refused} when none does, or it was tried too often */
export async function tokenOfCode(strapi: Core.Strapi, code: string): Promise<string> {
  const request = await findRequestByHash(strapi, await hashOfCode(strapi, 'ma-fiche', code));
  if (!request) throw closedLinks.unknown();
  return makeLinkToken('ma-fiche', request.documentId, request.generation);
}

/**
 * Opens the link that a token is of; reads, and changes nothing.
 * @throws {Refused} for a token that nobody was sent, that was replaced or revoked, whose day has passed or whose
 *   campaign is closed
 */
export async function openLink(strapi: Core.Strapi, token: string): Promise<LinkVisit> {
  const { state, request, campaign } = await findRequestByToken(strapi, token);
  if (state !== 'open') throw closedLinks[state]();
  if (!request || !campaign) throw closedLinks.unknown();
  return { request, campaign };
}
