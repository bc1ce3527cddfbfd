import type { Core } from '@strapi/strapi';
import type { EventProposal, GuideProposal } from '../../domain/contract/associations/my-entry.ts';
import { dayOf } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { EVENT_TEXTS, MOST_DATES } from '../../domain/event/limits.ts';
import { dateOf, timingOf, type EventField, type Timing } from '../../domain/event/event-proposal.ts';
import { formatPhone, phoneWithin } from '../../domain/phone.ts';
import { eventKinds, type EventKind } from '../../domain/vocabulary/event-kinds.ts';
import { parseWebAddress } from '../../domain/web-address.ts';
import { hasUnpublishedChanges } from '../../entries/drafts.ts';
import { refusals } from '../../platform/http/refused.ts';
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

const kindOf = ({ kind }: EventProposal): EventKind => eventKinds.values.find((value) => value === kind) ?? 'autre';

/** A contact of the proposal as a way to register, if it can be read as one. */
function registrationOf(contact: string) {
  const readings = [
    ['courriel', parseEmail(contact)],
    ['téléphone', phoneWithin(contact)],
    ['lien', contact.includes('.') ? parseWebAddress(contact) : { ok: false as const }],
  ] as const;
  const found = readings.find(([, reading]) => reading.ok);
  return contact.trim() !== '' && found ? [{ kind: found[0], value: contact.trim() }] : [];
}

/** A summary is as long as a page's can be; what is longer is told whole below it. */
const SUMMARY = 400;

const told = (summary: string) => ({
  summary: summary.slice(0, SUMMARY),
  description: summary.length > SUMMARY ? summary : null,
});

async function placeInWords(strapi: Core.Strapi, { place, commune }: EventProposal): Promise<string | null> {
  const found = commune
    ? ((await strapi.db.query('api::commune.commune').findOne({ where: { documentId: commune } })) as {
        name: string;
      } | null)
    : null;
  return [place, found?.name].filter(Boolean).join(', ') || null;
}

async function createEvent(
  strapi: Core.Strapi,
  submission: Submission,
  proposal: EventProposal,
  image: number | null,
): Promise<ProposedDraft> {
  const { documentId } = await creator(
    strapi,
    'api::event.event',
  )({
    data: {
      title: proposal.title,
      kind: kindOf(proposal),
      state: 'prévu',
      ...told(proposal.summary),
      timings: proposal.dates.map(timingOf),
      place: await placeInWords(strapi, proposal),
      organisers: submission.associationId === null ? [] : [submission.associationId],
      price: proposal.free ? null : proposal.price || null,
      free: proposal.free,
      registration: registrationOf(proposal.contact),
      image,
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

/**
 * Makes a draft of a proposed event or guide, linked to its association, for an editor to finish.
 * @param event the proposal as the editor retouched it, null as it was sent
 * @param image id of its poster in the media library
 */
export async function createProposedDraft(
  strapi: Core.Strapi,
  submission: Submission,
  event: EventProposal | null,
  image: number | null,
): Promise<ProposedDraft> {
  if (submission.details === null) throw refusals.unreadableAnswer();
  return submission.kind === 'événement'
    ? createEvent(strapi, submission, event ?? (submission.details as EventProposal), image)
    : createGuide(strapi, submission);
}

/** Dates with their hours and a place: what a reader of the agenda cannot do without. Several whole days need no hour. */
export const isComplete = ({ dates, place, commune }: EventProposal): boolean =>
  dates.every(({ day, lastDay, begin }) => begin !== '' || lastDay > day) && (place !== '' || commune !== null);

/** An accepted event, as its draft is: what the form shows, and what a correction leaves alone. */
export interface AcceptedEvent {
  readonly documentId: string;
  readonly proposal: EventProposal;
  /** Names this state of it. */
  readonly version: string;
  readonly imageUrl: string | null;
  readonly published: boolean;
  readonly row: EventRow;
}

interface EventRow {
  readonly title: string | null;
  readonly kind: string | null;
  readonly state: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly timings: readonly (Timing & Readonly<Record<'state' | 'newBegin' | 'newEnd', string | null>>)[] | null;
  readonly place: string | null;
  readonly price: string | null;
  readonly free: boolean | null;
  readonly venue: { readonly name: string | null; readonly commune: { readonly documentId: string } | null } | null;
  readonly registration: readonly { readonly kind: string | null; readonly value: string | null }[] | null;
  readonly image: { readonly url: string } | null;
  readonly updatedAt: string;
}

const EVENT = 'api::event.event';

/** What a long summary was made of, unless an editor has written a description of their own since. */
const wholeSummary = ({ summary, description }: EventRow): string =>
  summary?.length === SUMMARY && description?.startsWith(summary) ? description : (summary ?? '');

/** "Salle des fêtes, Cavignac" as the form asks it: the place, and the commune of the list. */
async function placeOfRow(
  strapi: Core.Strapi,
  { place, venue }: EventRow,
): Promise<Pick<EventProposal, 'place' | 'commune'>> {
  if (venue)
    return { place: [venue.name, place].filter(Boolean).join(', '), commune: venue.commune?.documentId ?? null };
  const communes = (await strapi.db.query('api::commune.commune').findMany({
    select: ['documentId', 'name'],
    where: { publishedAt: { $notNull: true } },
  })) as { documentId: string; name: string }[];
  const text = place ?? '';
  const found = communes.find(({ name }) => text === name || text.endsWith(`, ${name}`));
  return found
    ? { place: text.slice(0, -found.name.length).replace(/, $/, ''), commune: found.documentId }
    : { place: text, commune: null };
}

const contactOf = ({ registration }: EventRow): string => {
  const [way] = registration ?? [];
  return way?.kind === 'téléphone' ? formatPhone(way.value ?? '') : (way?.value ?? '');
};

const plainTiming = ({ begin, end, atMidnight, state, newBegin, newEnd }: NonNullable<EventRow['timings']>[number]) =>
  state === 'reporté' && newBegin ? { begin: newBegin, end: newEnd, atMidnight } : { begin, end, atMidnight };

/** The event that a proposal became; null when it is there no more. */
export async function readAcceptedEvent(strapi: Core.Strapi, documentId: string): Promise<AcceptedEvent | null> {
  const service = strapi.documents(EVENT) as unknown as { findOne(given: object): Promise<EventRow | null> };
  const row = await service.findOne({
    documentId,
    status: 'draft',
    populate: { timings: true, registration: true, image: true, venue: { populate: ['commune'] } },
  });
  if (!row) return null;
  const published = await strapi.db.query(EVENT).count({ where: { documentId, publishedAt: { $notNull: true } } });
  const { place, commune } = await placeOfRow(strapi, row);
  return {
    documentId,
    row,
    proposal: {
      title: row.title ?? '',
      kind: row.kind ?? 'autre',
      // An editor may have written more than the form holds: what the association leaves as it is, is not touched.
      summary: wholeSummary(row).slice(0, EVENT_TEXTS.summary),
      dates: (row.timings ?? []).slice(0, MOST_DATES).map((timing) => dateOf(plainTiming(timing))),
      place: place.slice(0, EVENT_TEXTS.place),
      commune,
      price: (row.price ?? '').slice(0, EVENT_TEXTS.price),
      free: row.free === true,
      contact: contactOf(row).slice(0, EVENT_TEXTS.contact),
      picture: { choice: row.image ? 'keep' : 'none' },
      cancelled: row.state === 'annulé',
    },
    version: new Date(row.updatedAt).toISOString(),
    imageUrl: row.image?.url ?? null,
    published: published > 0,
  };
}

/** The dates as they are stored: what was said of one that stays (that it is full, that it was moved) is not lost. */
const correctedTimings = ({ timings }: EventRow, { dates }: EventProposal) =>
  dates.map((date) => {
    const same = timings?.find((timing) => JSON.stringify(dateOf(plainTiming(timing))) === JSON.stringify(date));
    if (!same) return timingOf(date);
    const { begin, end, atMidnight, state, newBegin, newEnd } = same;
    return { begin, end, atMidnight, state, newBegin, newEnd };
  });

/** A description that an editor wrote stands; a summary that is longer than a page's comes before it. */
function correctedSummary(row: EventRow, { summary }: EventProposal) {
  const isOwn = row.description !== null && wholeSummary(row) !== row.description;
  const { description } = told(summary);
  if (!isOwn) return told(summary);
  return {
    summary: summary.slice(0, SUMMARY),
    description: [description, row.description].filter(Boolean).join('\n\n'),
  };
}

/**
 * Puts the corrected fields of a proposal into its event, and no other. One that is on the site is published again; one that
 * never was stays a draft.
 * @param image id of a new poster in the media library
 * @throws {Refused} when an editor's unpublished changes would be published along
 * @throws {ValidationError} of Strapi, when a rule of content refuses it
 */
export async function correctEvent(
  strapi: Core.Strapi,
  event: AcceptedEvent,
  proposal: EventProposal,
  fields: readonly EventField[],
  image: number | null,
): Promise<void> {
  const { documentId, row, published } = event;
  if (published && (await hasUnpublishedChanges(strapi, documentId, EVENT))) throw refusals.draft();
  const place = fields.includes('place') ? await placeInWords(strapi, proposal) : null;
  const data: Readonly<Record<EventField, () => object>> = {
    cancelled: () => ({ state: proposal.cancelled ? 'annulé' : 'prévu' }),
    title: () => ({ title: proposal.title }),
    kind: () => ({ kind: kindOf(proposal) }),
    summary: () => correctedSummary(row, proposal),
    dates: () => ({ timings: correctedTimings(row, proposal) }),
    place: () => ({ venue: null, place }),
    price: () => ({ price: proposal.free ? null : proposal.price || null, free: proposal.free }),
    contact: () => ({ registration: registrationOf(proposal.contact) }),
    picture: () => ({ image: proposal.picture.choice === 'new' ? image : null }),
  };
  const parts = fields.map((field) => data[field]());
  const service = strapi.documents(EVENT) as unknown as { update(given: object): Promise<unknown> };
  await service.update({
    documentId,
    ...(published ? { status: 'published' } : {}),
    data: Object.assign({}, ...parts) as object,
  });
}
