/** The deployer, as the service that puts the site online. */
import type { PublicationReport } from '../../domain/contract/desk/publication-report.ts';
import { PublicationState } from '../../domain/contract/desk/publication-state.ts';
import { Refused } from '../http/refused.ts';
import { askDeployer, readFromDeployer, type Question } from './deployer-client.ts';

/** The home page waits for this: a deployer that is busy answers at once, and one that is down must not hold the page. */
const PATIENCE_MS = 2_000;

const ask = (method: 'GET' | 'POST', path: readonly string[], body?: unknown): Question => ({
  service: 'publication',
  method,
  path,
  ...(body === undefined ? {} : { body }),
  patienceMs: PATIENCE_MS,
});

/** What the deployer says of itself. A deployer that is down is something to show: its sentence is the `problem`. */
export async function readPublicationState(): Promise<Pick<PublicationReport, 'state' | 'problem'>> {
  try {
    return { state: await readFromDeployer(PublicationState, ask('GET', ['state'])), problem: null };
  } catch (error) {
    if (error instanceof Refused) return { state: null, problem: error.message };
    throw error;
  }
}

/**
 * Tells the deployer that something may have changed, for changes that Strapi sends no webhook of; it asks for itself what.
 * Never rejects: a deployer that did not hear it finds out at its next round.
 */
export async function wakeDeployer(): Promise<void> {
  const woken = await askDeployer(ask('POST', ['hooks', 'strapi'])).catch(() => null);
  await woken?.body?.cancel();
}

/**
 * Asks for a new build, whether or not anything changed.
 * @param options `acceptLoss`: somebody said that so many pages disappear on purpose
 * @throws {Refused}
 */
export async function requestRebuild(options: { readonly acceptLoss: boolean }): Promise<void> {
  const taken = await askDeployer(ask('POST', ['rebuild'], options));
  await taken.body?.cancel();
}
