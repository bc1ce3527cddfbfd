import type { Core } from '@strapi/strapi';
import type { EntryChoices } from '../domain/contract/associations/my-entry.ts';
import type { EntryNames } from '../domain/entry/entry-in-words.ts';
import { sortByName } from '../domain/french.ts';
import { formatPhone } from '../domain/phone.ts';

interface NamedRow {
  documentId: string;
  name: string | null;
  position?: number | null;
  inseeCode?: string | null;
  parent?: { documentId: string } | null;
}

const rows = (strapi: Core.Strapi, uid: string, select: string[], populate?: object): Promise<NamedRow[]> =>
  strapi.db.query(uid).findMany({ select: ['documentId', 'name', ...select], populate }) as Promise<NamedRow[]>;

/** What the form offers to choose from: themes and audiences in the editors' order, communes by name. */
export async function readChoices(strapi: Core.Strapi): Promise<EntryChoices> {
  const [themes, audiences, communes] = await Promise.all([
    rows(strapi, 'api::theme.theme', ['position'], { parent: { select: ['documentId'] } }),
    rows(strapi, 'api::audience.audience', []),
    rows(strapi, 'api::commune.commune', ['inseeCode']),
  ]);
  const byPosition = (a: NamedRow, b: NamedRow) => (a.position ?? 0) - (b.position ?? 0);
  const choice = ({ documentId, name, parent }: NamedRow) => ({
    id: documentId,
    name: name ?? '',
    parent: parent?.documentId ?? null,
  });
  return {
    themes: themes.sort(byPosition).map(choice),
    audiences: sortByName(audiences, ({ name }) => name ?? '').map(choice),
    communes: sortByName(communes, ({ name }) => name ?? '').map(({ documentId, name, inseeCode }) => ({
      id: documentId,
      name: name ?? '',
      inseeCode: inseeCode ?? '',
    })),
  };
}

/** Names of what an entry points to, for saying it in words. */
export function namesOf(choices: EntryChoices): EntryNames {
  const index = (list: readonly { id: string; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]));
  const [themes, audiences, communes] = [index(choices.themes), index(choices.audiences), index(choices.communes)];
  const byCode = new Map(choices.communes.map(({ inseeCode, name }) => [inseeCode, name]));
  return {
    theme: (id) => themes.get(id),
    audience: (id) => audiences.get(id),
    commune: (id) => communes.get(id),
    communeOfCode: (code) => byCode.get(code),
    phone: formatPhone,
  };
}
