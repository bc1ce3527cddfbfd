/** Between Strapi and the deployer: webhooks that come twice, late or never. Everything else passes as it is. */
import { createServer, request as ask, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK } from '../lib/http.ts';

export type HookMode = { readonly times: number; readonly afterMs: number };
/** As they come. */
export const PLAIN: HookMode = { times: 1, afterMs: 0 };

export interface Hooks {
  readonly server: Server;
  mode: HookMode;
  /** Webhooks that came from Strapi. */
  readonly seen: number;
}

/** @param port of the deployer */
export function createHooks(port: number): Hooks {
  const hooks = { mode: PLAIN, seen: 0 };
  const knock = (url: string, headers: NodeJS.Dict<string | string[]>): void => {
    const onward = ask({
      host: LOOPBACK,
      port,
      path: url,
      method: 'POST',
      headers: { ...headers, 'content-length': '0' },
    });
    onward.on('response', (answer) => answer.resume());
    onward.on('error', () => undefined); // a deployer that is down misses it, as it would Strapi's own
    onward.end();
  };
  const server = createServer((request, response) => {
    const { method, headers, url = '' } = request;
    if (url === '/hooks/strapi') {
      hooks.seen++;
      request.resume();
      const { times, afterMs } = hooks.mode;
      response.writeHead(times === 0 ? 500 : 202).end();
      const { authorization } = headers;
      for (let time = 1; time <= times; time++)
        void sleep(afterMs * time).then(() => knock(url, authorization ? { authorization } : {}));
      return;
    }
    const onward = ask({ host: LOOPBACK, port, path: url, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  return Object.assign(hooks, { server });
}
