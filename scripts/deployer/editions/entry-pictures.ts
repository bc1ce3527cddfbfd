/** One printed entry as a picture: made by a program that stays, kept until the content changes. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Slug } from '@trame/cms/domain/primitives';
import { PRESS_JOB_VARIABLE, type PressJob } from '@trame/site/press-job';
import type { Clock } from '../../lib/clock.ts';
import { namesIn, nullIfAbsent } from '../../lib/files.ts';
import { PlainError } from '../../lib/plain-error.ts';
import { messages } from './messages.ts';
import type { PrintContent } from './print-content.ts';
import type { RunPress } from './print-jobs.ts';

const readIfThere = (file: string): Promise<Buffer | null> => readFile(file).catch(nullIfAbsent);

export interface EntryPictures {
  /** @returns the PNG; null when the edition prints no such entry. @throws {PlainError} when it cannot be set */
  picture(edition: string, content: PrintContent, slug: string): Promise<Buffer | null>;
  close(): Promise<void>;
}

export function createEntryPictures(parts: {
  readonly dataDir: string;
  readonly press: RunPress;
  readonly clock: Clock;
}): EntryPictures {
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<Buffer | null>>();
  // The program answers one question at a time.
  let last: Promise<unknown> = Promise.resolve();

  /** A folder for each state of the content; those of earlier states go. */
  async function folderFor(edition: string, content: PrintContent): Promise<string> {
    const all = path.join(parts.dataDir, 'cache', 'editions', edition, 'fiches');
    const mine = content.sha256.slice(0, 16);
    if (!existsSync(path.join(all, mine))) {
      for (const old of await namesIn(all)) await rm(path.join(all, old), { recursive: true });
      await mkdir(path.join(all, mine), { recursive: true, mode: 0o700 });
    }
    return path.join(all, mine);
  }

  async function make(content: PrintContent, slug: string, out: string): Promise<Buffer | null> {
    const job: PressJob = {
      kind: 'entry',
      exportFile: content.file,
      content: content.sha256,
      slug,
      out,
      builtAt: parts.clock.now().toISOString(),
    };
    const { exit, output } = await parts.press('entry', { [PRESS_JOB_VARIABLE]: JSON.stringify(job) }, stopping.signal);
    if (exit.code !== 0) throw new PlainError(messages.pictureFailed, { cause: new Error(output.slice(-2000)) });
    return readIfThere(out);
  }

  return {
    async picture(edition, content, slug) {
      if (!Slug.safeParse(slug).success || slug.length > 200) return null;
      const out = path.join(await folderFor(edition, content), `${slug}.png`);
      const kept = await readIfThere(out);
      if (kept) return kept;
      const running = underWay.get(out);
      if (running) return running;
      const mine = last.then(() => make(content, slug, out)).finally(() => underWay.delete(out));
      underWay.set(out, mine);
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      stopping.abort();
      await last;
    },
  };
}
