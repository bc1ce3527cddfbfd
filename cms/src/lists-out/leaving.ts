/** What is written down of a list that leaves the admin: who took it, which list it was, for whom and why. */
import type { Core } from '@strapi/strapi';
import { criteriaInWords, type CriteriaNames } from '../domain/contract/desk/criteria-in-words.ts';
import type { Editor } from '../domain/contract/desk/editor.ts';
import type { RecordCriteria } from '../domain/contract/desk/finding.ts';
import type { ReasonGiven, TakenRecords } from '../domain/contract/desk/lists-out.ts';
import { plural, typography } from '../domain/french.ts';
import { readQuestion } from '../domain/search/read-question.ts';
import { listDestinations, type ListDestination } from '../domain/vocabulary/list-destinations.ts';
import { listReasons } from '../domain/vocabulary/list-reasons.ts';
import { writeJournal } from '../entries/journal.ts';
import type { Seen } from '../finding/read-lists.ts';
import { Refused } from '../platform/http/refused.ts';

const words = {
  all: 'Toutes les fiches',
  hidden: '(une coordonnée)',
  explain: 'Dites en quelques mots pourquoi cette liste sort\u00a0: le journal le garde.',
};

/** Names of communes and themes, for who may read them. */
export function criteriaNames({ index, reader }: Seen): CriteriaNames {
  const nameIn = (uid: string) => (documentId: string) => {
    const found = index.byKey.get(`${uid} ${documentId}`);
    return found && reader.mayReadRecord(found) ? found.title : undefined;
  };
  return { commune: nameIn('api::commune.commune'), theme: nameIn('api::theme.theme') };
}

/** The filter in words. The journal keeps no number and no address that somebody looked for. */
export function filterInWords(criteria: RecordCriteria, names: CriteriaNames): string {
  const isPersonal = readQuestion(criteria.question).some(({ kind }) => kind !== 'word');
  const said = criteriaInWords(isPersonal ? { ...criteria, question: words.hidden } : criteria, names);
  return said === '' ? words.all : said;
}

/** @throws {Refused} « Autre raison » without a word of why */
export function checkReason({ reason, words: own }: ReasonGiven): void {
  if (reason === 'autre' && own === '')
    throw new Refused('invalid', words.explain, [{ path: 'words', message: words.explain }]);
}

export const reasonInWords = ({ reason, words: own }: ReasonGiven): string =>
  reason === 'autre' ? own : [listReasons.label(reason), own].filter(Boolean).join(typography(' : '));

export interface Leaving extends ReasonGiven {
  /** « Classeur Excel » */
  readonly what: string;
  readonly count: number;
  readonly taken: TakenRecords;
  readonly destination: ListDestination;
  /** Labels of the columns; none for what has no columns. */
  readonly columns: readonly string[];
}

/** Adds the line of the journal, before the file is handed over. */
export async function noteLeaving(strapi: Core.Strapi, seen: Seen, editor: Editor, leaving: Leaving): Promise<void> {
  const { what, count, taken, destination, columns } = leaving;
  const filter = filterInWords(taken.criteria, criteriaNames(seen));
  const parts = [
    `${what} : ${plural(count, 'fiche')}${taken.ticked === null ? '' : count < 2 ? ' choisie' : ' choisies une à une'}`,
    `pour : ${listDestinations.label(destination).toLowerCase()}`,
    `raison : ${reasonInWords(leaving)}`,
    `filtre : ${filter}`,
    columns.length === 0 ? '' : `colonnes : ${columns.join(', ')}`,
  ];
  await writeJournal(strapi, {
    who: editor.name,
    whoId: editor.id,
    act: 'liste téléchargée',
    subject: filter.slice(0, 255),
    note: typography(parts.filter(Boolean).join(' ; ')),
  });
}
