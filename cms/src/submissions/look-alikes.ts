import type { Core } from '@strapi/strapi';
import { withoutAccents } from '../domain/french.ts';
import { parseRnaId } from '../domain/rna.ts';

/** Words that half of all associations have in their name. */
const COMMON = new Set(
  'a asso association associations au aux comite club d de des du en et l la le les loisirs pour sur un une'.split(' '),
);

/** The words of a name that tell it apart: « Association Les Amis du Moulin » → amis, moulin. */
export function tellingWords(name: string): string[] {
  const words = withoutAccents(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !COMMON.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Two words are the same but for a plural or one slip of the finger. */
function alike(a: string, b: string): boolean {
  if (a === b || `${a}s` === b || a === `${b}s`) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const rest = Math.max(a.length, b.length) - start - end;
  return rest <= 1 || (rest === 2 && a.length === b.length && a[start] === b[start + 1] && a[start + 1] === b[start]);
}

/** 0 to 1: the share of telling words that two names have in common (Dice). */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [tellingWords(a), tellingWords(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const word of left) {
    const index = rest.findIndex((other) => alike(word, other));
    if (index >= 0) {
      rest.splice(index, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (left.length + right.length);
}

/** The same commune lets a weaker likeness count: « Judo Club » of two communes are two clubs. */
const ENOUGH = { sameCommune: 0.6, elsewhere: 0.85 };
const MOST = 8;

export interface LookAlike {
  readonly associationId: string;
  readonly name: string;
  readonly slug: string;
  readonly commune: string | null;
  readonly why: 'rna' | 'name';
}

interface Row {
  documentId: string;
  name: string | null;
  acronym: string | null;
  officialName: string | null;
  slug: string | null;
  rnaId: string | null;
  commune: { documentId: string; name: string } | null;
  communesOfActivity?: { documentId: string }[];
}

/**
 * Published associations that a declaration may be about: of the same RNA number, or of much the same name and commune.
 * Names and communes only; never a contact.
 */
export async function findLookAlikes(
  strapi: Core.Strapi,
  question: { readonly name: string; readonly rnaId: string; readonly commune: string | null },
): Promise<LookAlike[]> {
  const rows = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId', 'name', 'acronym', 'officialName', 'slug', 'rnaId'],
    where: { publishedAt: { $notNull: true } },
    populate: { commune: { select: ['documentId', 'name'] }, communesOfActivity: { select: ['documentId'] } },
  })) as Row[];
  const asked = parseRnaId(question.rnaId);
  const rnaId = question.rnaId.trim() !== '' && asked.ok ? asked.value : null;

  const scored = rows.flatMap((row) => {
    const names = [row.name, row.officialName, row.acronym].filter((name): name is string => Boolean(name));
    const likeness = Math.max(0, ...names.map((name) => nameLikeness(question.name, name)));
    const near =
      question.commune !== null &&
      [row.commune?.documentId, ...(row.communesOfActivity ?? []).map(({ documentId }) => documentId)].includes(
        question.commune,
      );
    const isSame = rnaId !== null && row.rnaId === rnaId;
    if (!isSame && likeness < (near ? ENOUGH.sameCommune : ENOUGH.elsewhere)) return [];
    return [{ row, score: (isSame ? 10 : 0) + likeness + (near ? 0.5 : 0), why: isSame ? 'rna' : 'name' } as const];
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ row, why }) => ({
      associationId: row.documentId,
      name: row.name ?? '',
      slug: row.slug ?? '',
      commune: row.commune?.name ?? null,
      why,
    }));
}
