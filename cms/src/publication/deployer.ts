import { PublicationState } from '../domain/contract/publication-state.ts';
import { requireEnvironment } from '../environment.ts';
import type { PublicationReport, RebuildAnswer } from './publication-report.ts';

/** The home page waits for this: a deployer that is busy answers at once, one that is down must not hold the page. */
const PATIENCE_MS = 2_000;

const words = {
  unreachable:
    'Le service de publication ne répond pas : le site reste en ligne tel qu’il est, et vos modifications sont gardées. Elles seront publiées dès qu’il redémarrera.',
  refused:
    'Le service de publication refuse le CMS : TRAME_WEBHOOK_SECRET n’est pas le même des deux côtés. Prévenez la personne qui s’occupe du serveur.',
  unreadable:
    'Le service de publication répond autrement que prévu : les deux programmes ne sont sans doute pas de la même version. Prévenez la personne qui s’occupe du serveur.',
  rebuilding: 'La mise en ligne est relancée.',
};

function callDeployer(method: 'GET' | 'POST', path: string): Promise<Response> {
  const { DEPLOYER_URL, TRAME_WEBHOOK_SECRET } = requireEnvironment();
  return fetch(`${DEPLOYER_URL}${path}`, {
    method,
    headers: { Authorization: `Bearer ${TRAME_WEBHOOK_SECRET}` },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

const refusal = (response: Response): string =>
  response.status === 401 || response.status === 403 ? words.refused : words.unreadable;

/** What the deployer says of itself. Never throws: a deployer that is down is something to show. */
export async function readPublicationState(): Promise<Pick<PublicationReport, 'state' | 'problem'>> {
  try {
    const response = await callDeployer('GET', '/state');
    if (!response.ok) return { state: null, problem: refusal(response) };
    const state = PublicationState.safeParse(await response.json().catch(() => null));
    return state.success ? { state: state.data, problem: null } : { state: null, problem: words.unreadable };
  } catch {
    return { state: null, problem: words.unreachable };
  }
}

/**
 * Tells the deployer that something may have changed, for changes that Strapi sends no webhook of; it asks for itself what.
 * Never throws: a deployer that did not hear it finds out at its next round.
 */
export async function wakeDeployer(): Promise<void> {
  await callDeployer('POST', '/hooks/strapi').catch(() => undefined);
}

/** Asks for a new build, whether or not anything changed. Never throws. */
export async function requestRebuild(): Promise<RebuildAnswer> {
  try {
    const response = await callDeployer('POST', '/rebuild');
    return response.ok
      ? { accepted: true, message: words.rebuilding }
      : { accepted: false, message: refusal(response) };
  } catch {
    return { accepted: false, message: words.unreachable };
  }
}
