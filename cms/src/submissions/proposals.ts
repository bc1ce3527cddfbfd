import type { Core } from '@strapi/strapi';
import type { EventProposal, GuideProposal } from '../domain/contract/my-entry.ts';
import { dayOf } from '../domain/dates.ts';
import { parseEmail } from '../domain/email.ts';
import { parisInstant } from '../domain/paris-instant.ts';
import { parsePhone } from '../domain/phone.ts';
import { eventKinds, type EventKind } from '../domain/vocabulary/event-kinds.ts';
import { parseWebAddress } from '../domain/web-address.ts';
import type { Submission } from './submission-store.ts';

/** A draft that an accepted proposal became. */
export interface ProposedDraft {
  readonly uid: 'api::event.event' | 'api::guide.guide';
  readonly documentId: string;
}

type Create = (given: { data: Record<string, unknown> }) => Promise<{ documentId: string }>;
const creator =
  (strapi: Core.Strapi, uid: ProposedDraft['uid']): Create =>
  (given) =>
    strapi.documents(uid).create(given as never);

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

/** A contact of the proposal as a way to register, if it can be read as one. */
function registrationOf(contact: string) {
  const readings = [
    ['courriel', parseEmail(contact)],
    ['téléphone', parsePhone(contact)],
    ['lien', contact.includes('.') ? parseWebAddress(contact) : { ok: false as const }],
  ] as const;
  const found = readings.find(([, reading]) => reading.ok);
  return contact.trim() !== '' && found ? [{ kind: found[0], value: contact.trim() }] : [];
}

async function createEvent(strapi: Core.Strapi, submission: Submission): Promise<ProposedDraft> {
  const proposal = submission.details as EventProposal;
  const kind = eventKinds.values.includes(proposal.kind as EventKind) ? proposal.kind : 'autre';
  const begin = isTime(proposal.begin) ? parisInstant(proposal.day, proposal.begin) : null;
  const end = isTime(proposal.end) ? parisInstant(proposal.day, proposal.end) : null;
  const commune = proposal.commune
    ? ((await strapi.db.query('api::commune.commune').findOne({ where: { documentId: proposal.commune } })) as {
        name: string;
      } | null)
    : null;
  const { documentId } = await creator(
    strapi,
    'api::event.event',
  )({
    data: {
      title: proposal.title,
      kind,
      state: 'prévu',
      summary: proposal.summary.slice(0, 400),
      description: proposal.summary.length > 400 ? proposal.summary : null,
      timings: begin === null ? [] : [{ begin, end: end !== null && end > begin ? end : null }],
      place: [proposal.place, commune?.name].filter(Boolean).join(', ') || null,
      organisers: submission.associationId === null ? [] : [submission.associationId],
      price: proposal.free ? null : proposal.price || null,
      free: proposal.free,
      registration: registrationOf(proposal.contact),
    },
  });
  return { uid: 'api::event.event', documentId };
}

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ type: 'paragraph', children: [{ type: 'text', text: paragraph }] }));

async function createGuide(strapi: Core.Strapi, submission: Submission): Promise<ProposedDraft> {
  const proposal = submission.details as GuideProposal;
  const { documentId } = await creator(
    strapi,
    'api::guide.guide',
  )({
    data: {
      title: proposal.title,
      kind: proposal.kind,
      date: dayOf(submission.sentAt),
      summary: proposal.summary,
      place: proposal.place || null,
      // Blocks hold text as text: nothing that was typed becomes markup.
      body: paragraphs(proposal.text),
      associations: submission.associationId === null ? [] : [submission.associationId],
    },
  });
  return { uid: 'api::guide.guide', documentId };
}

/** Makes a draft of a proposed event or guide, linked to its association, for an editor to finish. */
export const createProposedDraft = (strapi: Core.Strapi, submission: Submission): Promise<ProposedDraft> =>
  submission.kind === 'événement' ? createEvent(strapi, submission) : createGuide(strapi, submission);

/** A date and a place: what a reader of the agenda cannot do without. A guide always waits for an editor's eye. */
export function isComplete({ kind, details }: Submission): boolean {
  if (kind !== 'événement') return false;
  const { begin, place, commune } = details as EventProposal;
  return isTime(begin) && (place !== '' || commune !== null);
}
