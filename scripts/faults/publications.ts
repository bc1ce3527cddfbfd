/** One publication after the other, with a fault in each, and a visitor on the site meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@trame/cms/demo/random';
import { damageOf } from '../deployer/integrity.ts';
import { openReleases } from '../deployer/releases.ts';
import type { Entry } from '../e2e/testing/editor.ts';
import { type Fault, type Injected, nameOf } from './faults.ts';
import { type BadAnswer, judgeAnswers, judgePublication } from './judge.ts';
import type { ReleasesSeen } from './releases-seen.ts';
import { pageSays, whereSaid } from './site-says.ts';
import type { Trame } from './trame.ts';
import type { Visitor } from './visitor.ts';

/** Until everything is well again: the longest pause of `start` and of a build that failed, and the work itself. */
const LIMIT_MS = 300_000;
const LOOK_MS = 100;
const TRY_AGAIN_MS = 500;
/** How often the deployer is woken for nothing, which must come to nothing. */
const WAKES = 4;
/** The deployer gathers requests for a moment before it says that it works. */
const GATHERS_MS = 400;

export interface Outcome {
  readonly kind: string;
  /** False: the fault met nothing. */
  readonly met: boolean;
  readonly recoveredMs: number | null;
  readonly answers: number;
  readonly bad: readonly BadAnswer[];
  readonly unequal: boolean;
  readonly wrong: readonly string[];
}

export interface Scene {
  readonly trame: Trame;
  readonly random: Random;
  readonly releases: ReleasesSeen;
  readonly visitor: Visitor;
  /** Milliseconds that a publication without a fault takes: a fault comes within them. */
  readonly usualMs: number;
  readonly say: (text: string) => void;
}

export const addressOf = (entry: Entry): string => `/associations/${String(entry['slug'])}/`;

/** A word that nothing else says: letters, which end as no French ending does. */
const drawWord = (random: Random): string =>
  `${Array.from({ length: 4 }, () => `${random.pick([...'bdfgklmprtvz'])}${random.pick([...'aou'])}`).join('')}k`;

const summaryWith = (word: string): string => `Une activité pour tous, dont le nom d’essai est ${word}.`;
const wordIn = (summary: unknown): string | null => /est (\w+)\.$/.exec(String(summary))?.[1] ?? null;

/** Clicks until the CMS says that it is published. @throws when `start` ended, or the limit has passed */
async function publish(trame: Trame, entry: Entry, word: string, deadline: number): Promise<void> {
  for (;;) {
    try {
      await trame.edit(async (editor) => {
        const now = await editor.read('association', entry.documentId);
        await editor.publish('association', entry.documentId, { ...now, summary: summaryWith(word) });
      });
      return;
    } catch (error) {
      const ended = trame.ended();
      if (ended !== null) throw new Error(ended, { cause: error });
      if (performance.now() > deadline) throw error;
      await sleep(TRY_AGAIN_MS);
    }
  }
}

/** A change is two releases: it is at rest when the one with its booklet is online, too (decision 0083). */
async function isAtRest(trame: Trame): Promise<boolean> {
  const state = await trame.state();
  if (state === null || state.live === null || state.booklet !== undefined) return false;
  return state.building === null && !state.pending && state.failure === null;
}

async function isWell(trame: Trame, address: string, word: string): Promise<boolean> {
  if (!(await pageSays(trame.siteUrl, address, word)) || !(await isAtRest(trame))) return false;
  if ((['deployer', 'cms', 'postgres'] as const).some((program) => trame.pidOf(program) === null)) return false;
  return (await trame.health()) === 204;
}

/** @returns whether it is well before the deadline @throws when `start` ended */
async function becomesWell(trame: Trame, address: string, word: string, deadline: number): Promise<boolean> {
  while (performance.now() < deadline) {
    if (await isWell(trame, address, word)) return true;
    const ended = trame.ended();
    if (ended !== null) throw new Error(ended);
    await sleep(LOOK_MS);
  }
  return false;
}

/** How many releases went live, once whoever watches them has seen the one that the deployer says is live. */
async function countLive(trame: Trame, releases: ReleasesSeen): Promise<number> {
  const deadline = performance.now() + LIMIT_MS;
  while (performance.now() < deadline) {
    const state = await trame.state();
    if (state?.live && state.live.release === releases.all.at(-1)?.id) break;
    await sleep(LOOK_MS);
  }
  return releases.all.length;
}

/** Releases that are made although nothing is published: each look of the deployer must find that nothing is to be done. */
async function restless({ trame, releases }: Scene): Promise<number> {
  const before = await countLive(trame, releases);
  for (let wake = 0; wake < WAKES; wake++) {
    await trame.wake().catch(() => undefined); // a deployer that has just died is found by the judge
    await sleep(GATHERS_MS);
    const deadline = performance.now() + LIMIT_MS;
    while (!(await isAtRest(trame)) && performance.now() < deadline) await sleep(LOOK_MS);
  }
  return (await countLive(trame, releases)) - before;
}

async function damageOnline(dataDir: string): Promise<string | null> {
  const releases = openReleases(dataDir);
  const live = await releases.live();
  return live && damageOf(releases.folder(live.record.id), releases.digestsFile(live.record.id), true);
}

/** What the fault is, for as long as it lasts, and when it came. */
async function injectDuring(
  { trame, random, usualMs }: Scene,
  fault: Fault,
): Promise<{ injected: Injected | null; at: number; afterMs: number }> {
  const afterMs = fault.before ? 0 : Math.round((random.integer(0, 1000) / 1000) * usualMs);
  await sleep(afterMs);
  const at = performance.now();
  return { injected: await fault.inject(trame, random), at, afterMs };
}

/**
 * @param reached of the answers before (`judgeAnswers`)
 * @throws when nothing more can be tried: `start` ended
 */
export async function publishWithFault(
  scene: Scene,
  fault: Fault,
  entry: Entry,
  reached: number,
): Promise<{ outcome: Outcome; reached: number }> {
  const { trame, random, releases, visitor, say } = scene;
  const address = addressOf(entry);
  let word = drawWord(random);
  const deadline = performance.now() + LIMIT_MS;
  const saidBefore = trame.restartsSaid().length;

  let publishing: Promise<unknown>;
  let injecting: ReturnType<typeof injectDuring>;
  if (fault.before) {
    injecting = injectDuring(scene, fault);
    publishing = injecting.then(() => publish(trame, entry, word, deadline));
  } else {
    publishing = publish(trame, entry, word, deadline);
    injecting = injectDuring(scene, fault);
  }
  publishing.catch(() => undefined); // looked at below, after what was injected
  const { injected, at, afterMs } = await injecting;
  const passed = injected?.passes && sleep(injected.passes.afterMs).then(injected.passes.undo);
  await publishing;
  let isWellAgain = await becomesWell(trame, address, word, deadline);
  await passed;
  if (isWellAgain && injected?.stillThere?.()) {
    word = drawWord(random);
    await publish(trame, entry, word, deadline);
    isWellAgain = await becomesWell(trame, address, word, deadline);
  }
  const recoveredMs = isWellAgain ? Math.round(performance.now() - at) : null;

  let unasked = await restless(scene);
  if (injected?.staysUntilWell) {
    await injected.staysUntilWell();
    await sleep(GATHERS_MS);
    unasked += await restless(scene);
  }

  const cms = await trame.edit((editor) => editor.read('association', entry.documentId)).catch(() => null);
  const site = await whereSaid(trame, address, word);
  const said = trame.restartsSaid().slice(saidBefore);
  const killed = injected?.killed;
  const excused = [...(killed ? [killed.program] : []), ...(injected?.mayDie ?? [])].map(nameOf);
  const wrong = judgePublication({
    acknowledged: word,
    cms: cms && wordIn(cms['summary']),
    site,
    recoveredMs,
    restless: unasked,
    explained: injected?.explained ?? 0,
    deaths: killed
      ? [
          {
            program: nameOf(killed.program),
            said: said.some(({ program }) => program === nameOf(killed.program)),
            back: ![null, killed.pid].includes(trame.pidOf(killed.program)),
          },
        ]
      : [],
    diedUnasked: said.map(({ program }) => program).filter((program) => !excused.includes(program)),
    damaged: await damageOnline(trame.dataDir),
    besides: injected?.besides ?? [],
  });
  if (wrong.length > 0) say(`  the deployer says: ${JSON.stringify(await trame.state())}`);
  const answers = visitor.taken();
  const judged = judgeAnswers(releases.all, answers, reached);
  const met = injected !== null && (injected.hasMet?.() ?? true);
  const well = recoveredMs === null ? 'NOT WELL' : `well ${(recoveredMs / 1000).toFixed(1)} s later`;
  const what = [...(injected ? [injected.what] : []), ...(met ? [] : ['met nothing']), `${afterMs} ms after the click`];
  say(`${fault.kind} (${what.join(', ')}): ${well}; ${answers.length} answers, ${judged.bad.length} bad`);
  for (const line of wrong) say(`  WRONG: ${line}`);
  for (const bad of judged.bad.slice(0, 5)) say(`  BAD ANSWER: ${bad.address}: ${bad.why}`);
  const unequal = Object.values(site).includes(false);
  return {
    outcome: {
      ...{ kind: fault.kind, met, recoveredMs, unequal, wrong },
      answers: answers.length,
      bad: judged.bad,
    },
    reached: judged.reached,
  };
}

/** One publication that nothing disturbs. @returns how long it takes, from the click until all is well, in milliseconds */
export async function publishUndisturbed(
  { trame, random }: Pick<Scene, 'trame' | 'random'>,
  entry: Entry,
): Promise<number> {
  const word = drawWord(random);
  const begun = performance.now();
  await publish(trame, entry, word, begun + LIMIT_MS);
  if (!(await becomesWell(trame, addressOf(entry), word, begun + LIMIT_MS)))
    throw new Error(`An undisturbed publication is not on the site: ${JSON.stringify(await trame.state())}`);
  return performance.now() - begun;
}
