/** A number that is withdrawn leaves the texts of its association too: a box that is not ticked protects nobody otherwise. */
import type { Core } from '@strapi/strapi';
import { withheldFrom, type Withheld } from '../domain/withheld-contacts.ts';
import type { Reach } from './reach.ts';
import type { StoredVersion } from './stored-versions.ts';

/** What stands in the place of a number or an address in a sentence. */
export const REMOVED = '(coordonnées retirées)';

const nowhere = {
  web: false,
  print: false,
  professionals: false,
  openData: false,
  consentDate: null,
  consentSource: null,
};

/** What must not be read any more, in any writing of it. */
export const withdrawnPatterns = (reaches: readonly Reach[]): Withheld[] =>
  withheldFrom(
    'web',
    reaches.map(({ phone, email }) => ({ ...nowhere, phone: phone || null, email: email || null })),
  );

export const clearedText = (text: string, withdrawn: readonly Withheld[]): string =>
  withdrawn.reduce((rest, { pattern }) => rest.replace(new RegExp(pattern.source, 'gi'), REMOVED), text);

/** The texts of one row that say it: their cleared values. */
function clearedFields(
  row: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  withdrawn: readonly Withheld[],
) {
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const text = row[field];
      if (typeof text !== 'string') return [];
      const cleared = clearedText(text, withdrawn);
      return cleared === text ? [] : [[field, cleared]];
    }),
  );
}

const OF_ASSOCIATION = ['summary', 'description', 'howToJoin', 'volunteersNote'];
const OF_ACTIVITY = ['label', 'description', 'price', 'place', 'season'];
const OF_NOTE = ['note'];

interface TextsOfRow {
  readonly uid: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
}

/** Clears the texts of one version. @returns how many were changed */
export async function clearTexts(
  strapi: Core.Strapi,
  version: StoredVersion,
  withdrawn: readonly Withheld[],
): Promise<number> {
  const rows: readonly TextsOfRow[] = [
    { uid: 'api::association.association', row: version, fields: OF_ASSOCIATION },
    ...version.activities.map((row) => ({ uid: 'activity.activity', row, fields: OF_ACTIVITY })),
    ...version.activities.flatMap(({ slots }) => slots.map((row) => ({ uid: 'activity.slot', row, fields: OF_NOTE }))),
    ...(version.accessibility ? [{ uid: 'place.accessibility', row: version.accessibility, fields: OF_NOTE }] : []),
  ];
  let changed = 0;
  for (const { uid, row, fields } of rows) {
    const data = clearedFields(row, fields, withdrawn);
    if (Object.keys(data).length === 0) continue;
    await strapi.db.query(uid).update({ where: { id: row['id'] }, data });
    changed += 1;
  }
  return changed;
}
