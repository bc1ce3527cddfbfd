import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notebook } from '../reads.ts';
import { createKeptFiles } from './kept-files.ts';
import { createKeptPages, type KeptPages } from './kept-pages.ts';

let folder: string;
let kept: KeptPages;
let releases = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trame-kept-'));
  kept = createKeptPages(createKeptFiles(join(folder, 'kept')));
});
afterEach(() => rm(folder, { recursive: true }));

const FILE = 'agenda/index.html';
const notes = (questions: string[], changes: Partial<Notebook> = {}): Notebook => ({
  questions: new Set(questions),
  placed: new Map(),
  isWhole: true,
  ...changes,
});

/** A new release, whose content answers this. */
async function begin(answers: Readonly<Record<string, unknown>>, conditions = 'monday') {
  const release = join(folder, `release-${(releases += 1)}`);
  const { pages, files } = await kept.begin(release, conditions, (question) => answers[question]);
  return {
    release,
    take: pages.take,
    end: files.end,
    write: (text: string, given = {}, noted = notes(['events'])) => pages.put(FILE, given, noted, Buffer.from(text)),
    read: () => readFile(join(release, FILE), 'utf8'),
  };
}

describe('createKeptPages', () => {
  it('takes over a page whose answers are the same, and no other', async () => {
    const first = await begin({ events: ['loto'], settings: 'a' });
    expect(await first.take(FILE, {})).toBe(false);
    await first.write('<h1>Loto</h1>');

    const second = await begin({ events: ['loto'], settings: 'b' });
    expect(await second.take(FILE, {})).toBe(true);
    expect(await second.read()).toBe('<h1>Loto</h1>');

    const third = await begin({ events: ['bal'], settings: 'b' });
    expect(await third.take(FILE, {})).toBe(false);
    await third.write('<h1>Bal</h1>');
    expect(await (await begin({ events: ['loto'] })).take(FILE, {})).toBe(false);
  });

  it('renders again what is given otherwise, on another day, or shows something that was missing', async () => {
    await (await begin({ events: 1 })).write('x', { page: 1 });
    expect(await (await begin({ events: 1 })).take(FILE, { page: 2 })).toBe(false);
    expect(await (await begin({ events: 1 })).take(FILE, { page: 1 })).toBe(true);
    expect(await (await begin({ events: 1 }, 'tuesday')).take(FILE, { page: 1 })).toBe(false);
    // What was kept for another day is gone for good: two days are never mixed.
    expect(await (await begin({ events: 1 })).take(FILE, { page: 1 })).toBe(false);

    await (await begin({ events: 1 })).write('x', {}, notes(['events'], { isWhole: false }));
    expect(await (await begin({ events: 1 })).take(FILE, {})).toBe(false);
  });

  it('never takes over what nobody can compare', async () => {
    const functions = { events: () => 1 };
    await (await begin(functions)).write('x');
    expect(await (await begin(functions)).take(FILE, {})).toBe(false);
  });

  it('puts the pictures of the page into the release, and renders a page again whose picture the cache lost', async () => {
    const picture = join(folder, 'cache.webp');
    await writeFile(picture, 'picture');
    const noted = notes(['events'], { placed: new Map([['_trame/medias/a.webp', picture]]) });
    await (await begin({ events: 1 })).write('x', {}, noted);

    const second = await begin({ events: 1 });
    expect(await second.take(FILE, {})).toBe(true);
    expect(await readFile(join(second.release, '_trame/medias/a.webp'), 'utf8')).toBe('picture');

    await rm(picture);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(await (await begin({ events: 1 })).take(FILE, {})).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(FILE));
  });

  it('puts them again into a release that is begun anew under its name', async () => {
    const picture = join(folder, 'cache.webp');
    await writeFile(picture, 'picture');
    const noted = notes(['events'], { placed: new Map([['_trame/medias/a.webp', picture]]) });
    await (await begin({ events: 1 })).write('x', {}, noted);
    const refused = await begin({ events: 1 });
    await refused.take(FILE, {});
    await rm(refused.release, { recursive: true });

    releases -= 1;
    const again = await begin({ events: 1 });
    expect(again.release).toBe(refused.release);
    expect(await again.take(FILE, {})).toBe(true);
    expect(await readFile(join(again.release, '_trame/medias/a.webp'), 'utf8')).toBe('picture');
  });

  it('keeps nothing of a page that is not of the directory any more', async () => {
    await (await begin({ events: 1 })).write('a name that was withdrawn');
    await (await begin({ events: 1 })).end();
    await expect(readFile(join(folder, 'kept', FILE))).rejects.toThrow('ENOENT');
    expect(await (await begin({ events: 1 })).take(FILE, {})).toBe(false);

    // A page that comes back is a new one: nothing of it is put into the release before it is rendered.
    const picture = join(folder, 'cache.webp');
    await writeFile(picture, 'picture');
    await (await begin({ events: 1 })).write('x', {}, notes(['events'], { placed: new Map([['a.webp', picture]]) }));
    await (await begin({ events: 1 })).end();
    const back = await begin({ events: 1 });
    expect(await back.take(FILE, {})).toBe(false);
    await expect(readFile(join(back.release, 'a.webp'))).rejects.toThrow('ENOENT');

    await (await begin({ events: 1 })).write('x');
    const same = await begin({ events: 1 });
    await same.take(FILE, {});
    await same.end();
    expect(await (await begin({ events: 1 })).take(FILE, {})).toBe(true);
    await begin({ events: 1 }, 'tuesday');
    await expect(readFile(join(folder, 'kept', FILE))).rejects.toThrow('ENOENT');
  });

  it('renders again a page that was changed on the disk', async () => {
    const first = await begin({ events: 1 });
    await first.write('as it was made');
    await writeFile(join(first.release, FILE), 'changed in the release');
    expect(await (await begin({ events: 1 })).take(FILE, {})).toBe(false);
  });
});
