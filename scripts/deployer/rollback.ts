/** `pnpm rollback`: puts an earlier release back online. */
import path from 'node:path';
import { SITE_EXPORT_FORMAT, type SiteExport } from '@trame/cms/domain/contract/site-export';
import { clockOf, dayOf, formatDay } from '@trame/cms/domain/dates';
import { formatClock } from '@trame/cms/domain/slots';
import { z } from 'zod';
import { privacy } from '../checks/privacy.ts';
import { readRelease } from '../checks/release.ts';
import { readEnvironment } from '../lib/environment.ts';
import { readJson } from '../lib/files.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { messages } from './messages.ts';
import { openReleases, type ReleaseRecord } from './releases.ts';

const words = messages.rollback;
/** Named in a refusal; the others are counted. */
const MOST_FINDINGS = 5;

export interface Place {
  readonly dataDir: string;
  readonly siteUrl: string;
}

/** « 5 septembre 2026 à 14 h 30 » */
const moment = (instant: string) => `${formatDay(dayOf(instant))} à ${formatClock(clockOf(instant))}`;

/**
 * The release before the live one, or the one that is asked for by name.
 * @throws {PlainError} when there is none.
 */
export function chooseRelease(
  kept: readonly ReleaseRecord[],
  liveId: string | null,
  wanted: string | null,
): ReleaseRecord {
  if (kept.length === 0 || liveId === null) throw new PlainError(words.none);
  if (wanted !== null) {
    const found = kept.find(({ id }) => id === wanted);
    if (!found) throw new PlainError(words.unknown(wanted));
    if (found.id === liveId) throw new PlainError(words.already(wanted));
    return found;
  }
  const before = kept[kept.findIndex(({ id }) => id === liveId) + 1];
  if (!before) throw new PlainError(words.oldest(liveId));
  return before;
}

/** Its format alone: content that is refused for a wrong value still says which contacts are public. */
const PresentContent = z.looseObject({ format: z.literal(SITE_EXPORT_FORMAT) });

/**
 * An earlier release shows what was public when it was built; somebody may have withdrawn a number since.
 * @param folder the release
 * @throws {PlainError} when it shows contacts that the present content does not hold, or when that cannot be known.
 */
async function refuseWithdrawn(place: Place, id: string, folder: string): Promise<void> {
  const present = await readJson(path.join(place.dataDir, 'deployer', 'export.json'), PresentContent);
  if (present === null) throw new PlainError(words.cannotCompare(id));
  const findings = privacy({
    release: readRelease(folder, place.siteUrl),
    siteExport: present as unknown as SiteExport, // this gate reads texts, whatever field they stand in
    previousPages: null,
    acceptLoss: false,
  });
  if (findings.length === 0) return;
  const shown = findings.slice(0, MOST_FINDINGS).map(({ message }) => message);
  throw new PlainError(words.withdrawn(id, shown, findings.length - shown.length));
}

/** @returns what to tell whoever typed the command. */
export async function rollback(place: Place, args: readonly string[]): Promise<string> {
  if (args.includes('--help')) return words.help;
  const releases = openReleases(place.dataDir);
  const kept = await releases.list();
  const liveId = (await releases.live())?.record.id ?? null;
  if (args.includes('--list')) {
    if (kept.length === 0) throw new PlainError(words.none);
    return kept.map(({ id, builtAt }) => words.line(id, moment(builtAt), id === liveId)).join('\n');
  }
  const target = chooseRelease(kept, liveId, args.find((arg) => !arg.startsWith('-')) ?? null);
  if (!args.includes('--accept-withdrawn')) await refuseWithdrawn(place, target.id, releases.folder(target.id));
  await releases.switchTo(target.id);
  return words.done(target.id, moment(target.builtAt));
}

if (import.meta.main) {
  await runCommand(async () => {
    process.stdout.write(`${await rollback(readEnvironment(), process.argv.slice(2))}\n`);
  });
}
