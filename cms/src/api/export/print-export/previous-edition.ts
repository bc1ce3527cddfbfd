import type { EditionRow } from '../records/editions.ts';

type Dated = Pick<EditionRow, 'documentId' | 'stage' | 'frozenAt' | 'onlyCommunes' | 'onlyThemes'>;

/** What an edition covers: the sports extract is compared with the sports extract of the year before, not with the whole. */
function scopeOf({ onlyCommunes, onlyThemes }: Dated): string {
  const ids = (records: Dated['onlyCommunes'] | Dated['onlyThemes']) =>
    (records ?? []).map(({ documentId }) => documentId).sort();
  return JSON.stringify([ids(onlyCommunes), ids(onlyThemes)]);
}

const instant = ({ frozenAt }: Dated): number | null => (frozenAt ? new Date(frozenAt).getTime() : null);

/** The last edition of the same scope that was frozen before this one was (or is): its documentId, or null for the first. */
export function previousEdition(edition: Dated, all: readonly Dated[]): string | null {
  const limit = instant(edition) ?? Infinity;
  const scope = scopeOf(edition);
  let found: { id: string; at: number } | null = null;
  for (const one of all) {
    const at = instant(one);
    if (one.documentId === edition.documentId || one.stage !== 'figée' || at === null || at >= limit) continue;
    if (scopeOf(one) === scope && (found === null || at > found.at)) found = { id: one.documentId, at };
  }
  return found?.id ?? null;
}
