/**
 * How tall each entry of a booklet is once set: what decides the page that it stands on.
 *
 * To measure an entry is to set it. Most of what a booklet says was set before, for the site or for another proof, so heights
 * are kept under what they depend on: one changed entry is one measured.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Booklet, Entry } from './booklet.ts';
import type { Output } from './outputs.ts';
import { measureEntries, templateFolder, type EntryHeights } from './typst-compiler.ts';

/** Heights that nobody asked for any more are dropped once there are so many. */
const MOST_KEPT = 60_000;

const Kept = z.record(z.string(), z.tuple([z.number().nullable(), z.number().nullable()]));

/**
 * @param pictures path of a converted picture by its key
 * @returns by rank of the entry in the booklet
 * @throws {TypesettingFailed} when Typst refuses an entry
 */
export async function entryHeights(
  booklet: Booklet,
  pictures: ReadonlyMap<string, string>,
  output: Output,
  cacheDir: string,
): Promise<Readonly<Record<string, EntryHeights>>> {
  const folder = join(cacheDir, 'print-heights');
  const file = join(folder, `${sheetKey(booklet, output)}.json`);
  const kept = await readKept(file);
  const entries = booklet.chapters.flatMap((chapter) => chapter.entries);
  const keys = new Map(entries.map((entry) => [entry.number, entryKey(entry, pictures)]));

  const unknown = entries.filter(({ number }) => !(keyOf(keys, number) in kept));
  if (unknown.length > 0) {
    const measured = measureEntries(only(booklet, new Set(unknown)), pictures, output);
    for (const { number, card, wide } of measured) kept[keyOf(keys, number)] = [card, wide];
    const used = new Set(keys.values());
    const written =
      Object.keys(kept).length <= MOST_KEPT
        ? kept
        : Object.fromEntries(Object.entries(kept).filter(([key]) => used.has(key)));
    await mkdir(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(written));
    await rename(draft, file);
  }
  return Object.fromEntries(
    entries.map(({ number }) => {
      const [card, wide] = kept[keyOf(keys, number)] ?? [null, null];
      return [String(number), { card, wide }];
    }),
  );
}

const keyOf = (keys: ReadonlyMap<number, string>, number: number): string => keys.get(number) ?? '';

/** A torn or foreign file is an empty one: it only saves time. */
async function readKept(file: string): Promise<Record<string, [number | null, number | null]>> {
  try {
    return Kept.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** What an entry's height depends on besides itself: the page, the columns, and the template. */
function sheetKey(booklet: Booklet, output: Output): string {
  const template = readdirSync(templateFolder)
    .filter((name) => name.endsWith('.typ'))
    .sort()
    .map((name) => readFileSync(join(templateFolder, name), 'utf8'));
  return fingerprint(JSON.stringify([output.sheet.trim, booklet.columns, booklet.texts.volunteers, template]));
}

/** An entry by all that it says; its rank and its colours take no room, and of its logo only whether it is there. */
function entryKey(entry: Entry, pictures: ReadonlyMap<string, string>): string {
  const logo = entry.logo !== null && pictures.has(entry.logo.key);
  return fingerprint(JSON.stringify({ ...entry, number: 0, logo }));
}

function only(booklet: Booklet, wanted: ReadonlySet<Entry>): Booklet {
  const chapters = booklet.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.filter((entry) => wanted.has(entry)),
  }));
  return { ...booklet, chapters };
}
