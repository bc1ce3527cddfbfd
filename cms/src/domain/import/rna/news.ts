/** What the register says of entries of the directory that an editor should look at: dissolved, moved, renamed. */
import { formatDay } from '../../dates.ts';
import { plainWords } from '../cells/words.ts';
import { formerIdsOf, type KnownAssociation } from '../match.ts';
import { idKey } from '../cells/register-ids.ts';
import type { KnownRecord } from './reading.ts';
import { splitSigle } from '../cells/recase.ts';

export interface RegisterNews {
  readonly kind: 'dissolved' | 'moved' | 'renamed';
  readonly documentId: string;
  readonly rnaId: string;
  /** As the entry has it. */
  readonly before: string;
  /** As the register has it. */
  readonly after: string;
}

const words = {
  active: 'Dans l’annuaire',
  dissolved: (day: string | null) => (day === null ? 'Dissoute' : `Dissoute le ${formatDay(day)}`),
  deleted: 'Supprimée du répertoire',
};

function newsOfOne(
  { documentId, form }: KnownAssociation,
  { id, position, title, commune, communeName, dissolvedOn }: KnownRecord,
  nameOfCommune: (documentId: string) => string | null,
): RegisterNews[] {
  const of = (kind: RegisterNews['kind'], before: string, after: string): RegisterNews => ({
    kind,
    documentId,
    rnaId: id,
    before,
    after,
  });
  if (position !== 'active')
    return [of('dissolved', words.active, position === 'deleted' ? words.deleted : words.dissolved(dissolvedOn))];
  const found: RegisterNews[] = [];
  if (form.commune !== null && form.commune !== commune && (commune !== null || communeName !== ''))
    found.push(of('moved', nameOfCommune(form.commune) ?? '', nameOfCommune(commune ?? '') ?? communeName));
  const own = plainWords(form.officialName);
  const isSame = own === '' || [title, splitSigle(title).title].some((name) => plainWords(name) === own);
  if (!isSame) found.push(of('renamed', form.officialName, title));
  return found;
}

export interface FoundNews {
  readonly news: readonly RegisterNews[];
  /** Entries that the file speaks of: what was said of them before and is not said any more is over. */
  readonly spokenOf: readonly string[];
}

/** @param known what the file says of numbers of the directory */
export function newsOf(
  known: readonly KnownRecord[],
  directory: readonly KnownAssociation[],
  nameOfCommune: (documentId: string) => string | null,
): FoundNews {
  const records = new Map(known.map((record) => [idKey(record.id), record]));
  const news: RegisterNews[] = [];
  const spokenOf: string[] = [];
  for (const association of directory) {
    const { form } = association;
    const record = [form.rnaId, ...formerIdsOf(form)]
      .map((id) => records.get(idKey(id)))
      .find((one) => one !== undefined);
    if (!record) continue;
    spokenOf.push(association.documentId);
    news.push(...newsOfOne(association, record, nameOfCommune));
  }
  return { news, spokenOf };
}
