/** Entry of the site server's process. */
import { readEnvironment } from '../lib/environment.ts';
import { close, listen } from '../lib/http.ts';
import { createLog } from '../lib/log.ts';
import { runUntilStopped } from '../lib/run.ts';
import { createSiteServer } from './site-server.ts';

await runUntilStopped(async () => {
  const { dataDir, sitePort, siteUrl, cmsUrl } = readEnvironment();
  const log = createLog('site');
  const server = createSiteServer(dataDir, { siteUrl, cmsUrl }, log);
  log.info('listening', { port: await listen(server, sitePort) });
  return () => close(server);
});
