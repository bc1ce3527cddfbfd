import type { Core } from '@strapi/strapi';
import { findRequestByToken, type Campaign, type LinkState, type UpdateRequest } from '../campaigns/request-store.ts';
import { AnswerRefused, refusals } from '../submissions/answer-refused.ts';

/** What the link of a letter opens: the question put to one association, and to no other. */
export interface LinkVisit {
  readonly request: UpdateRequest;
  readonly campaign: Campaign;
}

const closedLinks: Readonly<Record<Exclude<LinkState, 'open'>, () => AnswerRefused>> = {
  // The same words for a link that never was and for one that was replaced or revoked: nobody learns which by trying.
  unknown: () =>
    new AnswerRefused(
      'link-unknown',
      'Ce lien ne fonctionne pas\u00a0: il a été coupé, ou remplacé par un autre. Rouvrez-le depuis la dernière lettre reçue.',
    ),
  expired: () =>
    new AnswerRefused('link-expired', 'Ce lien n’est plus valable\u00a0: sa date est passée. Écrivez à l’office.'),
  revoked: () => closedLinks.unknown(),
  closed: refusals.closed,
};

/**
 * Opens the link that a token is of; reads, and changes nothing.
 * @throws {AnswerRefused} for a token that nobody was sent, that was replaced or revoked, whose day has passed or whose
 *   campaign is closed
 */
export async function openLink(strapi: Core.Strapi, token: string): Promise<LinkVisit> {
  const { state, request, campaign } = await findRequestByToken(strapi, token);
  if (state !== 'open') throw closedLinks[state]();
  if (!request || !campaign) throw closedLinks.unknown();
  return { request, campaign };
}
