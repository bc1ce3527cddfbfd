/** Entry of the site server's process. */
import { readEnvironment } from '../lib/environment.ts';
import { close, listen } from '../lib/http.ts';
import { createLog } from '../lib/log.ts';
import { runUntilStopped } from '../lib/run.ts';
import { createSiteServer } from './site-server.ts';

await runUntilStopped(async () => {
  const { dataDir, sitePort, cmsUrl } = readEnvironment();
  const server = createSiteServer(dataDir, cmsUrl);
  createLog('site').info('listening', { port: await listen(server, sitePort) });
  return () => close(server);
});
