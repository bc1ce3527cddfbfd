import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from '@trame/cms/mail/transport';
import { composeMessage } from '@trame/cms/mail/message';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CaughtLetter } from './letter-folder.ts';
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts';

const FROM = { name: 'Office', address: 'annuaire@example.org', local: 'annuaire', domain: 'example.org' };
let folder: string;
let catcher: MailCatcher;

const open = async (keep?: number) => {
  catcher = await startMailCatcher({ folder, mailPort: 0, mailboxPort: 0, ...(keep ? { keep } : {}) });
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-mail-catcher-'));
  await open();
});
afterEach(async () => {
  await catcher.stop();
  await rm(folder, { recursive: true, force: true });
});

async function send(
  number: number,
  html = `<p><a href="https://asso.example.org/ma-fiche/#jeton">Fiche ${number}</a></p>`,
) {
  const session = await createTransport(`smtp://127.0.0.1:${catcher.mailPort}`).connect();
  if ('kind' in session) throw new Error(session.answer);
  const to = `contact-${number}@example.org`;
  const letter = {
    key: `lettre-${number}`,
    to,
    subject: `Été ${number}`,
    text: `Bonjour ${number} : https://asso.example.org/ma-fiche/#jeton.`,
    html,
    replyTo: null,
    oneClick: null,
  };
  const delivery = await session.deliver(
    { from: FROM.address, to },
    await composeMessage(letter, FROM, new Date()),
    () => Promise.resolve(),
  );
  session.quit();
  expect(delivery.kind).toBe('accepted');
}

const get = async (address: string) => {
  const response = await fetch(`http://127.0.0.1:${catcher.mailboxPort}${address}`);
  return {
    status: response.status,
    policy: response.headers.get('content-security-policy') ?? '',
    text: await response.text(),
  };
};
const letters = async (query = '') =>
  CaughtLetter.array().parse(JSON.parse((await get(`/messages.json${query}`)).text));

describe('the mail catcher', () => {
  it('keeps each letter and gives it to a test, the newest first', async () => {
    await send(1);
    await send(2);
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Été 2', 'Été 1']);
    const [found] = await letters('?q=contact-1');
    expect(found).toMatchObject({
      to: 'contact-1@example.org',
      envelope: { from: 'annuaire@example.org', to: ['contact-1@example.org'] },
    });
    expect(found?.text).toContain('Bonjour 1');
  });

  it('still has them after it was started again, and at most as many as it keeps', async () => {
    for (const number of [1, 2, 3]) await send(number);
    await catcher.stop();
    await open(2);
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Été 3', 'Été 2']);
    await send(4);
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Été 4', 'Été 3']);
    expect((await get('/lettres/0000000001/')).status).toBe(404);
  });

  it('shows the list, a letter in both forms with links that can be followed, and its source', async () => {
    expect((await get('/')).text).toContain('Aucune lettre pour l’instant');
    await send(1);
    expect((await get('/')).text).toContain('href="/lettres/0000000001/"');
    expect((await get('/?q=%3Cscript%3E')).text).not.toContain('<script>');
    const { text, policy } = await get('/lettres/0000000001/');
    expect(text).toContain('<a href="https://asso.example.org/ma-fiche/#jeton" target="_blank" rel="noreferrer">');
    expect(text).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(policy).toContain("default-src 'none'");
    expect((await get('/lettres/0000000001/source')).text).toContain('Message-ID: <');
  });

  it('lets a letter run and load nothing', async () => {
    await send(
      1,
      '<html><head></head><body><script>parent.location="https://evil.example"</script><img src="https://evil.example/x.png"></body></html>',
    );
    const { text, policy } = await get('/lettres/0000000001/html');
    expect(text).toContain('<head><base target="_blank">');
    expect(policy).toMatch(/default-src 'none'.*sandbox allow-popups/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|https:/);
    expect((await get('/lettres/0000000001/')).text).not.toContain('<script>');
  });

  it('answers to nobody who comes under another name, and changes nothing', async () => {
    const status = (headers: Record<string, string>, method = 'GET') =>
      new Promise((resolve, reject) => {
        request(
          { host: '127.0.0.1', port: catcher.mailboxPort, path: '/messages.json', method, headers },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .on('error', reject)
          .end();
      });
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ host: `localhost:${catcher.mailboxPort}` })).toBe(200);
    expect(await status({}, 'POST')).toBe(405);
    expect((await get('/lettres/..%2f..%2fsecrets/')).status).toBe(404);
  });
});
