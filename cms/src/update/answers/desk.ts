/** What the desk shows: the queue, and one answer side by side with what is published. */
import type { Core } from '@strapi/strapi';
import type { EventProposal, GuideProposal } from '../../domain/contract/associations/my-entry.ts';
import type { Desk, FieldDifference, OpenAnswer, QueuedAnswer, StillOpen } from '../../domain/contract/desk/review.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import {
  changedEventFields,
  eventFieldInWords,
  eventFieldLabels,
  eventFields,
  type EventField,
} from '../../domain/event/event-proposal.ts';
import { checkEntry } from '../../domain/entry/check-entry.ts';
import { changedFields } from '../../domain/entry/difference.ts';
import { entryFieldLabels, labelOf, type EntryField } from '../../domain/entry/fields.ts';
import { fieldInWords, type EntryNames } from '../../domain/entry/entry-in-words.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import type { KeptErrorReport } from '../../domain/stored/proposals.ts';
import { legalForms } from '../../domain/vocabulary/legal-forms.ts';
import { declarationOf } from './declaration-of.ts';
import { broughtBack } from './brought-back.ts';
import { labelsOf } from './answer-letters.ts';
import { refusals } from '../../platform/http/refused.ts';
import { NO_VERSION, proposedEntry, proposedEvent } from './decide-answer.ts';
import { correctEvent, readAcceptedEvent } from './proposals.ts';
import { namesOf, readChoices } from '../../entries/entry-choices.ts';
import { readEntries, readEntry, type ReadEntry } from '../../entries/entry-of-record.ts';
import { findLookAlikes } from '../../entries/look-alikes.ts';
import { logoAsDataUrl } from './logo-file.ts';
import { allFields, faultsOfPublication, publishChanges, publishNew } from '../../entries/publish-entry.ts';
import {
  findSubmission,
  isAboutEntry,
  updateSubmission,
  waitingSubmissions,
  type Submission,
} from './submission-store.ts';
import type { Editor } from '../../domain/contract/desk/editor.ts';

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
    changes: labelsOf(submission.kind, submission.changes),
    openedBy: openedByOther(submission, editor, now),
    unreadable: submission.unreadable,
  };
}

const communeOf = (submission: Submission, current: ReadEntry | undefined): string | null =>
  current?.entry.commune ??
  submission.entry?.commune ??
  (submission.details && 'commune' in submission.details ? submission.details.commune : null);

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
      reports: count('signalement'),
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

const guideLabels = { title: 'Titre', kind: 'Nature', place: 'Lieu', summary: 'En bref', text: 'Texte' } as const;

/** A proposed guide, line by line: there is nothing published to compare it with. */
const guideInWords = (guide: GuideProposal): FieldDifference[] =>
  (Object.keys(guideLabels) as (keyof typeof guideLabels)[])
    .filter((field) => guide[field] !== '')
    .map((field) => ({
      field,
      label: guideLabels[field],
      before: [],
      after: guide[field].split('\n').filter((line) => line.trim() !== ''),
      conflict: null,
    }));

/** A proposed event line by line; a correction beside what the event says today, and only what it changes. */
function eventInWords(event: EventProposal, before: EventProposal | null, names: EntryNames): FieldDifference[] {
  const said = (one: EventProposal, field: EventField) => eventFieldInWords(one, field, names.commune);
  const fields = before
    ? changedEventFields(before, event)
    : eventFields.filter(
        (field) => (field !== 'picture' || event.picture.choice === 'new') && said(event, field).length > 0,
      );
  return fields.map((field) => ({
    field,
    label: eventFieldLabels[field],
    before: before ? said(before, field) : [],
    after: said(event, field),
    conflict: null,
  }));
}

const words = {
  report: 'Ce qui ne va pas',
  looksLike: (name: string, commune: string | null, why: 'rna' | 'name') =>
    why === 'rna'
      ? `Ce numéro RNA est déjà celui de «\u00a0${name}\u00a0».`
      : `Ressemble à «\u00a0${name}\u00a0»${commune ? ` (${commune})` : ''}, déjà dans l’annuaire.`,
  withdrew: (contact: string, day: string) =>
    `${contact || 'Un contact'} a demandé le ${day} à ne plus paraître, et cette réponse coche à nouveau ses cases\u00a0: vérifiez son accord avant d’accepter.`,
};

type Compared = Pick<OpenAnswer, 'differences' | 'entry' | 'event' | 'corrects' | 'version' | 'faults'>;
const ABOUT_ENTRY = { event: null, corrects: false } as const;

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
    ...ABOUT_ENTRY,
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

/** What a declaration says beside the form of an entry, for the editor to read. */
const toldBeside = (field: 'legalForm' | 'rnaId', value: string): FieldDifference[] =>
  value === '' ? [] : [{ field, label: labelOf(field), before: [], after: [value], conflict: null }];

async function compareNew(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  const { entry } = submission;
  if (!entry) throw refusals.notUnderstood();
  const declaration = declarationOf(submission);
  const { rnaId, legalForm } = declaration;
  const tried: EntryForm = { ...entry, logo: { choice: 'none' } };
  const [alike, refused] = [
    await findLookAlikes(strapi, { name: entry.name, rnaId, commune: entry.commune }),
    await faultsOfPublication(strapi, () => publishNew(strapi, tried, declaration, submission, null)),
  ];
  const checked = checkEntry(entry, dayOf(new Date()));
  return {
    differences: [
      ...differencesInWords(null, entry, null, names),
      ...toldBeside('legalForm', legalForm === null ? '' : legalForms.label(legalForm)),
      ...toldBeside('rnaId', rnaId),
    ],
    entry,
    ...ABOUT_ENTRY,
    version: NO_VERSION,
    faults: [
      ...(checked.ok ? [] : checked.faults),
      ...refused,
      ...alike.map(({ name, commune, why }) => ({ path: '', message: words.looksLike(name, commune, why) })),
    ],
  };
}

/** What is wrong, as it was written; nothing once it was erased after its time. */
function toldByReport({ details }: Submission): Compared {
  const text = (details as KeptErrorReport | null)?.text ?? '';
  return {
    differences:
      text === ''
        ? []
        : [{ field: 'text', label: words.report, before: [], after: text.split('\n').filter(Boolean), conflict: null }],
    entry: null,
    ...ABOUT_ENTRY,
    version: NO_VERSION,
    faults: [],
  };
}

function compare(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  if (isAboutEntry(submission.kind)) return compareEntry(strapi, submission, names);
  if (submission.kind === 'nouvelle association') return compareNew(strapi, submission, names);
  if (submission.kind === 'signalement') return Promise.resolve(toldByReport(submission));
  if (submission.kind === 'événement' && submission.details !== null) return compareEvent(strapi, submission, names);
  return Promise.resolve({
    differences: submission.details === null ? [] : guideInWords(submission.details as GuideProposal), // erased after its time
    entry: null,
    ...ABOUT_ENTRY,
    version: NO_VERSION,
    faults: [],
  });
}

async function compareEvent(strapi: Core.Strapi, submission: Submission, names: EntryNames): Promise<Compared> {
  const waits = submission.state === 'à relire';
  // What was decided is told as it was sent: the event has it by now.
  const current = submission.recordId === null || !waits ? null : await readAcceptedEvent(strapi, submission.recordId);
  if (waits && submission.recordId !== null && current === null) throw refusals.eventGone();
  const event = proposedEvent(submission, current);
  // A new poster is not in the media library before it is accepted: everything else can be tried out.
  const tried = changedEventFields(current?.proposal ?? event, event).filter((field) => field !== 'picture');
  return {
    differences: eventInWords(event, current?.proposal ?? null, names),
    entry: null,
    event,
    corrects: submission.recordId !== null && current !== null,
    version: current?.version ?? NO_VERSION,
    faults: current ? await faultsOfPublication(strapi, () => correctEvent(strapi, current, event, tried, null)) : [],
  };
}

/**
 * One answer, compared with what is published, as an acceptance would publish it. Only reads: who has it open is told by
 * `markOpen`.
 * @throws {Refused} when there is no such answer, or its association has left the site
 */
export async function openAnswer(
  strapi: Core.Strapi,
  id: string,
  editor: Editor,
  now: Date = new Date(),
): Promise<OpenAnswer> {
  const submission = await findSubmission(strapi, id);
  if (!submission) throw refusals.unknownAnswer();
  if (submission.unreadable !== null) {
    return {
      answer: toQueued(submission, null, editor, now),
      differences: [],
      entry: null,
      ...ABOUT_ENTRY,
      version: NO_VERSION,
      logo: null,
      sender: orNull(submission.sender),
      faults: [{ path: '', message: submission.unreadable }],
    };
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

/**
 * Tells the other editors that this one has an answer open, unless another had it first or it is decided.
 * @returns who that is, and where the answer stands
 * @throws {Refused} when there is no such answer
 */
export async function markOpen(
  strapi: Core.Strapi,
  id: string,
  editor: Editor,
  now: Date = new Date(),
): Promise<StillOpen> {
  const submission = await findSubmission(strapi, id);
  if (!submission) throw refusals.unknownAnswer();
  const openedBy = openedByOther(submission, editor, now);
  if (openedBy === null && submission.state === 'à relire' && submission.unreadable === null) {
    await updateSubmission(strapi, submission.id, { openedBy: editor.name, openedById: editor.id, openedAt: now });
  }
  return { state: submission.state, openedBy };
}
