/** The lists of the territory, as a file is read against them. */
import type { Core } from '@strapi/strapi';
import { linesOf } from '../domain/lines.ts';
import { ChoiceIndex, type Choice } from '../domain/import/cells/choose-names.ts';
import type { CodedTheme } from '../domain/import/rna/theme.ts';
import type { TerritoryCommune } from '../domain/import/territory.ts';
import type { Lists } from '../domain/import/recognise.ts';

const codesOf = (list: string | null | undefined): string[] => list?.split(/[\s,;]+/).filter(Boolean) ?? [];

interface Row {
  documentId: string;
  name: string | null;
  inseeCode?: string | null;
  postalCodes?: string | null;
  otherNames?: string | null;
  rnaCodes?: string | null;
  parent?: { name: string | null } | null;
}

export interface TerritoryLists extends Lists {
  /** For fields that choose: ids and names, themes under their chapter. */
  readonly choices: Readonly<
    Record<'themes' | 'audiences' | 'communes', readonly { readonly id: string; readonly name: string }[]>
  >;
  /** As a file of the register is read: communes by their codes, themes by those of its nomenclature. */
  readonly register: { readonly communes: readonly TerritoryCommune[]; readonly themes: readonly CodedTheme[] };
  readonly communeName: (documentId: string) => string | null;
  readonly nameOf: (documentId: string) => string | null;
}

export async function readTerritoryLists(strapi: Core.Strapi): Promise<TerritoryLists> {
  const read = async (uid: string, populate?: object): Promise<Row[]> =>
    (await strapi.db.query(uid).findMany({ orderBy: { name: 'asc' }, ...(populate ? { populate } : {}) })) as Row[];
  const [themes, audiences, communes] = [
    await read('api::theme.theme', { parent: { select: ['name'] } }),
    await read('api::audience.audience'),
    await read('api::commune.commune'),
  ];
  const choicesOf = (rows: readonly Row[]): Choice[] =>
    rows.map(({ documentId, name, inseeCode, otherNames }) => ({
      id: documentId,
      name: name ?? '',
      aliases: [...(inseeCode ? [inseeCode] : []), ...linesOf(otherNames ?? '')],
    }));
  const shown = (rows: readonly Row[]) =>
    rows.map(({ documentId, name, parent }) => ({
      id: documentId,
      name: parent?.name ? `${parent.name} › ${name ?? ''}` : (name ?? ''),
    }));
  const names = new Map([...themes, ...audiences, ...communes].map(({ documentId, name }) => [documentId, name ?? '']));
  const nameOf = (documentId: string): string | null => names.get(documentId) ?? null;
  return {
    themes: new ChoiceIndex('aucun thème', choicesOf(themes)),
    audiences: new ChoiceIndex('aucun public', choicesOf(audiences)),
    communes: new ChoiceIndex('aucune commune', choicesOf(communes)),
    choices: { themes: shown(themes), audiences: shown(audiences), communes: shown(communes) },
    register: {
      communes: communes.map(({ documentId, name, inseeCode, postalCodes, otherNames }) => ({
        id: documentId,
        name: name ?? '',
        inseeCode: inseeCode ?? '',
        postalCodes: codesOf(postalCodes),
        aliases: linesOf(otherNames ?? ''),
      })),
      themes: themes.map(({ documentId, name, rnaCodes }) => ({
        id: documentId,
        name: name ?? '',
        rnaCodes: codesOf(rnaCodes),
      })),
    },
    communeName: nameOf,
    nameOf,
  };
}
