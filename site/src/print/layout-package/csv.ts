/** The entries as tables for a spreadsheet or a data merge: UTF-8 with a byte order mark, semicolons, RFC 4180 otherwise. */
import { stringify } from 'csv-stringify/sync';
import type { PackedChapter } from './entries.ts';
import { columns, words } from './texts.ts';
import { withoutForbidden } from './xml.ts';

type Row = readonly (string | number | null)[];

/**
 * `escape_formulas` puts an apostrophe before what a spreadsheet would run (=, +, -, @, tab…): these texts come from hundreds
 * of people. Excel in French wants semicolons, and the mark to know UTF-8.
 */
function table(header: readonly string[], rows: readonly Row[]): string {
  const cleaned = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? withoutForbidden(cell) : (cell ?? ''))),
  );
  return stringify([header, ...cleaned], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

const lines = (texts: readonly string[]) => texts.join('\n');
const list = (texts: readonly string[]) => texts.join(', ');

export function associationsCsv(
  chapters: readonly PackedChapter[],
  imageNameOf: (slug: string) => string | null,
): string {
  return table(
    columns.associations,
    chapters.flatMap(({ name: chapter, entries }) =>
      entries.map((entry): Row => [
        entry.id,
        chapter,
        entry.rank,
        entry.name,
        entry.acronym,
        entry.commune,
        list(entry.communesOfActivity),
        list(entry.themes),
        list(entry.audiences),
        lines(entry.summary),
        lines(entry.address),
        entry.website,
        lines(entry.networks.map(({ name, url }) => `${name} : ${url}`)),
        entry.seeksVolunteers ? words.yes : words.no,
        entry.volunteersNote,
        entry.accessibility,
        entry.verifiedOn,
        imageNameOf(entry.slug),
      ]),
    ),
  );
}

const rowsOf = <T>(
  chapters: readonly PackedChapter[],
  row: (entry: PackedChapter['entries'][number]) => readonly T[],
) => chapters.flatMap(({ entries }) => entries.flatMap(row));

export const activitiesCsv = (chapters: readonly PackedChapter[]): string =>
  table(
    columns.activities,
    rowsOf(chapters, ({ id, name, activities }) =>
      activities.map((one): Row => [
        id,
        name,
        one.label,
        one.description,
        one.ages,
        lines(one.slots),
        one.price,
        one.place,
        one.season,
      ]),
    ),
  );

export const contactsCsv = (chapters: readonly PackedChapter[]): string =>
  table(
    columns.contacts,
    rowsOf(chapters, ({ id, name, contacts }) =>
      contacts.map((one): Row => [id, name, one.role, one.name, one.phone, one.email]),
    ),
  );
