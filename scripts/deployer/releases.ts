/** The built releases on disk: `site/releases/<id>/` and the link `site/current` that residents are served from. */
import { lstat, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { stampOf } from '../lib/clock.ts';
import { namesIn, readCache, writeJson } from '../lib/files.ts';
import { BookletRecord, ownBooklet, withoutCompleted } from './booklet-record.ts';

/** How many releases a rollback can choose from. The live one is kept besides when it is older. */
export const KEPT_RELEASES = 5;

/**
 * What is known of a release that passed its checks. Written last: a folder without it, or with one that cannot be read, is
 * half-built. A release is made again from the content, so its record is no document that is kept for years.
 */
const RecordFile = z.object({
  id: z.string().min(1),
  /** ETag of the export that it was built from. */
  etag: z.string().min(1),
  contentVersion: z.string().min(1),
  /** Counts releases: a clock that was put right must not make an older one the newest. 0: built before they were counted. */
  number: z.int().nonnegative().default(0),
  /** Instant, ISO 8601. */
  builtAt: z.string().min(1),
  /** Calendar day in Europe/Paris that it was built for: past events depend on it. */
  day: z.string().min(1),
  /** The last line of the register of suppressions that its content honours; null when that is not known. */
  register: z.uuid().nullable().default(null),
  /** Made of what was online, without what was taken off since: a newer content was refused. */
  withdrawnOnly: z.boolean().default(false),
  /**
   * Somebody put an earlier one back in its place. A newest release that is not live without that was never switched to: the
   * deployer was killed before. Of before this was noted: taken for put back, as it was then.
   */
  setAside: z.boolean().default(true),
  /** Fingerprint of the programs that built it. */
  builder: z.string(),
  /** Pages by section of the site (`associations`: 85), to notice an implausible loss. */
  pages: z.record(z.string(), z.int().nonnegative()),
  /** The booklet that it holds; null while there is none. A record of before does not say: it was made with the pages. */
  booklet: BookletRecord.nullable().optional(),
  /** Since when what is online shows more, or less, than its booklet: instant, ISO 8601; null when they agree. */
  behindSince: z.string().min(1).nullable().default(null),
  /** The release of the same content whose booklet it brings, and whose place it takes; null for all others. */
  completes: z.string().min(1).nullable().default(null),
});
export const ReleaseRecord = RecordFile.transform((record) => ({
  ...record,
  booklet: record.booklet === undefined ? ownBooklet(record) : record.booklet,
}));
export type ReleaseRecord = z.infer<typeof ReleaseRecord>;

export interface Releases {
  /** Folder that the pages of a release are built into. */
  folder(id: string): string;
  /** A new name: sorts after every earlier one. */
  newId(now: Date, contentVersion: string): Promise<string>;
  /** The content that a release was made of: what is published without what was withdrawn, when a new version is refused. */
  contentFile(id: string): string;
  /** Since when a release shows what it shows; the next one reads it. */
  changesFile(id: string): string;
  /** What each of its files was when it went online (`integrity.ts`). */
  digestsFile(id: string): string;
  /** Declares a release whole: after all others, or in the place of the one that it completes. */
  record(record: Omit<z.input<typeof ReleaseRecord>, 'number' | 'setAside'>): Promise<void>;
  /** Notes of a release, which keeps its place among the others, that its content honours the register up to here. */
  honour(record: ReleaseRecord, register: string): Promise<ReleaseRecord>;
  /** Makes an earlier release the live one again, and notes that this is meant. */
  putBack(id: string): Promise<void>;
  /** Those that are whole, newest first. One that completes another comes before it, and right before it. */
  list(): Promise<ReleaseRecord[]>;
  /** What residents see and since when; null before the first one, and when its folder is gone. */
  live(): Promise<{ record: ReleaseRecord; since: Date } | null>;
  /** Makes the release the live one, in one step that no visitor can see the middle of. */
  switchTo(id: string): Promise<void>;
  /** Removes a release that came to nothing. What residents see is never removed: for the live one this does nothing. */
  discard(id: string): Promise<void>;
  /** Removes half-built folders, whatever is too old, and what else is to be forgotten. What residents see stays. */
  prune(forgotten?: ReadonlySet<string>): Promise<void>;
}

export function openReleases(dataDir: string): Releases {
  const site = path.join(dataDir, 'site');
  const built = path.join(site, 'releases');
  const records = path.join(dataDir, 'deployer', 'releases');
  const current = path.join(site, 'current');

  const folder = (id: string) => path.join(built, id);
  const recordFile = (id: string) => path.join(records, `${id}.json`);
  const contents = path.join(dataDir, 'deployer', 'contents');
  const contentFile = (id: string) => path.join(contents, `${id}.json`);
  const changes = path.join(dataDir, 'deployer', 'changes');
  const changesFile = (id: string) => path.join(changes, `${id}.json`);
  const digests = path.join(dataDir, 'deployer', 'digests');
  const digestsFile = (id: string) => path.join(digests, `${id}.json`);
  const exists = (file: string) =>
    lstat(file).then(
      () => true,
      () => false,
    );
  const liveId = () =>
    readlink(current).then(
      (target) => path.basename(target),
      () => null,
    );

  const releases: Releases = {
    folder,
    contentFile,
    changesFile,
    digestsFile,

    async newId(now, contentVersion) {
      const wanted = `${stampOf(now)}-${contentVersion.replace(/[^a-zA-Z0-9]/g, '').slice(0, 8)}`;
      for (let attempt = 1; ; attempt++) {
        const id = attempt === 1 ? wanted : `${wanted}-${attempt}`;
        if (!(await exists(folder(id))) && !(await exists(recordFile(id)))) return id;
      }
    },

    async record(record) {
      const known = await releases.list();
      const place = known.find(({ id }) => id === record.completes)?.number;
      const number = place ?? (known[0]?.number ?? 0) + 1;
      const whole = { ...record, number, setAside: false } satisfies z.input<typeof ReleaseRecord>;
      await writeJson(recordFile(record.id), whole);
    },

    async putBack(id) {
      const [newest] = await releases.list();
      // Before the switch: the other way round, a deployer that looks between the two would undo it.
      if (newest && newest.id !== id) await writeJson(recordFile(newest.id), { ...newest, setAside: true });
      await releases.switchTo(id);
    },

    async honour(record, register) {
      // Nothing of its content was taken off. So its booklet, of which nothing had been until then, honours it as well.
      const honouring = { ...record, register, booklet: record.booklet && { ...record.booklet, register } };
      await writeJson(recordFile(record.id), honouring);
      return honouring;
    },

    async list() {
      const found = await Promise.all(
        (await namesIn(records)).map((name) => readCache(path.join(records, name), ReleaseRecord)),
      );
      const whole: ReleaseRecord[] = [];
      for (const record of found) if (record && (await exists(folder(record.id)))) whole.push(record);
      // Those of before they were counted come last, by their clock. Not by name alone: two within a second differ in their
      // content's fingerprint, which has no order.
      return whole.sort(
        (a, b) =>
          b.number - a.number ||
          Number(b.completes === a.id) - Number(a.completes === b.id) ||
          b.builtAt.localeCompare(a.builtAt) ||
          b.id.localeCompare(a.id),
      );
    },

    async live() {
      const id = await liveId();
      if (id === null || !(await exists(folder(id)))) return null;
      const record = await readCache(recordFile(id), ReleaseRecord);
      return record && { record, since: (await lstat(current)).mtime };
    },

    async switchTo(id) {
      await mkdir(site, { recursive: true });
      const next = path.join(site, `current.${process.pid}`);
      await rm(next, { force: true });
      await symlink(path.join('releases', id), next); // relative: DATA_DIR may be moved
      await rename(next, current);
    },

    async discard(id) {
      if ((await liveId()) === id) return;
      await rm(recordFile(id), { force: true });
      await rm(contentFile(id), { force: true });
      await rm(changesFile(id), { force: true });
      await rm(digestsFile(id), { force: true });
      await rm(folder(id), { recursive: true, force: true });
    },

    async prune(forgotten = new Set()) {
      const whole = (await releases.list()).filter(({ id }) => !forgotten.has(id));
      const offered = withoutCompleted(whole).slice(0, KEPT_RELEASES);
      const kept = new Set(offered.map(({ id }) => id));
      const live = await liveId();
      if (live) kept.add(live);
      // What residents were served a moment ago: a page under way may still ask for its files.
      const before = whole.find(({ id }) => id === live)?.completes;
      if (before && !forgotten.has(before)) kept.add(before);
      /** Contents that a booklet in a release that is kept was made of: the next one is compared with it. */
      const shown = new Set(whole.flatMap(({ id, booklet }) => (kept.has(id) && booklet ? [booklet.release] : [])));
      for (const id of await namesIn(built)) {
        if (kept.has(id)) continue;
        await rm(recordFile(id), { force: true });
        await rm(folder(id), { recursive: true, force: true });
      }
      for (const place of [records, contents, changes, digests]) {
        for (const name of await namesIn(place)) {
          const id = path.basename(name, '.json');
          const isShown = place === contents && shown.has(id) && !forgotten.has(id);
          if (!kept.has(id) && !isShown) await rm(path.join(place, name), { force: true });
        }
      }
    },
  };
  return releases;
}
