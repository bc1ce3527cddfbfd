/** A visitor who asks the site for pages all the time, and notes what is answered. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './judge.ts';

/** Fifty questions a second, as long as they are answered. */
const PACE_MS = 20;
const MOST_AT_ONCE = 16;
/** Longer than anybody waits; a busy machine answers within a second. */
const PATIENCE_MS = 15_000;

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

export interface Visitor {
  /** Answers since the last call. */
  taken(): Answer[];
  /** Asks no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** @param addresses what to ask, in turn; asked again before each question */
export function sendVisitor(siteUrl: string, addresses: () => readonly string[]): Visitor {
  let answers: Answer[] = [];
  let stopped = false;
  const underWay = new Set<Promise<void>>();

  const ask = async (address: string): Promise<void> => {
    const begun = performance.now();
    const note = (rest: Pick<Answer, 'status' | 'digest' | 'cause'>) =>
      answers.push({ address, begun, ended: performance.now(), ...rest });
    try {
      const response = await fetch(`${siteUrl}${address}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const body = new Uint8Array(await response.arrayBuffer());
      note({ status: response.status, digest: sha256(body) });
    } catch (error) {
      const { cause, name } = error as { cause?: { code?: string }; name: string };
      note({ status: null, digest: null, cause: cause?.code ?? name });
    }
  };

  const walk = (async () => {
    for (let at = 0; !stopped; at++) {
      const all = addresses();
      if (underWay.size < MOST_AT_ONCE) {
        const question = ask(all[at % all.length]!).finally(() => underWay.delete(question));
        underWay.add(question);
      }
      await sleep(PACE_MS);
    }
    await Promise.all(underWay);
  })();

  return {
    taken() {
      const now = answers;
      answers = [];
      return now;
    },
    async stop() {
      stopped = true;
      await walk;
    },
  };
}
