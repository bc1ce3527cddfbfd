/** `pnpm rollback`: puts an earlier release back online. */
import { clockOf, dayOf, formatDay } from '@trame/cms/domain/dates';
import { formatClock } from '@trame/cms/domain/slots';
import { readEnvironment } from '../lib/environment.ts';
import { PlainError } from '../lib/plain-error.ts';
import { runCommand } from '../lib/run.ts';
import { messages } from './messages.ts';
import { openReleases, type ReleaseRecord, type Releases } from './releases.ts';

const words = messages.rollback;

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

/** @returns what to tell whoever typed the command. */
export async function rollback(releases: Releases, args: readonly string[]): Promise<string> {
  if (args.includes('--help')) return words.help;
  const kept = await releases.list();
  const liveId = (await releases.live())?.record.id ?? null;
  if (args.includes('--list')) {
    if (kept.length === 0) throw new PlainError(words.none);
    return kept.map(({ id, builtAt }) => words.line(id, moment(builtAt), id === liveId)).join('\n');
  }
  const target = chooseRelease(kept, liveId, args.find((arg) => !arg.startsWith('-')) ?? null);
  await releases.switchTo(target.id);
  return words.done(target.id, moment(target.builtAt));
}

if (import.meta.main) {
  await runCommand(async () => {
    process.stdout.write(`${await rollback(openReleases(readEnvironment().dataDir), process.argv.slice(2))}\n`);
  });
}
