/** One publication from end to end: content → decision → build → checks → switch; and what is said of it meanwhile. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { Leak, type PublicationState } from '@trame/cms/domain/contract/desk/publication-state';
import { dayOf } from '@trame/cms/domain/dates';
import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import { isThere, readCache, writeJson, writeWhole } from '../lib/files.ts';
import type { Log } from '../lib/log.ts';
import { sentenceFor } from '../lib/plain-error.ts';
import { bookletToKeep, openBooklets } from './booklet.ts';
import { ownBooklet } from './booklet-record.ts';
import { ReleaseRefused, type BookletOfJob, type BuildJob, type CompletionJob } from './build.ts';
import { type Content, Held, Unreachable } from './content.ts';
import { isContentAlone, isUpToDate, whyBuild } from './decision.ts';
import { damageOf, sealRelease } from './integrity.ts';
import { messages } from './messages.ts';
import type { ReleaseRecord, Releases } from './releases.ts';
import type { StepName } from './steps.ts';
import { releasesToForget, readRegister, withdrawnSince } from './withdrawn.ts';
import { withoutWithdrawn } from './withdrawn-content.ts';

/** What a run is asked to do besides looking for changes. */
export interface PublicationRequest {
  /** Build even when nothing changed. */
  readonly force: boolean;
  /** Publish even when many pages disappear. */
  readonly acceptLoss: boolean;
}

export const LOOK: PublicationRequest = { force: false, acceptLoss: false };

export const mergeRequests = (a: PublicationRequest, b: PublicationRequest): PublicationRequest => ({
  force: a.force || b.force,
  acceptLoss: a.acceptLoss || b.acceptLoss,
});

/** A CMS that is silent for less than this is being restarted: nothing to tell anyone. */
const SILENCE_TO_REPORT_MS = 15_000;

/** The last failed build survives a restart of the deployer: it is still the reason why the site is not up to date. */
const Failure = z.object({
  etag: z.string(),
  at: z.iso.datetime(),
  attempts: z.int().positive(),
  message: z.string().min(1),
  leaks: z.array(Leak).optional(),
  loss: z.literal(true).optional(),
});
const StateFile = z.object({ failure: Failure.nullable() });
type Failure = z.infer<typeof Failure>;

export interface PublicationParts {
  readonly dataDir: string;
  readonly builder: string;
  readonly releases: Releases;
  readonly fetchContent: (signal: AbortSignal) => Promise<Content>;
  readonly build: (
    job: BuildJob,
    onStep: (step: StepName) => void,
    signal: AbortSignal,
  ) => Promise<Record<string, number>>;
  /** Makes the booklet of what is online, and a release with it. */
  readonly complete: (job: CompletionJob, signal: AbortSignal, giveWay: AbortSignal) => Promise<Record<string, number>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a release is made of. */
interface Made extends Pick<Content, 'file' | 'etag' | 'version' | 'register'> {
  readonly withdrawnOnly: boolean;
}

export interface Publication {
  /** Looks for changes and publishes them. Reports failures in the state, never throws. */
  run(request: PublicationRequest): Promise<void>;
  /**
   * Makes the booklet of what is online when that went online before it. Reports failures in the state, never throws.
   * @param isAwaited whether something waits to be published
   */
  followUp(isAwaited: () => boolean): Promise<void>;
  /** Something may have changed: a booklet that is being made gives way to it. */
  mayHaveChanged(): void;
  /** A booklet that is being made gives way: everything is made again. */
  giveWay(): void;
  state(pending: boolean): Promise<PublicationState>;
  /** True while the CMS cannot be reached: worth asking again soon. */
  readonly waitsForCms: boolean;
  /** Stops the build under way; what is live stays. */
  stop(): void;
}

/** What the record of a release says of its booklet. @param live what it takes the place of */
function bookletOf(
  plan: BookletOfJob,
  record: Parameters<typeof ownBooklet>[0],
  live: ReleaseRecord | null,
): Pick<ReleaseRecord, 'booklet' | 'behindSince'> {
  if (plan === 'made') return { booklet: ownBooklet(record), behindSince: null };
  return {
    // Nothing of it was taken off, up to what the new content honours.
    booklet: plan === 'awaited' ? null : { ...plan.record, register: record.register },
    behindSince: live?.behindSince ?? record.builtAt,
  };
}

/** Cleans up after a crash and remembers the last failure. */
export async function openPublication(parts: PublicationParts): Promise<Publication> {
  const { releases, clock, log } = parts;
  const stateFile = path.join(parts.dataDir, 'deployer', 'state.json');
  const prune = async () => releases.prune(await releasesToForget(parts.dataDir, await releases.list()));
  await prune();

  const stopping = new AbortController();
  let building: PublicationState['building'] = null;
  let failure: Failure | null = (await readCache(stateFile, StateFile))?.failure ?? null;
  /** A restart is a good reason to try again at once: only what failed in this process is made to wait. */
  let failedHere = false;
  /** Trouble before any build: the CMS is silent, or refuses. */
  let trouble: PublicationState['failure'] = null;
  let silentSince: Date | null = null;
  /** What is online is not what was put there; looked at before each build. */
  let damaged: { readonly release: string; readonly file: string; readonly at: string } | null = null;
  /** Sizes and times tell nothing of what happened while nobody looked. */
  let thoroughlyNext = true;
  /** ETag of the content that was looked at last. */
  let seen: string | null = null;

  /** Never throws. */
  const remember = async (next: Failure | null) => {
    if (failure === null && next === null) return;
    failure = next;
    try {
      await writeJson(stateFile, { failure } satisfies z.infer<typeof StateFile>);
    } catch (error) {
      // Only a restart needs the file. What just happened, good or bad, is told all the same.
      log.error('state not written', { file: stateFile, message: String(error) });
    }
  };

  /** Null when there is no content to be had; the state then says why. */
  const content = async (): Promise<Content | null> => {
    try {
      const found = await parts.fetchContent(stopping.signal);
      trouble = null;
      silentSince = null;
      return found;
    } catch (error) {
      if (stopping.signal.aborted) return null;
      const now = clock.now();
      if (error instanceof Unreachable) {
        silentSince ??= now;
        const silence = now.getTime() - silentSince.getTime();
        if (silence < SILENCE_TO_REPORT_MS) return null;
        trouble = { at: silentSince.toISOString(), message: messages.unreachable(Math.round(silence / 1000)) };
      } else {
        silentSince = null;
        trouble = {
          at: now.toISOString(),
          message: sentenceFor(error),
          ...(error instanceof Held ? { held: true as const } : {}),
        };
      }
      log.error('no content', { message: trouble.message, cause: String((error as Error).cause ?? error) });
      return null;
    }
  };

  /** The last release. The same content after more was noted in the register: it honours that, too. */
  const honouring = async ({ etag, register }: Content): Promise<ReleaseRecord | null> => {
    const newest = (await releases.list())[0] ?? null;
    if (newest === null || newest.etag !== etag || register === null || newest.register === register) return newest;
    return releases.honour(newest, register);
  };

  const enterFor = (builtAt: Date) => (step: StepName) => {
    building = { startedAt: builtAt.toISOString(), step: messages.steps[step] };
  };

  /** Builds, checks and switches. @throws what keeps it from going online; nothing of it is left then */
  const release = async (made: Made, booklet: BookletOfJob, acceptLoss: boolean, builtAt: Date): Promise<string> => {
    const live = await releases.live();
    const id = await releases.newId(builtAt, made.version);
    const enter = enterFor(builtAt);
    enter('pages');
    try {
      const pages = await parts.build(
        {
          id,
          folder: releases.folder(id),
          exportFile: made.file,
          contentVersion: made.version,
          builtAt,
          changesFile: releases.changesFile(id),
          previous: live && {
            folder: damaged === null ? releases.folder(live.record.id) : null,
            pages: live.record.pages,
            changesFile: releases.changesFile(live.record.id),
          },
          acceptLoss,
          booklet,
        },
        enter,
        stopping.signal,
      );
      enter('switch');
      await writeWhole(releases.contentFile(id), await readFile(made.file));
      const record = {
        id,
        etag: made.etag,
        contentVersion: made.version,
        builtAt: builtAt.toISOString(),
        day: dayOf(builtAt),
        register: made.register,
        withdrawnOnly: made.withdrawnOnly,
        builder: parts.builder,
        pages,
      };
      await releases.record({
        ...record,
        ...bookletOf(booklet, record, live?.record ?? null),
        completes: null,
      });
      await releases.switchTo(id);
      damaged = null;
    } catch (error) {
      await releases.discard(id);
      throw error;
    }
    return id;
  };

  /** Notes what the live release is made of. Nobody waits for it: without notes a release is only not watched. Never throws. */
  const seal = async (): Promise<void> => {
    try {
      const live = (await releases.live())?.record;
      if (!live || (await isThere(releases.digestsFile(live.id)))) return;
      const former = (await releases.list()).find(({ id }) => id !== live.id);
      await sealRelease(
        releases.folder(live.id),
        releases.digestsFile(live.id),
        former ? releases.digestsFile(former.id) : null,
      );
    } catch (error) {
      log.error('live release not sealed', { message: String(error) });
    }
  };

  /** A file of the live release that is not what passed the checks; said once. */
  const lookForDamage = async (live: ReleaseRecord | null): Promise<void> => {
    // It does not heal: a look at sizes and times would forget what only the bytes told.
    if (live !== null && damaged?.release === live.id) return;
    const file =
      live &&
      (await damageOf(releases.folder(live.id), releases.digestsFile(live.id), thoroughlyNext).catch(
        (error: unknown) => {
          log.error('release not examined', { release: live.id, message: String(error) });
          return null;
        },
      ));
    thoroughlyNext = false;
    if (!live || file === null) damaged = null;
    else {
      damaged = { release: live.id, file, at: clock.now().toISOString() };
      log.error('the live release is damaged', damaged);
    }
  };

  /** Whether the register says that what is online shows what was taken off since. */
  const showsWithdrawn = async (live: ReleaseRecord): Promise<boolean> => {
    const register = await readRegister(parts.dataDir);
    return register !== null && (withdrawnSince(register, live)?.length ?? 0) > 0;
  };

  /**
   * A new version does not go online: what was taken off the directory leaves what is online all the same. Never throws.
   * @returns `none` when nothing was taken off
   */
  const withdraw = async (
    found: Content,
    refusal: unknown,
    pagesFirst: boolean,
    builtAt: Date,
  ): Promise<'none' | 'done' | 'stays'> => {
    const live = (await releases.live())?.record;
    if (!live) return 'none';
    try {
      const now = await found.read();
      const last = await readCache(releases.contentFile(live.id), SiteExport);
      if (last === null) return (await showsWithdrawn(live)) ? 'stays' : 'none';
      const isLoss = (error: unknown) => error instanceof ReleaseRefused && error.isLoss;
      for (const keepGone of isLoss(refusal) ? [true] : [false, true]) {
        const rest = withoutWithdrawn(last, now, { keepGone });
        if (rest === last) return live.withdrawnOnly ? 'done' : 'none';
        if (rest === null) return 'stays';
        const file = path.join(parts.dataDir, 'deployer', 'without-withdrawn.json');
        await writeJson(file, rest);
        // Records that are kept for now were taken off, too: the release does not honour that.
        const register = keepGone ? live.register : found.register;
        const made = {
          file,
          etag: `without ${found.etag}`,
          version: live.contentVersion,
          register,
          withdrawnOnly: true,
        };
        try {
          const id = await release(made, pagesFirst ? 'awaited' : 'made', false, builtAt);
          log.info('published without what was withdrawn', { release: id });
          return 'done';
        } catch (error) {
          log.error('not published without what was withdrawn', { message: sentenceFor(error) });
          if (keepGone || !isLoss(error)) return 'stays';
        } finally {
          await rm(file, { force: true });
        }
      }
    } catch (error) {
      log.error('not withdrawn', { message: String(error), stack: (error as Error).stack });
    }
    return (await showsWithdrawn(live).catch(() => true)) ? 'stays' : 'none';
  };

  /** @param booklet of what is online, which the checks may refuse beside the new content: the pages then go without it */
  const releaseBeside = async (made: Made, booklet: BookletOfJob, acceptLoss: boolean, builtAt: Date) => {
    try {
      return await release(made, booklet, acceptLoss, builtAt);
    } catch (error) {
      if (typeof booklet === 'string' || !(error instanceof ReleaseRefused && error.isOfBooklet)) throw error;
      log.info('the booklet of before may not stay', { message: sentenceFor(error) });
      return release(made, 'awaited', acceptLoss, builtAt);
    }
  };

  /** @param pagesFirst the booklet may follow */
  const publish = async (found: Content, pagesFirst: boolean, acceptLoss: boolean, builtAt: Date) => {
    const begun = clock.ticks();
    try {
      const now = await found.read(); // a value that the contract refuses is named here, before any step stumbles on it
      const live = (await releases.live())?.record ?? null;
      const kept = pagesFirst && live ? await bookletToKeep({ dataDir: parts.dataDir, releases }, live, now) : null;
      const booklet = kept ?? (pagesFirst ? 'awaited' : 'made');
      const id = await releaseBeside({ ...found, withdrawnOnly: false }, booklet, acceptLoss, builtAt);
      await remember(null);
      log.info('published', { release: id, milliseconds: Math.round(clock.ticks() - begun) });
    } catch (error) {
      if (stopping.signal.aborted) return;
      const attempts = failedHere && failure?.etag === found.etag ? failure.attempts + 1 : 1;
      failedHere = true;
      const leaks = error instanceof ReleaseRefused && error.leaks.length > 0 ? { leaks: [...error.leaks] } : {};
      const loss = error instanceof ReleaseRefused && error.isOnlyLoss ? { loss: true as const } : {};
      log.error('not published', { attempts, message: sentenceFor(error), stack: (error as Error).stack });
      const tell = (message: string) =>
        remember({ etag: found.etag, at: clock.now().toISOString(), attempts, message, ...leaks, ...loss });
      await tell(sentenceFor(error));
      const withdrawn = await withdraw(found, error, pagesFirst, builtAt);
      if (stopping.signal.aborted) return;
      if (withdrawn === 'done') await tell(messages.refusedButWithdrawn(sentenceFor(error)));
      else if (withdrawn === 'stays') await tell(messages.withdrawnStays(sentenceFor(error)));
    } finally {
      building = null;
    }
    await seal();
    await prune();
  };

  const booklets = await openBooklets({
    ...{ dataDir: parts.dataDir, releases, builder: parts.builder, clock, log },
    ...{ complete: parts.complete, fetchContent: parts.fetchContent, signal: stopping.signal },
    isDamaged: async (live) => {
      await lookForDamage(live);
      return damaged !== null;
    },
  });

  return {
    async run(request) {
      try {
        const found = await content();
        if (!found || stopping.signal.aborted) return;
        seen = found.etag;
        const now = clock.now();
        const newest = await honouring(found);
        const live = (await releases.live())?.record ?? null;
        await lookForDamage(live);
        const situation = {
          now,
          day: dayOf(now),
          etag: found.etag,
          builder: parts.builder,
          force: request.force,
          newest,
          live,
          isDamaged: damaged !== null,
          failed: failure && failedHere ? { ...failure, at: new Date(failure.at) } : null,
        };
        const reason = whyBuild(situation);
        if (reason === null) {
          if (isUpToDate(situation)) await remember(null);
          return;
        }
        log.info('build', { reason, etag: found.etag });
        const pagesFirst = isContentAlone(situation) && !request.acceptLoss;
        await publish(found, pagesFirst, request.acceptLoss, now);
      } catch (error) {
        // Releases that cannot be listed or cleared away: said as long as it lasts, tried again at the next look.
        trouble = { at: clock.now().toISOString(), message: sentenceFor(error) };
        log.error('publication failed', { message: String(error), stack: (error as Error).stack });
      }
    },

    async followUp(isAwaited) {
      try {
        if (damaged !== null || !(await booklets.follow(isAwaited, seen))) return;
        await seal();
        await prune();
      } catch (error) {
        trouble = { at: clock.now().toISOString(), message: sentenceFor(error) };
        log.error('booklet not followed up', { message: String(error), stack: (error as Error).stack });
      }
    },

    mayHaveChanged: () => void booklets.mayHaveChanged(),

    giveWay: () => booklets.giveWay(),

    async state(pending) {
      const live = await releases.live();
      const changed: PublicationState['failure'] = damaged && {
        at: damaged.at,
        message: messages.damaged(damaged.file),
      };
      const shown: Failure | PublicationState['failure'] = failure ?? trouble ?? changed;
      const booklet = live && booklets.state(live.record);
      return {
        live: live && {
          release: live.record.id,
          contentVersion: live.record.contentVersion,
          since: live.since.toISOString(),
        },
        building,
        failure: shown && {
          at: shown.at,
          message: shown.message,
          ...('held' in shown ? { held: true as const } : {}),
          ...('leaks' in shown && shown.leaks ? { leaks: shown.leaks } : {}),
          ...('loss' in shown && shown.loss ? { loss: shown.loss } : {}),
        },
        ...(booklet ? { booklet } : {}),
        pending,
      };
    },

    get waitsForCms() {
      return silentSince !== null;
    },

    stop: () => stopping.abort(),
  };
}
