import { join } from 'node:path';
import { behindTls, dataDirectory, readEnvironment } from '../src/environment.ts';

export default () => {
  const environment = readEnvironment();
  return {
    host: environment.CMS_HOST,
    port: environment.CMS_PORT,
    // No `url`: the admin's build would carry it, and then only answer on that address.
    app: { keys: environment.APP_KEYS },
    dirs: { public: join(dataDirectory(environment), 'public') },
    // `proxy: true` is silently ignored by Strapi 5: the key is `koa`.
    // One proxy stands before us: only the last address of X-Forwarded-For is its own word. Without the limit Koa takes the first,
    // which the client writes, and whoever guesses passwords would get a new address, and new attempts, at each request.
    proxy: { koa: behindTls(environment), maxIpsCount: 1 },
    logger: { updates: { enabled: false } },
    transfer: { remote: { enabled: false } }, // on by default
    mcp: { enabled: false },
  };
};
