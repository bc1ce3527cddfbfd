import type { Core } from '@strapi/strapi';
import { nameLikeness } from '../domain/name-likeness.ts';
import { parseRnaId } from '../domain/rna.ts';

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
