/** The scripts of a release that are no page's: made from the program alone, and the same in each of its releases. */
import { oncePerKey } from '../once.ts';
import { embedScript } from './embed-script.ts';
import { serviceWorkerScript } from './service-worker-script.ts';

export interface ReleaseScripts {
  readonly embed: string;
  readonly serviceWorker: string;
}

/** @param siteUrl asked when the script of another site cannot tell where it came from */
export async function makeScripts(siteUrl: string): Promise<ReleaseScripts> {
  const [embed, serviceWorker] = await Promise.all([embedScript(siteUrl), serviceWorkerScript()]);
  return { embed, serviceWorker };
}

/** Made once by a process that does not change, which bundles for half a second each time otherwise. */
export const scriptsOnce = oncePerKey(makeScripts);
