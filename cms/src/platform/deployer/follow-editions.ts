/** Listens to what the deployer tells of its printings, for as long as the CMS serves, and has the records follow. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createParser } from 'eventsource-parser';
import { causeOf } from '../../domain/cause.ts';
import { EditionProgress } from '../../domain/contract/press/edition-state.ts';
import { askDeployer } from './deployer-client.ts';
import { recordProgress } from './edition-progress.ts';

const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 500;
/** A deployer that was away is heard again after so long at most. */
const LONGEST_PAUSE_MS = 15_000;

/** One connection, until it ends. @param onOpen it stands. @throws {Refused} when there is no deployer to listen to */
async function listen(strapi: Core.Strapi, signal: AbortSignal, onOpen: () => void): Promise<void> {
  const { body } = await askDeployer({
    service: 'printing',
    path: ['editions', 'events'],
    patienceMs: PATIENCE_MS,
    signal,
  });
  if (!body) return;
  onOpen();
  const heard: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => heard.push(data) });
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    parser.feed(text);
    for (const data of heard.splice(0)) await record(strapi, data);
  }
}

async function record(strapi: Core.Strapi, data: string): Promise<void> {
  const progress = EditionProgress.safeParse(parsed(data));
  if (progress.success) await recordProgress(strapi, progress.data);
  else strapi.log.error('editions: the deployer tells something that is not understood: is it of the same version?');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Connects again and again. What is wrong is said once, and once more when it is over. */
async function follow(strapi: Core.Strapi, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let silent = false;
  while (!signal.aborted) {
    try {
      await listen(strapi, signal, () => {
        if (silent) strapi.log.info('editions: the deployer is heard again');
        [pause, silent] = [FIRST_PAUSE_MS, false];
      });
    } catch (error) {
      if (!silent && !signal.aborted) strapi.log.warn(`editions: the deployer is not heard: ${causeOf(error)}`);
      silent = true;
    }
    await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** One Strapi per process, hence one listener. */
let running: { readonly stop: AbortController; readonly done: Promise<void> } | null = null;

/** Begins once the server listens: a seed or a script that only loads the CMS has no records to bring up to date. */
export function followEditionsWhenServing(strapi: Core.Strapi): void {
  strapi.server.httpServer.once('listening', () => {
    const stop = new AbortController();
    running = { stop, done: follow(strapi, stop.signal) };
  });
}

export async function stopFollowingEditions(): Promise<void> {
  const stopped = running;
  running = null;
  stopped?.stop.abort();
  await stopped?.done;
}
