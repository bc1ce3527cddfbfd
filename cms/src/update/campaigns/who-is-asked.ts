import type { Core } from '@strapi/strapi';
import { sortByName } from '../../domain/french.ts';
import type { Campaign } from './request-store.ts';

/** An association as a campaign sees it: whom to write to, whom to telephone. */
export interface AskedOne {
  readonly associationId: string;
  readonly name: string;
  /** Of the first contact that has one: the office writes to whom it knows, whatever may be published. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Name or role of whoever answers that telephone. */
  readonly contact: string | null;
  readonly communes: readonly string[];
  /** Its themes and those that they stand under. */
  readonly themes: readonly string[];
  /** Name of the seat, and its documentId. */
  readonly commune: string | null;
  readonly seat: string | null;
  /** Name of the first theme's chapter. */
  readonly chapter: string | null;
}

interface Theme {
  documentId: string;
  name: string | null;
  parent?: { documentId: string; name: string | null } | null;
}
interface Commune {
  documentId: string;
  name: string | null;
}
interface Row {
  documentId: string;
  name: string | null;
  contacts?: Record<'role' | 'name' | 'phone' | 'email', string | null>[];
  commune?: Commune | null;
  communesOfActivity?: Commune[];
  themes?: Theme[];
}

function toAsked(row: Row): AskedOne {
  const contacts = row.contacts ?? [];
  const themes = row.themes ?? [];
  const reached = contacts.find(({ phone }) => Boolean(phone));
  const [first] = themes;
  return {
    associationId: row.documentId,
    name: row.name ?? '',
    email: contacts.find(({ email }) => Boolean(email))?.email ?? null,
    phone: reached?.phone ?? null,
    contact: reached?.name || reached?.role || null,
    communes: [row.commune, ...(row.communesOfActivity ?? [])].flatMap((commune) => commune?.documentId ?? []),
    themes: themes.flatMap(({ documentId, parent }) => [documentId, ...(parent ? [parent.documentId] : [])]),
    commune: row.commune?.name ?? null,
    seat: row.commune?.documentId ?? null,
    chapter: first?.parent?.name ?? first?.name ?? null,
  };
}

/** Every published association as a campaign sees it, by name. */
export async function publishedAssociations(strapi: Core.Strapi): Promise<AskedOne[]> {
  const rows = (await strapi.db.query('api::association.association').findMany({
    select: ['documentId', 'name'],
    where: { publishedAt: { $notNull: true } },
    populate: {
      contacts: { select: ['role', 'name', 'phone', 'email'] },
      commune: { select: ['documentId', 'name'] },
      communesOfActivity: { select: ['documentId'] },
      themes: { select: ['documentId', 'name'], populate: { parent: { select: ['documentId', 'name'] } } },
    },
  })) as Row[];
  return sortByName(rows.map(toAsked), ({ name }) => name);
}

/** Those that a campaign asks: all, or those of its communes and of its themes. */
export function isAsked(
  { communes, themes }: Pick<AskedOne, 'communes' | 'themes'>,
  { onlyCommunes, onlyThemes }: Pick<Campaign, 'onlyCommunes' | 'onlyThemes'>,
): boolean {
  const among = (wanted: readonly { readonly documentId: string }[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some(({ documentId }) => has.includes(documentId));
  return among(onlyCommunes, communes) && among(onlyThemes, themes);
}
