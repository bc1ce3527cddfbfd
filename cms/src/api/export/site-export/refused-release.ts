/** Why the checks refused a new version of the site, for the editor who has to mend it: where, and whose contact, never the contact. */
import type { Core } from '@strapi/strapi';
import { leakMark } from '../../../platform/deployer/leak-mark.ts';
import type { LeftOut } from '../../../domain/contract/desk/publication-report.ts';
import type { Leak } from '../../../domain/contract/desk/publication-state.ts';
import { listInWords } from '../../../domain/french.ts';
import { readDirectoryContacts } from '../../../platform/contacts/directory-contacts.ts';
import { requireEnvironment } from '../../../environment.ts';
import { contentTypeLayouts } from '../../../labels/layouts.ts';
import { findMany } from '../../../platform/database/records.ts';

const words = {
  what: { phone: 'un numéro de téléphone', email: 'une adresse électronique' },
  whose: (names: readonly string[]) => `d’un contact de ${listInWords(names.map((name) => `«\u00a0${name}\u00a0»`))}`,
  field: (label: string | null) => (label === null ? '' : `, dans le champ «\u00a0${label}\u00a0»`),
  reason: (what: string, whose: string, field: string, where: string) =>
    `On y lirait ${what} ${whose}${field} (${where}), sans accord pour cette diffusion. Retirez-le du texte, ou demandez l’accord de ce contact et cochez-le, puis publiez de nouveau.`,
  nobodys: (what: string, field: string, where: string) =>
    `On y lirait ${what}, que ne donne aucun contact de l’annuaire${field} (${where}). Si ce n’est qu’une suite de chiffres ou de mots, séparez-la autrement (par des virgules, ou ligne par ligne)\u00a0; sinon, ajoutez ce contact avec son accord. Puis publiez de nouveau.`,
};

const labelOf = (uid: string, field: string | null): string | null =>
  field === null ? null : (contentTypeLayouts.find((layout) => layout.uid === uid)?.fields[field]?.label ?? null);

/** Names of the associations that each mark is a contact of. */
async function namesByMark(strapi: Core.Strapi, marks: ReadonlySet<string>): Promise<ReadonlyMap<string, string[]>> {
  const secret = requireEnvironment().TRAME_EXPORT_TOKEN;
  const owners = new Map<string, Set<string>>();
  for (const { owner, phone, email } of await readDirectoryContacts(strapi))
    for (const value of [phone, email]) {
      const mark = value === null ? '' : leakMark(secret, value);
      if (marks.has(mark)) owners.set(mark, (owners.get(mark) ?? new Set()).add(owner));
    }
  const rows = await findMany<{ readonly documentId: string; readonly name: string | null }>(
    strapi,
    'api::association.association',
    { select: ['documentId', 'name'], where: { documentId: { $in: [...owners.values()].flatMap((ids) => [...ids]) } } },
  );
  return new Map(
    [...owners].map(([mark, ids]) => [
      mark,
      [...new Set(rows.flatMap(({ documentId, name }) => (name && ids.has(documentId) ? [name] : [])))],
    ]),
  );
}

/** One line for each record and contact. */
export async function refusedRecords(strapi: Core.Strapi, leaks: readonly Leak[]): Promise<LeftOut[]> {
  if (leaks.length === 0) return [];
  const names = await namesByMark(strapi, new Set(leaks.map(({ mark }) => mark)));
  const found = new Map<string, LeftOut>();
  for (const { kind, mark, masked, where, records } of leaks)
    for (const { uid, documentId, title, field } of records) {
      const key = `${uid} ${documentId}`;
      const line = found.get(key) ?? { uid, documentId, title, reasons: [] };
      const owners = names.get(mark) ?? [];
      const what = masked ? `${words.what[kind]} (${masked})` : words.what[kind];
      const inField = words.field(labelOf(uid, field));
      const reason =
        owners.length === 0
          ? words.nobodys(what, inField, where)
          : words.reason(what, words.whose(owners), inField, where);
      found.set(key, { ...line, reasons: [...new Set([...line.reasons, reason])] });
    }
  return [...found.values()];
}
