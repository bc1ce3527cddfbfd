/**
 * The booklet follows the pages (decision 0083): which one a release goes online with, and how its own is made once it is there.
 */
import path from 'node:path';
import type { PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { formatMoment } from '@trame/cms/domain/moments';
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import { isThere, readCache, writeJson } from '../lib/files.ts';
import type { Log } from '../lib/log.ts';
import { sentenceFor } from '../lib/plain-error.ts';
import { BOOKLET_FILE, type BookletRecord, isBehind, ownBooklet } from './booklet-record.ts';
import type { CompletionJob } from './build.ts';
import type { Content } from './content.ts';
import { mustWait } from './decision.ts';
import { messages } from './messages.ts';
import type { ReleaseRecord, Releases } from './releases.ts';
import { takeOver } from './take-over.ts';
import { readRegister, withdrawnSince } from './withdrawn.ts';
import { withoutWithdrawn } from './withdrawn-content.ts';

/** A booklet gives way to what is published meanwhile, until it has been behind for so long: then it is finished first. */
const LONGEST_BEHIND_MS = 10 * 60_000;

/** Survives a restart, as the last failed publication does: it is still the reason why the booklet is old. */
const Failure = z.object({
  /** The release whose booklet it was. */
  release: z.string().min(1),
  at: z.iso.datetime(),
  attempts: z.int().positive(),
  message: z.string().min(1),
});
type Failure = z.infer<typeof Failure>;
const FailureFile = z.object({ failure: Failure.nullable() });

interface Place {
  readonly dataDir: string;
  readonly releases: Releases;
}

/** Whether the content, or the register, says that something of what was made then may be read no more. */
async function isTakenOff(
  { dataDir, releases }: Place,
  made: Pick<BookletRecord, 'release' | 'register' | 'builtAt'>,
  now: SiteExport,
): Promise<boolean> {
  const register = await readRegister(dataDir);
  if (register === null || withdrawnSince(register, made)?.length !== 0) return true;
  const last = await readCache(releases.contentFile(made.release), SiteExport);
  return last === null || withoutWithdrawn(last, now, { keepGone: false }) !== last;
}

/**
 * The booklet of the live release, when it may be read beside the pages of a new content. What is compared is the content that it was
 * made of: pages may have been published twice since.
 * @returns null when there is none, when something was taken off, or when that cannot be told
 */
export async function bookletToKeep(
  place: Place,
  live: ReleaseRecord,
  now: SiteExport,
): Promise<{ readonly file: string; readonly record: BookletRecord } | null> {
  const { booklet } = live;
  if (booklet === null) return null;
  const file = path.join(place.releases.folder(live.id), BOOKLET_FILE);
  if (!(await isThere(file)) || (await isTakenOff(place, booklet, now))) return null;
  return { file, record: booklet };
}

export interface BookletParts extends Place {
  readonly builder: string;
  readonly complete: (job: CompletionJob, signal: AbortSignal, giveWay: AbortSignal) => Promise<ReleaseRecord['pages']>;
  readonly fetchContent: (signal: AbortSignal) => Promise<Content>;
  /** Looks whether the live release is what passed the checks. */
  readonly isDamaged: (live: ReleaseRecord) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  /** The deployer stops. */
  readonly signal: AbortSignal;
}

export interface Booklets {
  /**
   * Makes the booklet of what is online, when that has an earlier one or none. Never throws: what goes wrong is told in the state.
   * @param isAwaited whether something else waits to be published
   * @param seen ETag of the content that was looked at last
   * @returns whether another release is online now
   */
  follow(isAwaited: () => boolean, seen: string | null): Promise<boolean>;
  /** Something may have changed: asks, and gives way when it did. For the rest of the time this does nothing. Never throws. */
  mayHaveChanged(): Promise<void>;
  /** Something else is to be made in any case. */
  giveWay(): void;
  /** What is said of it; nothing when the booklet is what the pages are. */
  state(live: ReleaseRecord): PublicationState['booklet'];
}

export async function openBooklets(parts: BookletParts): Promise<Booklets> {
  const { dataDir, releases, clock, log } = parts;
  const file = path.join(dataDir, 'deployer', 'booklet.json');
  let failure: Failure | null = (await readCache(file, FailureFile))?.failure ?? null;
  /** A restart is a good reason to try again at once. */
  let failedHere = false;
  let making: { readonly live: ReleaseRecord; readonly seen: string | null; readonly over: AbortController } | null =
    null;
  /** The look under way, and whether another one was asked for since it began. */
  let looking: Promise<void> | null = null;
  let lookAgain = false;

  const remember = async (next: Failure | null): Promise<void> => {
    if (failure === null && next === null) return;
    failure = next;
    await writeJson(file, { failure } satisfies z.infer<typeof FailureFile>).catch((error: unknown) =>
      // Only a restart needs the file.
      log.error('state of the booklet not written', { file, message: String(error) }),
    );
  };

  const isOverdue = ({ behindSince }: ReleaseRecord): boolean =>
    behindSince !== null && clock.now().getTime() - Date.parse(behindSince) >= LONGEST_BEHIND_MS;

  const isTooEarly = (live: ReleaseRecord): boolean =>
    failure !== null &&
    failedHere &&
    failure.release === live.id &&
    mustWait({ at: new Date(failure.at), attempts: failure.attempts }, clock.now());

  /** A withdrawal waits for no booklet, however long that one has been behind. */
  const lookOnce = async (): Promise<void> => {
    const now = making;
    const found = now && (await parts.fetchContent(parts.signal).catch(() => null));
    // Without content there is nothing to give way to; the next look of the publication says why.
    if (!now || !found || found.etag === now.seen) return;
    const { id: release, register, builtAt } = now.live;
    const isUrgent = async () => isTakenOff(parts, { release, register, builtAt }, await found.read());
    if (!isOverdue(now.live) || (await isUrgent().catch(() => true))) now.over.abort();
  };

  const look = async (): Promise<void> => {
    do {
      lookAgain = false;
      await lookOnce();
    } while (lookAgain);
  };

  const mayHaveChanged = (): Promise<void> => {
    if (making === null) return Promise.resolve();
    lookAgain = true;
    looking ??= look()
      .catch((error: unknown) => log.error('not looked for changes', { message: String(error) }))
      .finally(() => (looking = null));
    return looking;
  };

  /** @returns whether it is online @throws what kept it from that; nothing is left of it then */
  const make = async (live: ReleaseRecord, over: AbortSignal): Promise<boolean> => {
    const builtAt = clock.now();
    const id = await releases.newId(builtAt, live.contentVersion);
    try {
      const pages = await parts.complete(
        {
          id,
          folder: releases.folder(id),
          exportFile: releases.contentFile(live.id),
          contentVersion: live.contentVersion,
          builtAt,
          changesFile: releases.changesFile(id),
          previous: {
            folder: releases.folder(live.id),
            pages: live.pages,
            changesFile: releases.changesFile(live.id),
          },
        },
        parts.signal,
        over,
      );
      over.throwIfAborted();
      // Its pages are those of what is online: when these were changed on the disk since, they are made again instead. And when
      // somebody went back to another release meanwhile, that holds.
      const isOther = (await releases.live())?.record.id !== live.id;
      if (isOther || (await parts.isDamaged(live))) {
        await releases.discard(id);
        return false;
      }
      await takeOver(releases.contentFile(live.id), releases.contentFile(id));
      if (await isThere(releases.changesFile(live.id)))
        await takeOver(releases.changesFile(live.id), releases.changesFile(id));
      const { number: _, ...rest } = live;
      const record = { ...rest, id, builtAt: builtAt.toISOString(), pages, behindSince: null, completes: live.id };
      await releases.record({ ...record, booklet: ownBooklet(record) });
      await releases.switchTo(id);
      log.info('booklet published', { release: id, milliseconds: clock.now().getTime() - builtAt.getTime() });
      return true;
    } catch (error) {
      await releases.discard(id);
      throw error;
    }
  };

  return {
    mayHaveChanged,

    giveWay: () => making?.over.abort(),

    async follow(isAwaited, seen) {
      const live = (await releases.live())?.record ?? null;
      if (live === null || !isBehind(live)) {
        await remember(null);
        return false;
      }
      // What another program made cannot be made again by this one; it makes everything anew.
      if (parts.signal.aborted || live.builder !== parts.builder || isTooEarly(live)) return false;
      if (isAwaited() && !isOverdue(live)) return false;
      const over = new AbortController();
      making = { live, seen, over };
      try {
        if (isAwaited()) await mayHaveChanged();
        const isOnline = await make(live, over.signal);
        if (isOnline) await remember(null);
        return isOnline;
      } catch (error) {
        if (parts.signal.aborted) return false;
        if (over.signal.aborted) {
          log.info('the booklet gives way', { release: live.id });
          return false;
        }
        const attempts = failedHere && failure?.release === live.id ? failure.attempts + 1 : 1;
        failedHere = true;
        log.error('booklet not made', { attempts, message: sentenceFor(error), stack: (error as Error).stack });
        await remember({ release: live.id, at: clock.now().toISOString(), attempts, message: sentenceFor(error) });
        return false;
      } finally {
        making = null;
        await looking;
      }
    },

    state(live) {
      if (!isBehind(live)) return undefined;
      const { booklet } = live;
      return {
        behindSince: live.behindSince ?? live.builtAt,
        builtAt: booklet?.builtAt ?? null,
        making: making !== null,
        failure: failure && {
          at: failure.at,
          message: messages.bookletFailed(booklet && formatMoment(booklet.builtAt), failure.message),
        },
      };
    },
  };
}
