/** What the desk shows: the queue, and one answer side by side with what is published. */
import type { Core } from '@strapi/strapi';
import type { EventProposal, GuideProposal } from '../domain/contract/my-entry.ts';
import type { Desk, FieldDifference, OpenAnswer, QueuedAnswer } from '../domain/contract/review.ts';
import { dayOf, formatDay, formatWeekday } from '../domain/dates.ts';
import { checkEntry } from '../domain/entry/check-entry.ts';
import { changedFields, entryFieldLabels, type EntryField } from '../domain/entry/difference.ts';
import { fieldInWords, type EntryNames } from '../domain/entry/entry-in-words.ts';
import type { EntryForm } from '../domain/entry/entry-form.ts';
import { formatClock } from '../domain/slots.ts';
import { broughtBack } from '../withdrawals/brought-back.ts';
import { labelsOf } from './answer-letters.ts';
import { refusals } from './answer-refused.ts';
import { NO_VERSION, proposedEntry } from './decide-answer.ts';
import { namesOf, readChoices } from './entry-choices.ts';
import { readEntries, readEntry, type ReadEntry } from './entry-of-record.ts';
import { findLookAlikes } from './look-alikes.ts';
import { logoAsDataUrl } from './logo-file.ts';
import { allFields, faultsOfPublication, publishChanges, publishNew } from './publish-entry.ts';
import {
  findSubmission,
  isAboutEntry,
  updateSubmission,
  waitingSubmissions,
  type Editor,
  type Submission,
} from './submission-store.ts';

/** After this, whoever opened an answer has most likely gone on to something else. */
const OPEN_FOR_MS = 10 * 60_000;

/** The other editor who has it open. */
function openedByOther({ openedBy, openedById, openedAt }: Submission, editor: Editor, now: Date): string | null {
  if (!openedBy || !openedAt || openedById === editor.id) return null;
  return now.getTime() - new Date(openedAt).getTime() < OPEN_FOR_MS ? openedBy : null;
}

const orNull = (text: string | undefined | null): string | null => (text?.trim() ? text.trim() : null);

function toQueued(submission: Submission, commune: string | null, editor: Editor, now: Date): QueuedAnswer {
  return {
    id: submission.documentId,
    kind: submission.kind,
    state: submission.state,
    channel: submission.channel,
    title: submission.title,
    association: submission.associationId,
    commune: orNull(commune),
    sentAt: new Date(submission.sentAt).toISOString(),
    changes: labelsOf(submission.changes),
    openedBy: openedByOther(submission, editor, now),
  };
}

const communeOf = (submission: Submission, current: ReadEntry | undefined): string | null =>
  current?.entry.commune ??
  submission.entry?.commune ??
  (submission.details as { commune?: string | null } | null)?.commune ??
  null;

/** Everything that waits, the oldest first. */
export async function readDesk(strapi: Core.Strapi, editor: Editor, now: Date = new Date()): Promise<Desk> {
  const waiting = await waitingSubmissions(strapi);
  const [entries, choices] = await Promise.all([
    readEntries(strapi, [...new Set(waiting.flatMap(({ associationId }) => associationId ?? []))]),
    readChoices(strapi),
  ]);
  const names = namesOf(choices);
  const count = (...kinds: Submission['kind'][]) => waiting.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    answers: waiting.map((submission) => {
      const commune = communeOf(submission, entries.get(submission.associationId ?? ''));
      return toQueued(submission, commune === null ? null : (names.commune(commune) ?? null), editor, now);
    }),
    counts: {
      unchanged: count('rien n’a changé'),
      changed: count('modification'),
      new: count('nouvelle association'),
      proposals: count('événement', 'guide'),
    },
  };
}

/** What `after` changes of `before`, and what of it had moved since `base`. */
export function differencesInWords(
  before: EntryForm | null,
  after: EntryForm,
  base: EntryForm | null,
  names: EntryNames,
): FieldDifference[] {
  const moved = new Set(before && base ? changedFields(base, before) : []);
  const fields: readonly EntryField[] = before
    ? allFields.filter((field) => moved.has(field) || changedFields(before, after).includes(field))
    : allFields.filter((field) => fieldInWords(after, field, names).length > 0);
  return fields.map((field) => ({
    field,
    label: entryFieldLabels[field],
    before: before ? fieldInWords(before, field, names) : [],
    after: fieldInWords(after, field, names),
    conflict: base && moved.has(field) ? fieldInWords(base, field, names) : null,
  }));
}

const proposalLabels = {
  title: 'Titre',
  kind: 'Nature',
  summary: 'En bref',
  day: 'Date',
  hours: 'Heures',
  place: 'Lieu',
  commune: 'Commune',
  price: 'Tarif',
  contact: 'Contact',
  text: 'Texte',
  free: 'Gratuit',
};

const clock = (time: string): string => (/^\d\d:\d\d$/.test(time) ? formatClock(time) : time);

/** A proposed event or guide, line by line: there is nothing published to compare it with. */
function proposalInWords({ kind, details }: Submission, names: EntryNames): FieldDifference[] {
  const lines: [keyof typeof proposalLabels, string][] = [];
  if (kind === 'événement') {
    const event = details as EventProposal;
    const hours = [event.begin, event.end].filter(Boolean).map(clock).join('\u00a0–\u00a0');
    lines.push(['title', event.title], ['kind', event.kind], ['day', formatWeekday(event.day)], ['hours', hours]);
    lines.push(['place', event.place], ['commune', event.commune ? (names.commune(event.commune) ?? '') : '']);
    lines.push(
      ['price', event.free ? proposalLabels.free : event.price],
      ['contact', event.contact],
      ['summary', event.summary],
    );
  } else {
    const guide = details as GuideProposal;
    lines.push(
      ['title', guide.title],
      ['kind', guide.kind],
      ['place', guide.place],
      ['summary', guide.summary],
      ['text', guide.text],
    );
  }
  return lines
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({
      field,
      label: proposalLabels[field],
      before: [],
      after: value.split('\n').filter((line) => line.trim() !== ''),
      conflict: null,
    }));
}

const words = {
  looksLike: (name: string, commune: string | null, why: 'rna' | 'name') =>
    why === 'rna'
      ? `Ce numéro RNA est déjà celui de «\u00a0${name}\u00a0».`
      : `Ressemble à «\u00a0${name}\u00a0»${commune ? ` (${commune})` : ''}, déjà dans l’annuaire.`,
  withdrew: (contact: string, day: string) =>
    `${contact || 'Un contact'} a demandé le ${day} à ne plus paraître, et cette réponse coche à nouveau ses cases\u00a0: vérifiez son accord avant d’accepter.`,
};

type Compared = Pick<OpenAnswer, 'differences' | 'entry' | 'version' | 'faults'>;

async function compareEntry(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  const current = await readEntry(strapi, submission.associationId ?? '');
  if (!current) throw refusals.gone();
  const entry = proposedEntry(submission, current);
  // A new logo is not in the media library before it is accepted: everything else can be tried out.
  const tried: EntryForm = { ...entry, logo: entry.logo.choice === 'new' ? current.entry.logo : entry.logo };
  const back = await broughtBack(strapi, current.record.documentId, current.entry, entry);
  return {
    differences: differencesInWords(current.entry, entry, submission.base, names),
    entry,
    version: current.version,
    faults: [
      ...(await faultsOfPublication(strapi, () => publishChanges(strapi, current, tried, submission, null))),
      ...back.map(({ contact: { name, role }, at }) => ({
        path: '',
        message: words.withdrew(name || role, formatDay(dayOf(at))),
      })),
    ],
  };
}

async function compareNew(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  const { entry } = submission;
  if (!entry) throw refusals.notUnderstood();
  const { rnaId = '' } = (submission.details ?? {}) as { rnaId?: string };
  const tried: EntryForm = { ...entry, logo: { choice: 'none' } };
  const [alike, refused] = [
    await findLookAlikes(strapi, { name: entry.name, rnaId, commune: entry.commune }),
    await faultsOfPublication(strapi, () => publishNew(strapi, tried, rnaId, submission, null)),
  ];
  const checked = checkEntry(entry, dayOf(new Date()));
  return {
    differences: differencesInWords(null, entry, null, names),
    entry,
    version: NO_VERSION,
    faults: [
      ...(checked.ok ? [] : checked.faults),
      ...refused,
      ...alike.map(({ name, commune, why }) => ({ path: '', message: words.looksLike(name, commune, why) })),
    ],
  };
}

function compare(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  if (isAboutEntry(submission.kind)) return compareEntry(strapi, submission, names);
  if (submission.kind === 'nouvelle association') return compareNew(strapi, submission, names);
  return Promise.resolve({
    differences: proposalInWords(submission, names),
    entry: null,
    version: NO_VERSION,
    faults: [],
  });
}

/**
 * Opens an answer: side by side with the entry as it is published now. The other editors see that it is open, for ten minutes;
 * opening it again renews that.
 *
 * @throws {AnswerRefused} when there is no such answer, or its association has left the site
 */
export async function openAnswer(
  strapi: Core.Strapi,
  id: string,
  editor: Editor,
  now: Date = new Date(),
): Promise<OpenAnswer> {
  const submission = await findSubmission(strapi, id);
  if (!submission) throw refusals.unknownAnswer();
  const other = openedByOther(submission, editor, now);
  if (other === null && submission.state === 'à relire') {
    await updateSubmission(strapi, submission.id, { openedBy: editor.name, openedById: editor.id, openedAt: now });
  }
  const names = namesOf(await readChoices(strapi));
  const compared = await compare(strapi, submission, names);
  const commune = compared.entry?.commune ?? communeOf(submission, undefined);
  return {
    answer: toQueued(submission, commune === null ? null : (names.commune(commune) ?? null), editor, now),
    ...compared,
    logo: submission.logoFile === null ? null : await logoAsDataUrl(submission.logoFile),
    sender: orNull(submission.sender),
  };
}
