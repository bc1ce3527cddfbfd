/** What who sent an answer may still do with it: correct a proposed event, take back what waits, ask that an event be cancelled. */
import type { Core } from '@strapi/strapi';
import type { AnswerAct, EventProposal, OpenedEvent } from '../../domain/contract/associations/my-entry.ts';
import { dayOf } from '../../domain/dates.ts';
import { refusals } from '../../platform/http/refused.ts';
import { readAcceptedEvent } from '../../update/answers/proposals.ts';
import { discardLogo } from '../../update/answers/logo-file.ts';
import {
  findOwnAnswer,
  takeForDecision,
  updateSubmission,
  type Submission,
} from '../../update/answers/submission-store.ts';
import { mediaUrl } from '../my-entry/open-entry.ts';
import { previewOf } from '../my-entry/receive-logo.ts';
import { uploadOf } from '../my-entry/waiting-logos.ts';
import type { Manager } from './member.ts';

const ownerOf = ({ account, membership }: Manager) => ({
  sender: account.email,
  association: membership.associationId,
});

export const isCancellation = ({ kind, details }: Pick<Submission, 'kind' | 'details'>): boolean =>
  kind === 'événement' && details !== null && (details as EventProposal).cancelled;

const WITHDRAWN_KINDS: readonly Submission['kind'][] = ['événement', 'guide'];

/** The last day of an event as its form has it; empty when it has no date. */
const lastDayOf = ({ dates }: EventProposal): string =>
  dates.map(({ day, lastDay }) => lastDay || day).reduce((last, day) => (day > last ? day : last), '');

/**
 * What the sender may do with each of some answers, by id. Of an event that was accepted, the latest accepted answer stands for
 * all; while a correction of it waits, that one is what is corrected.
 * @param answers of one sender, the latest first
 */
export async function actsOf(
  strapi: Core.Strapi,
  answers: readonly Submission[],
  today: string = dayOf(new Date()),
): Promise<Map<string, AnswerAct[]>> {
  const acts = new Map<string, AnswerAct[]>();
  const seen = new Set<string>();
  for (const answer of answers) {
    const { documentId, kind, state, details, recordId } = answer;
    if (!WITHDRAWN_KINDS.includes(kind) || details === null) continue;
    if (state === 'à relire') {
      acts.set(documentId, kind === 'événement' && !isCancellation(answer) ? ['correct', 'withdraw'] : ['withdraw']);
      if (recordId !== null) seen.add(recordId);
    } else if (kind === 'événement' && state === 'refusée' && recordId === null) {
      acts.set(documentId, ['correct']);
    } else if (kind === 'événement' && state === 'acceptée' && recordId !== null && !seen.has(recordId)) {
      seen.add(recordId);
      const event = await readAcceptedEvent(strapi, recordId);
      if (event && !event.proposal.cancelled && lastDayOf(event.proposal) >= today)
        acts.set(documentId, ['correct', 'cancel']);
    }
  }
  return acts;
}

/**
 * What an own answer about an event says today: of one that was accepted, the event as it stands.
 * @throws {Refused} when it is not this manager's, or cannot be corrected
 */
export async function openOwnEvent(strapi: Core.Strapi, manager: Manager, answer: string): Promise<OpenedEvent> {
  const submission = await findOwnAnswer(strapi, answer, ownerOf(manager));
  const { kind, state, details, recordId } = submission;
  if (kind !== 'événement' || details === null || state === 'remplacée' || state === 'retirée')
    throw refusals.notCorrectable();
  const event = details as EventProposal;
  if (state === 'acceptée') {
    const accepted = recordId === null ? null : await readAcceptedEvent(strapi, recordId);
    if (!accepted) throw recordId === null ? refusals.notCorrectable() : refusals.eventGone();
    const { proposal, imageUrl } = accepted;
    return { event: proposal, pictureUrl: imageUrl && mediaUrl(imageUrl), accepted: true };
  }
  const present = recordId === null ? null : ((await readAcceptedEvent(strapi, recordId))?.imageUrl ?? null);
  if (event.picture.choice === 'keep')
    return { event, pictureUrl: present && mediaUrl(present), accepted: recordId !== null };
  // The file of a refused answer was erased with the decision.
  const upload = event.picture.choice === 'new' && (await isThere(event, manager)) ? submission.logoFile : null;
  const preview = upload === null ? null : await previewOf(upload);
  return {
    event: { ...event, picture: preview === null ? { choice: present ? 'keep' : 'none' } : event.picture },
    pictureUrl: preview ?? (present && mediaUrl(present)),
    accepted: recordId !== null,
  };
}

const isThere = ({ picture }: EventProposal, { membership }: Manager): Promise<boolean> =>
  uploadOf(picture, membership.associationId).then(
    (key) => key !== null,
    () => false,
  );

/**
 * Takes an own proposal back that nobody decided about yet. It is kept as such, and nobody reads it any more.
 * @throws {Refused}
 */
export async function withdrawOwnAnswer(strapi: Core.Strapi, manager: Manager, answer: string): Promise<void> {
  const withdrawn = await strapi.db.transaction(async () => {
    const { kind, state } = await findOwnAnswer(strapi, answer, ownerOf(manager));
    if (state !== 'à relire' || !WITHDRAWN_KINDS.includes(kind)) throw refusals.notWithdrawable();
    const submission = await takeForDecision(strapi, answer);
    await updateSubmission(strapi, submission.id, { state: 'retirée', decidedAt: new Date(), logoFile: null });
    return submission;
  });
  await discardLogo(withdrawn.logoFile);
}

/** The event of an accepted answer, as an answer that asks to announce that it will not take place. @throws {Refused} */
export async function cancellationOf(strapi: Core.Strapi, manager: Manager, answer: string): Promise<EventProposal> {
  const { event, accepted } = await openOwnEvent(strapi, manager, answer);
  if (!accepted) throw refusals.notCorrectable();
  return { ...event, picture: event.picture.choice === 'new' ? { choice: 'keep' } : event.picture, cancelled: true };
}
