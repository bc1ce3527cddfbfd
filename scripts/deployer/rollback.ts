/** `pnpm rollback`: puts an earlier release back online. */
import path from 'node:path';
import { SITE_EXPORT_FORMAT, type SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { formatMoment } from '@trame/cms/domain/moments';
import { z } from 'zod';
import { privacy } from '../checks/privacy.ts';
import { readRelease } from '../checks/release.ts';
import { readEnvironment } from '../lib/environment.ts';
import { readCache } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { withoutCompleted, isBehind } from './booklet-record.ts';
import { messages } from './messages.ts';
import { openReleases, type ReleaseRecord } from './releases.ts';
import { readRegister, withdrawnSince } from './withdrawn.ts';

const words = messages.rollback;
/** Named in a refusal; the others are counted. */
const MOST_FINDINGS = 5;

export interface Place {
  readonly dataDir: string;
  readonly siteUrl: string;
}

/**
 * The release before the live one that may go online, or the one that is asked for by name.
 * @param refusal why a release may not, in French; null when it may
 * @throws {PlainError} when there is none.
 */
export function chooseRelease(
  kept: readonly ReleaseRecord[],
  liveId: string | null,
  wanted: string | null,
  refusal: (release: ReleaseRecord) => string | null = () => null,
): ReleaseRecord {
  const allowed = (release: ReleaseRecord): ReleaseRecord => {
    const reason = refusal(release);
    if (reason !== null) throw new PlainError(reason);
    return release;
  };
  if (kept.length === 0 || liveId === null) throw new PlainError(words.none);
  if (wanted !== null) {
    const found = kept.find(({ id }) => id === wanted);
    if (!found) throw new PlainError(words.unknown(wanted));
    if (found.id === liveId) throw new PlainError(words.already(wanted));
    return allowed(found);
  }
  const before = kept.slice(kept.findIndex(({ id }) => id === liveId) + 1);
  const [first] = before;
  if (!first) throw new PlainError(words.oldest(liveId));
  return before.find((release) => refusal(release) === null) ?? allowed(first);
}

/**
 * Why a release may not go online again whoever asks: somebody was taken off the directory since.
 * @returns in French; null when it may
 */
async function refusals(dataDir: string): Promise<(release: ReleaseRecord) => string | null> {
  const register = await readRegister(dataDir);
  return (release) => {
    if (register === null) return words.noRegister(release.id);
    const withdrawn = withdrawnSince(register, release);
    if (withdrawn === null) return words.otherRegister(release.id);
    const last = withdrawn.at(-1);
    return last ? words.takenOff(release.id, withdrawn.length, formatMoment(last.at)) : null;
  };
}

/** Its format alone: content that is refused for a wrong value still says which contacts are public. */
const PresentContent = z.looseObject({ format: z.literal(SITE_EXPORT_FORMAT) });

/**
 * An earlier release shows what was public when it was built; somebody may have withdrawn a number since.
 * @param folder the release
 * @throws {PlainError} when it shows contacts that the present content does not hold, or when that cannot be known.
 */
async function refuseWithdrawn(place: Place, id: string, folder: string): Promise<void> {
  const present = await readCache(path.join(place.dataDir, 'deployer', 'export.json'), PresentContent);
  if (present === null) throw new PlainError(words.cannotCompare(id));
  const findings = privacy({
    release: readRelease(folder, place.siteUrl),
    siteExport: present as unknown as SiteExport, // this gate reads texts, whatever field they stand in
    previousPages: null,
    acceptLoss: false,
    awaitsBooklet: false,
  });
  if (findings.length === 0) return;
  const shown = findings.slice(0, MOST_FINDINGS).map(({ message }) => message);
  throw new PlainError(words.withdrawn(id, shown, findings.length - shown.length));
}

/** @returns what to tell whoever typed the command. */
export async function rollback(place: Place, args: readonly string[]): Promise<string> {
  if (args.includes('--help')) return words.help;
  const releases = openReleases(place.dataDir);
  const kept = withoutCompleted(await releases.list());
  const liveId = (await releases.live())?.record.id ?? null;
  const refusal = await refusals(place.dataDir);
  if (args.includes('--list')) {
    if (kept.length === 0) throw new PlainError(words.none);
    return kept
      .map((release) => {
        const state = release.id === liveId ? 'live' : refusal(release) === null ? 'allowed' : 'refused';
        const booklet = isBehind(release)
          ? release.booklet && { builtAt: formatMoment(release.booklet.builtAt) }
          : ('own' as const);
        return words.line(release.id, formatMoment(release.builtAt), state, booklet);
      })
      .join('\n');
  }
  const target = chooseRelease(kept, liveId, args.find((arg) => !arg.startsWith('-')) ?? null, refusal);
  if (!args.includes('--accept-withdrawn')) await refuseWithdrawn(place, target.id, releases.folder(target.id));
  await releases.putBack(target.id);
  return words.done(target.id, formatMoment(target.builtAt));
}

if (import.meta.main) {
  await runCommand(async () => {
    process.stdout.write(`${await rollback(readEnvironment(), process.argv.slice(2))}\n`);
  });
}
