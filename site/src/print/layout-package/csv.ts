/** The entries as tables: the same ones for a data merge and for a spreadsheet, which read a cell differently. */
import { csv, type Cell, type CsvReader } from '@trame/cms/domain/csv';
import { tellApart } from '@trame/cms/domain/told-apart';
import type { PackedChapter, PackedEntry } from './entries.ts';
import { columns, words } from './texts.ts';
import { withoutForbidden } from '../../view/xml-text.ts';

type Row = readonly Cell[];

function table(header: readonly string[], rows: readonly Row[], reader: CsvReader): string {
  return csv(
    header,
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? withoutForbidden(cell) : cell))),
    reader,
  );
}

const lines = (texts: readonly string[]) => texts.join('\n');
const list = (texts: readonly string[]) => texts.join(', ');

export function associationsCsv(
  chapters: readonly PackedChapter[],
  imageNameOf: (slug: string) => string | null,
  reader: CsvReader,
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
    reader,
  );
}

/** Rows below an association, which is named by its name alone: told apart from another one of that name. */
function rowsOf(
  chapters: readonly PackedChapter[],
  rows: (entry: PackedEntry, name: string) => readonly Row[],
): readonly Row[] {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const nameOf = tellApart(entries, (entry) => entry);
  return entries.flatMap((entry) => rows(entry, nameOf(entry)));
}

export const activitiesCsv = (chapters: readonly PackedChapter[], reader: CsvReader): string =>
  table(
    columns.activities,
    rowsOf(chapters, ({ id, activities }, name) =>
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
    reader,
  );

export const contactsCsv = (chapters: readonly PackedChapter[], reader: CsvReader): string =>
  table(
    columns.contacts,
    rowsOf(chapters, ({ id, contacts }, name) =>
      contacts.map((one): Row => [id, name, one.role, one.name, one.phone, one.email]),
    ),
    reader,
  );
