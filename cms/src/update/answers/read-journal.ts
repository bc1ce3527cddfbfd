import type { Core } from '@strapi/strapi';
import type { FieldDifference, JournalLine } from '../../domain/contract/desk/review.ts';
import { entryFieldLabels } from '../../domain/entry/fields.ts';
import type { EntryNames } from '../../domain/entry/entry-in-words.ts';
import { journalActs, type JournalAct } from '../../domain/vocabulary/journal-acts.ts';
import { differencesInWords } from './desk.ts';
import { changesInWords } from '../../entries/changed-content.ts';
import { namesOf, readChoices } from '../../entries/entry-choices.ts';
import { allFields } from '../../entries/publish-entry.ts';
import { JOURNAL, readKeptStates, type KeptStates } from '../../entries/journal.ts';
import { mergedIntoAny } from '../../entries/merged-records.ts';
import { refusals } from '../../platform/http/refused.ts';

/** A line of the journal with the states that it keeps. */
export interface StoredLine extends KeptStates {
  readonly documentId: string;
  readonly at: string;
  readonly who: string;
  readonly act: JournalAct;
  readonly subject: string;
  readonly associationId: string | null;
  readonly note: string | null;
  readonly recordId: string | null;
}

interface LineRow extends Omit<StoredLine, keyof KeptStates> {
  readonly before: unknown;
  readonly after: unknown;
  readonly changes: unknown;
}

export const toStoredLine = (row: LineRow): StoredLine => ({ ...row, ...readKeptStates(row) });

/** One line; null when there is none. */
export async function findLine(strapi: Core.Strapi, documentId: string): Promise<StoredLine | null> {
  const row = (await strapi.db.query(JOURNAL).findOne({ where: { documentId } })) as LineRow | null;
  return row && toStoredLine(row);
}

const MOST = 200;

/** What can be undone: acts that replaced one published state by another. */
const UNDOABLE: readonly JournalAct[] = ['fiche modifiée', 'fiche rétablie'];
export const isRevertible = ({ act, associationId, before, recordId, changes }: StoredLine): boolean =>
  UNDOABLE.includes(act) && ((associationId !== null && before !== null) || (recordId !== null && changes !== null));

export const logoWords = {
  none: 'Aucun',
  before: 'Image d’avant',
  after: 'Nouvelle image',
  today: 'Image d’aujourd’hui',
};

/** A published entry only says whether it has a logo: which one it is stands beside it. */
function logoDifference({ before, after }: StoredLine): FieldDifference[] {
  if (!before || !after || before.logo === after.logo) return [];
  return [
    {
      field: 'logo',
      label: entryFieldLabels.logo,
      before: [before.logo === null ? logoWords.none : logoWords.before],
      after: [after.logo === null ? logoWords.none : logoWords.after],
      conflict: null,
    },
  ];
}

/** What the line's act changed, in the order of the form. */
function differencesOf(line: StoredLine, names: EntryNames): FieldDifference[] {
  if (line.act === 'fiche supprimée' && line.before)
    return differencesInWords(null, line.before.entry, null, names).map((said) => ({
      ...said,
      before: said.after,
      after: [],
    }));
  if (!line.after) return [];
  const changed = differencesInWords(line.before?.entry ?? null, line.after.entry, null, names);
  const rank = ({ field }: FieldDifference) => allFields.findIndex((one) => one === field);
  return [...(line.before ? changed.filter(({ field }) => field !== 'logo') : changed), ...logoDifference(line)].sort(
    (a, b) => rank(a) - rank(b),
  );
}

/** Whose lines are read: of an association, of any record, or all. */
export interface WhoseLines {
  readonly associationId?: string | undefined;
  readonly recordId?: string | undefined;
}

/** A line is written once: what was said of a record that is part of another by now is told with that one. */
async function whereOf(strapi: Core.Strapi, { associationId, recordId }: WhoseLines): Promise<object> {
  const documentId = associationId ?? recordId;
  if (documentId === undefined) return {};
  const ids = [documentId, ...(await mergedIntoAny(strapi.db.connection, documentId))];
  return { [associationId === undefined ? 'recordId' : 'associationId']: { $in: ids } };
}

/** The newest lines of the journal, of one association, of one record or of all. */
export async function readJournal(strapi: Core.Strapi, whose: WhoseLines): Promise<JournalLine[]> {
  const rows = (await strapi.db.query(JOURNAL).findMany({
    where: await whereOf(strapi, whose),
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    limit: MOST,
  })) as LineRow[];
  const names = namesOf(await readChoices(strapi));
  const lines = rows.map(toStoredLine);
  const changes = await changesInWords(
    strapi,
    lines.flatMap((line) => (line.changes ? [line.changes] : [])),
  );
  return lines.map((line) => toLine(line, names, (line.changes && changes.get(line.changes)) ?? []));
}

function toLine(line: StoredLine, names: EntryNames, changed: readonly FieldDifference[]): JournalLine {
  return {
    id: line.documentId,
    at: new Date(line.at).toISOString(),
    who: line.who,
    what: line.note ? `${journalActs.label(line.act)}\u00a0: ${line.note}` : journalActs.label(line.act),
    subject: line.subject,
    association: line.associationId,
    differences: [...differencesOf(line, names), ...changed],
    revertible: isRevertible(line),
    unreadable: line.unreadable ? refusals.unreadableLine().message : null,
  };
}
