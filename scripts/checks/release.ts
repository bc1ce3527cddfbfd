/** A built release, read once for all gates. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readAddress } from '@trame/site/addresses';
import { createReadMemory, type ReadMemory } from './memory.ts';
import { type Page, readPage, wordsOfPage } from './page.ts';

export interface BuiltRelease {
  readonly folder: string;
  /** Origin of the site, without a slash at the end: absolute links to it are internal. */
  readonly siteUrl: string;
  /** Every file, as an address on the site: `/agenda.ics`, `/associations/index.html`. Compressed twins are left out. */
  readonly files: ReadonlySet<string>;
  readonly pages: readonly Page[];
  /** The page that an address shows. */
  page(address: string): Page | undefined;
  /** @param address one of `files` */
  read(address: string): Buffer;
  /** Reads a file, unless it was read in a release before. @param make a function of its bytes and its address alone */
  once<Result>(what: string, address: string, make: (bytes: Buffer) => Result): Result;
  readonly memory: ReadMemory;
}

export const COMPRESSED_TWIN = /\.(br|gz)$/;

/** `/a/index.html` is seen as `/a/`. */
export const asAddress = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** @param memory of a process that reads one release after the other */
export function readRelease(folder: string, siteUrl: string, memory = createReadMemory()): BuiltRelease {
  const files = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = `/${path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`;
    // The compression runs at the same time as the checks: its files come and go.
    if (!COMPRESSED_TWIN.test(file)) files.add(file);
  }
  const read = (address: string) => readFileSync(path.join(folder, address));
  const once: BuiltRelease['once'] = (what, address, make) => {
    const { dev, ino, size, mtimeNs } = statSync(path.join(folder, address), { bigint: true });
    let bytes: Buffer | null = null;
    const file = { address, mark: [dev, ino, size, mtimeNs].join(':'), bytes: () => (bytes ??= read(address)) };
    return memory.once(what, file, make);
  };
  const pages = [...files]
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const address = asAddress(file);
      const page = once('page', file, (bytes) => readPage(address, bytes.toString('utf8')));
      return { ...page, words: () => wordsOfPage(read(file).toString('utf8')) };
    });
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  return {
    folder,
    siteUrl: siteUrl.replace(/\/+$/, ''),
    files,
    pages,
    page: (address) => byAddress.get(address),
    read,
    once,
    memory,
  };
}

/** Pages by section, the first part of their address; the pages at the root are section ``. */
export function countPages(pages: readonly Page[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { address, redirect } of pages) {
    // An editor takes a language off in one click, and loses no content by it.
    if (redirect || readAddress(address).language !== 'fr') continue;
    const parts = address.split('/');
    const section = parts.length > 2 ? (parts[1] ?? '') : '';
    counts[section] = (counts[section] ?? 0) + 1;
  }
  return counts;
}
