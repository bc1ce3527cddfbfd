import type { Core } from '@strapi/strapi';
import type { FieldDifference, JournalLine } from '../domain/contract/review.ts';
import { entryFieldLabels } from '../domain/entry/difference.ts';
import type { EntryNames } from '../domain/entry/entry-in-words.ts';
import { journalActs, type JournalAct } from '../domain/vocabulary/journal-acts.ts';
import { differencesInWords } from '../submissions/desk.ts';
import { namesOf, readChoices } from '../submissions/entry-choices.ts';
import { allFields } from '../submissions/publish-entry.ts';
import { JOURNAL, type KeptState } from './journal.ts';

export interface StoredLine {
  readonly documentId: string;
  readonly at: string;
  readonly who: string;
  readonly act: JournalAct;
  readonly subject: string;
  readonly associationId: string | null;
  readonly note: string | null;
  readonly before: KeptState | null;
  readonly after: KeptState | null;
}

const MOST = 200;

/** What can be undone: acts that replaced one published state by another. */
const UNDOABLE: readonly JournalAct[] = ['fiche modifiée', 'fiche rétablie'];
export const isRevertible = ({ act, associationId, before }: StoredLine): boolean =>
  UNDOABLE.includes(act) && associationId !== null && before !== null;

const logoWords = { none: 'Aucun', before: 'Image d’avant', after: 'Nouvelle image' };

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
  if (!line.after) return [];
  const changed = differencesInWords(line.before?.entry ?? null, line.after.entry, null, names);
  const rank = ({ field }: FieldDifference) => allFields.findIndex((one) => one === field);
  return [...(line.before ? changed.filter(({ field }) => field !== 'logo') : changed), ...logoDifference(line)].sort(
    (a, b) => rank(a) - rank(b),
  );
}

/** The newest lines of the journal, of one association or of all. */
export async function readJournal(strapi: Core.Strapi, associationId: string | null): Promise<JournalLine[]> {
  const lines = (await strapi.db.query(JOURNAL).findMany({
    where: associationId === null ? {} : { associationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    limit: MOST,
  })) as StoredLine[];
  const names = namesOf(await readChoices(strapi));
  return lines.map((line) => ({
    id: line.documentId,
    at: new Date(line.at).toISOString(),
    who: line.who,
    what: line.note ? `${journalActs.label(line.act)}\u00a0: ${line.note}` : journalActs.label(line.act),
    subject: line.subject,
    association: line.associationId,
    differences: differencesOf(line, names),
    revertible: isRevertible(line),
  }));
}
