import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../src/domain/contract/associations/my-entry.ts';
import { SESSION_HEADER } from '../src/domain/contract/associations/session-header.ts';
import { hashLinkToken, makeLinkToken } from '../src/platform/links/link-token.ts';
import { purgeAccess } from '../src/associations/sessions/upkeep.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { publishAssociation } from './helpers/content.ts';
import { knock } from './helpers/door.ts';
import { accessLetters, linksSettled, signedIn, SITE, Visitor } from './helpers/visitor.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
  process.env['SITE_URL'] = SITE;
});

let people = 0;
/** The address of somebody whom the office has as a contact of a published association, under no agreement at all. */
async function contact(): Promise<string> {
  people += 1;
  const email = `contact-${people}@example.org`;
  await publishAssociation(cms.strapi, { contacts: [{ role: 'Secrétariat', name: 'Lou Petit', email }] });
  return email;
}
const lastToken = async (email: string): Promise<string> => (await accessLetters(cms, email)).at(-1)?.token ?? '';
const rowsOf = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  ((await cms.strapi.db.connection.raw(sql, values as never)) as unknown as { rows: Record<string, unknown>[] }).rows;
const users = (email: string) => rowsOf('select * from up_users where email = ?', [email]);
const codeOf = ({ json }: { json: { error?: { code?: string } } | null }): string | undefined => json?.error?.code;

describe('signing in by a link', () => {
  it('opens a session, once, without a password, and makes the account at the first time', async () => {
    const email = await contact();
    const visitor = new Visitor(cms);
    const asked = await visitor.askForLink(email.toUpperCase());
    expect([asked.status, asked.text]).toEqual([202, '']);
    expect(await users(email)).toEqual([]);
    const [letter] = await accessLetters(cms, email);
    expect(letter?.text).toContain('15 minutes');
    expect(letter?.text).toContain(`${SITE}/connexion/#`);

    const opened = await visitor.open(letter?.token ?? '');
    expect(opened.status).toBe(200);
    expect(Session.parse(opened.json).email).toBe(email);
    expect(Object.keys(opened.json as object).sort()).toEqual(['accessToken', 'email', 'expiresAt']);
    const minutes = (Date.parse((opened.json as Session).expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    const [cookie] = opened.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^trame_session=[^;]+; path=\/api\/session; expires=[^;]+; samesite=strict; httponly$/i);
    expect(opened.headers['cache-control']).toBe('no-store');
    const [user, ...others] = await users(email);
    expect(others).toEqual([]);
    expect(user).toMatchObject({ password: null, confirmed: true, provider: 'trame' });

    const space = await visitor.readSpace();
    expect(space.json).toMatchObject({ email, associations: [{ managers: [{ email, me: true, invited: false }] }] });
    // A second sign-in is the same account.
    await signedIn(cms, email);
    expect(await users(email)).toHaveLength(1);
  });

  it('marks the cookie as secure behind TLS', async () => {
    const { sessionCookieAttributes } = await import('../src/associations/sessions/session-cookie.ts');
    const before = process.env['CMS_URL'];
    process.env['CMS_URL'] = 'https://cms.example.org';
    expect(sessionCookieAttributes()).toMatchObject({ secure: true, httpOnly: true, sameSite: 'strict' });
    process.env['CMS_URL'] = before;
    expect(sessionCookieAttributes().secure).toBe(false);
  });

  it('keeps the hash of a link, and neither its token nor anything to make it from', async () => {
    const email = await contact();
    await new Visitor(cms).askForLink(email);
    const token = await lastToken(email);
    const [row] = await rowsOf('select * from trame_access_links where email = ?', [email]);
    expect(row?.['token_hash']).toBe(hashLinkToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('refuses a link that was used, has expired, was never made, or is for something else', async () => {
    const email = await contact();
    const visitor = await signedIn(cms, email);
    const used = await lastToken(email);
    const again = await visitor.open(used);
    expect([again.status, codeOf(again)]).toEqual([410, 'link-used']);

    await visitor.askForLink(email);
    const late = await lastToken(email);
    await rowsOf(`update trame_access_links set expires_at = now() - interval '1 second' where token_hash = ?`, [
      hashLinkToken(late),
    ]);
    const expired = await visitor.open(late);
    expect([expired.status, codeOf(expired)]).toEqual([410, 'link-expired']);

    for (const token of [
      'A'.repeat(43),
      makeLinkToken('retrait', 'abcdefgh', 1),
      makeLinkToken('connexion', email.replace(/\W/g, ''), 1),
    ]) {
      const unknown = await visitor.open(token);
      expect([unknown.status, codeOf(unknown)]).toEqual([404, 'link-unknown']);
    }
    for (const token of ['', 'x', 'A'.repeat(44), { $ne: null }, null]) {
      const malformed = await visitor.ask('/api/session/ouvrir', { body: { token } });
      expect([malformed.status, codeOf(malformed)]).toEqual([400, 'invalid']);
    }
  });

  it('lets one of two in that open a link at the same moment', async () => {
    const email = await contact();
    await new Visitor(cms).askForLink(email);
    const token = await lastToken(email);
    const [first, second] = [new Visitor(cms), new Visitor(cms)];
    const answers = await Promise.all([first.open(token), second.open(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('does not mind a scanner that opens every link', async () => {
    const email = await contact();
    await new Visitor(cms).askForLink(email);
    const token = await lastToken(email);
    const scanner = new Visitor(cms);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
      for (const path of [
        '/api/session/ouvrir',
        `/api/session/ouvrir?token=${token}`,
        `/api/session/ouvrir/${token}`,
      ]) {
        const { status, headers } = await scanner.ask(path, { method });
        if (method !== 'OPTIONS') expect([404, 405], `${method} ${path}`).toContain(status);
        expect(headers['set-cookie']).toBeUndefined();
      }
    }
    // Nor one that runs a form: it has not our header.
    expect(
      (await scanner.ask('/api/session/ouvrir', { body: { token }, headers: { [SESSION_HEADER]: null } })).status,
    ).toBe(403);
    expect((await new Visitor(cms).open(token)).status).toBe(200);
  });
});

describe('the code of a letter', () => {
  const lastLetter = async (email: string) => (await accessLetters(cms, email)).at(-1);
  const type = (visitor: Visitor, code: unknown, headers = {}) =>
    visitor.ask('/api/session/code', { body: { code }, headers });
  /** Another code of the same beginning. */
  const wrong = (code: string, attempt: number) => `${code.slice(0, 4)}${String(attempt).padStart(8, '0')}`;

  it('opens what the link opens, once for both, however it is typed', async () => {
    const email = await contact();
    const visitor = new Visitor(cms);
    await visitor.askForLink(email);
    const letter = await lastLetter(email);
    expect(letter?.text).toContain(`${SITE}/connexion/ et tapez le code\n${letter?.code}`);
    const opened = await type(visitor, ` ${letter?.code.toLowerCase().replaceAll('-', ' ')}. `);
    expect([opened.status, Session.parse(opened.json).email]).toEqual([200, email]);
    expect(visitor.cookie).not.toBeNull();
    for (const again of [await type(visitor, letter?.code), await visitor.open(letter?.token ?? '')])
      expect([again.status, codeOf(again)]).toEqual([410, 'link-used']);
    const row = await rowsOf('select * from trame_access_links where email = ?', [email]);
    expect(JSON.stringify(row).toUpperCase()).not.toContain(letter?.code.replaceAll('-', ''));
  });

  it('is not found by guessing, from however many addresses, and another letter’s still opens', async () => {
    const [email, other] = [await contact(), await contact()];
    const visitor = new Visitor(cms);
    await visitor.askForLink(email);
    await visitor.askForLink(other);
    const code = (await lastLetter(email))?.code ?? '';
    const nobodys = await type(visitor, code.startsWith('Z') ? 'A000-0000-0000' : 'Z000-0000-0000');
    expect([nobodys.status, codeOf(nobodys)]).toEqual([404, 'link-unknown']);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = await type(new Visitor(cms), wrong(code, attempt));
      expect(answer.text).toBe(nobodys.text);
    }
    // The right one is not told from a wrong one either, then.
    for (const late of [wrong(code, 10), code]) {
      const answer = await type(new Visitor(cms), late);
      expect([answer.status, codeOf(answer)]).toEqual([429, 'too-many']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60);
    }
    expect((await type(visitor, (await lastLetter(other))?.code)).status).toBe(200);
  });

  it('is asked for by our own page, in the shape of a code', async () => {
    const visitor = new Visitor(cms);
    for (const code of ['', 'K7QF', 'K7QF-29XM-TWDÉ', 'x'.repeat(61), { $ne: null }, null]) {
      const answer = await type(visitor, code);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid']);
    }
    expect((await type(visitor, 'K7QF-29XM-TWDA', { [SESSION_HEADER]: null })).status).toBe(403);
  });
});

describe('who asks for a link', () => {
  it('is answered the same whether the address is known or not, before anything is looked up', async () => {
    const email = await contact();
    const visitor = new Visitor(cms);
    // Nothing that a look-up reads can be read meanwhile.
    const answers = await cms.strapi.db.connection.transaction(async (trx) => {
      await trx.raw('lock table memberships, trame_access_links in access exclusive mode');
      return [
        await visitor.ask('/api/session/lien', { body: { email } }),
        await visitor.ask('/api/session/lien', { body: { email: 'nobody@example.org' } }),
      ];
    });
    await linksSettled();
    const [known, unknown] = answers.map(({ status, text, headers: { date: _date, ...headers } }) => ({
      status,
      text,
      headers,
    }));
    expect(known).toEqual(unknown);
    expect(known?.status).toBe(202);
    expect(await accessLetters(cms, email)).toHaveLength(1);
    expect(await accessLetters(cms, 'nobody@example.org')).toEqual([]);
  });

  it('cannot write a header, or to several', async () => {
    const visitor = new Visitor(cms);
    const email = await contact();
    for (const forged of [
      `${email}\r\nBcc: thief@example.net`,
      `${email},thief@example.net`,
      `"<${email}>" <thief@example.net>`,
    ]) {
      const answer = await visitor.ask('/api/session/lien', { body: { email: forged } });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid']);
    }
    await linksSettled();
    expect(await accessLetters(cms, email)).toEqual([]);
    const extra = await visitor.ask('/api/session/lien', { body: { email, role: 1 } });
    expect(extra.status).toBe(400);
  });

  it('in a hall, with thirty others behind the same address, gets in within the minute', async () => {
    const emails = Array.from({ length: 30 }, (_, index) => `salle-${index}@example.org`);
    await publishAssociation(cms.strapi, {
      contacts: emails.map((email, index) => ({ role: `Bureau ${index}`, name: 'Lou Petit', email })),
    });
    const hall = new Visitor(cms);
    for (const email of emails) expect((await hall.askForLink(email)).status).toBe(202);
    for (const email of emails) {
      const [letter, ...others] = await accessLetters(cms, email);
      expect(others).toEqual([]);
      expect((await hall.open(letter?.token ?? '')).status).toBe(200);
    }
  });

  it('hundreds of times from one address is stopped, and told when to come back', async () => {
    const visitor = new Visitor(cms);
    const answers = [];
    for (let i = 0; i < 130; i += 1)
      answers.push(await visitor.ask('/api/session/lien', { body: { email: `n${i}@example.org` } }));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(120);
    expect(statuses.at(-1)).toBe(429);
    expect(codeOf(answers.at(-1)!)).toBe('too-many');
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('from many addresses of one network is stopped as well, and nobody else is', async () => {
    const network = (host: number) =>
      knock(cms, '/api/session/lien', { json: { email: 'x@example.org' }, from: `127.201.1.${host}` });
    const statuses = [];
    for (let host = 1; host <= 202; host += 1) statuses.push((await network(host)).status);
    expect(statuses).toEqual([...Array<number>(200).fill(202), 429, 429]);
    expect((await new Visitor(cms).ask('/api/session/lien', { body: { email: 'x@example.org' } })).status).toBe(202);
  });

  it('for one mailbox, from a hundred addresses, fills no mailbox and is told nothing', async () => {
    const email = await contact();
    const statuses = [];
    for (let i = 0; i < 100; i += 1)
      statuses.push((await new Visitor(cms).ask('/api/session/lien', { body: { email } })).status);
    await linksSettled();
    expect(new Set(statuses)).toEqual(new Set([202]));
    expect(await accessLetters(cms, email)).toHaveLength(3);
  });
});

describe('a session', () => {
  it('is renewed with a new cookie at each time, and closed for good', async () => {
    const visitor = await signedIn(cms, await contact());
    const first = visitor.cookie;
    expect((await visitor.refresh()).status).toBe(200);
    expect(visitor.cookie).not.toBe(first);
    expect((await visitor.readSpace()).status).toBe(200);
    const last = visitor.cookie;
    const closed = await visitor.ask('/api/session/fermer');
    expect([closed.status, closed.text]).toEqual([202, '']);
    expect(visitor.cookie).toBeNull();
    // The access token has eight minutes left, and opens nothing.
    expect((await visitor.readSpace()).status).toBe(401);
    visitor.cookie = last;
    const refused = await visitor.refresh();
    expect([refused.status, codeOf(refused)]).toEqual([401, 'forbidden']);
  });

  it('ends everywhere when a refresh token comes a second time', async () => {
    const robbed = await signedIn(cms, await contact());
    const thief = new Visitor(cms);
    thief.cookie = robbed.cookie;
    expect((await robbed.refresh()).status).toBe(200);
    expect((await robbed.readSpace()).status).toBe(200);
    const stolen = await thief.refresh();
    expect([stolen.status, codeOf(stolen)]).toEqual([401, 'forbidden']);
    expect(thief.cookie).toBeNull();
    // Nobody can know who of the two is the thief: both are out, access tokens included.
    expect((await robbed.readSpace()).status).toBe(401);
    expect((await robbed.refresh()).status).toBe(401);
  });

  it('ends as well when the thief is first', async () => {
    const robbed = await signedIn(cms, await contact());
    const thief = new Visitor(cms);
    thief.cookie = robbed.cookie;
    expect((await thief.refresh()).status).toBe(200);
    expect((await robbed.refresh()).status).toBe(401);
    expect((await thief.readSpace()).status).toBe(401);
    expect((await thief.refresh()).status).toBe(401);
  });

  it('is not doubled by two requests at the same moment', async () => {
    const visitor = await signedIn(cms, await contact());
    const other = new Visitor(cms);
    other.cookie = visitor.cookie;
    const answers = await Promise.all([visitor.refresh(), other.refresh()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('of another device lives on', async () => {
    const email = await contact();
    const [phone, desk] = [await signedIn(cms, email), await signedIn(cms, email)];
    await phone.ask('/api/session/fermer');
    expect((await desk.readSpace()).status).toBe(200);
    expect((await desk.refresh()).status).toBe(200);
  });

  it('is neither renewed nor closed from another site', async () => {
    const visitor = await signedIn(cms, await contact());
    const cookie = visitor.cookie;
    const forged: Record<string, string | null>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${SITE}.evil.example` },
      { Origin: SITE.replace('https', 'http') },
      { Origin: null },
      { Origin: null, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: null, 'Sec-Fetch-Site': 'same-site' },
      { [SESSION_HEADER]: null },
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/x-www-form-urlencoded' },
    ];
    for (const headers of forged) {
      for (const path of ['/api/session/rafraichir', '/api/session/fermer', '/api/session/ouvrir']) {
        const answer = await visitor.ask(path, {
          body: path.endsWith('ouvrir') ? { token: 'A'.repeat(43) } : {},
          headers,
        });
        expect([403, 415], `${path} ${JSON.stringify(headers)}`).toContain(answer.status);
        expect(answer.headers['set-cookie']).toBeUndefined();
        if (headers['Origin']) expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
    expect(visitor.cookie).toBe(cookie);
    expect((await visitor.refresh()).status).toBe(200);
    const preflight = await visitor.ask('/api/session/rafraichir', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': SESSION_HEADER,
      },
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    const own = await visitor.ask('/api/session/rafraichir', {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': SESSION_HEADER },
    });
    expect(own.headers).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-credentials': 'true',
    });
    expect(own.headers['access-control-allow-headers']).toContain(SESSION_HEADER);
  });

  it('takes no token for another, and none that somebody made', async () => {
    const visitor = await signedIn(cms, await contact());
    const refreshToken = visitor.cookie?.split('=')[1] ?? '';
    const accessToken = visitor.session?.accessToken ?? '';
    const [head = '', body = ''] = refreshToken.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${body}.`;
    const otherKey = `${head}.${body}.${createHmac('sha256', 'a-guessed-secret').update(`${head}.${body}`).digest('base64url')}`;
    for (const token of ['', 'x', unsigned, otherKey, refreshToken]) {
      const { status } = await visitor.ask('/api/espace', {
        method: 'GET',
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(status).toBe(401);
    }
    for (const token of ['', 'x', unsigned, otherKey, accessToken]) {
      const { status } = await new Visitor(cms).ask('/api/session/rafraichir', {
        headers: { Cookie: `trame_session=${token}` },
      });
      expect(status).toBe(401);
    }
    // What was made up by somebody did not end what is real.
    expect((await visitor.refresh()).status).toBe(200);
  });

  it('ends when an administrator blocks the account, and none begins', async () => {
    const email = await contact();
    const visitor = await signedIn(cms, email);
    await rowsOf('update up_users set blocked = true where email = ?', [email]);
    expect((await visitor.readSpace()).status).toBe(401);
    expect((await visitor.refresh()).status).toBe(401);
    await visitor.askForLink(email);
    const refused = await visitor.open(await lastToken(email));
    expect([refused.status, codeOf(refused)]).toEqual([410, 'link-revoked']);
  });
});

describe('Strapi’s own ways in', () => {
  it('are closed for everybody, with a session or without', async () => {
    const visitor = await signedIn(cms, await contact());
    const body = {
      identifier: 'x@example.org',
      username: 'x',
      email: 'x@example.org',
      password: 'Un-mot-de-passe-1',
      code: 'x',
    };
    const paths: readonly (readonly [string, string])[] = [
      ['POST', '/api/auth/local'],
      ['POST', '/api/auth/local/register'],
      ['POST', '/api/auth/forgot-password'],
      ['POST', '/api/auth/reset-password'],
      ['POST', '/api/auth/change-password'],
      ['POST', '/api/auth/refresh'],
      ['POST', '/api/auth/logout'],
      ['POST', '/api/auth/send-email-confirmation'],
      ['GET', '/api/auth/email-confirmation?confirmation=x'],
      ['GET', '/api/auth/google/callback'],
      ['GET', '/api/auth/sessions'],
      ['GET', '/api/connect/google'],
      ['GET', '/api/users'],
      ['GET', '/api/users/me'],
      ['POST', '/api/users'],
      ['GET', '/api/users-permissions/roles'],
      ['GET', '/api/users-permissions/permissions'],
    ];
    for (const [method, path] of paths) {
      for (const authorization of [null, `Bearer ${visitor.session?.accessToken}`]) {
        const answer = await visitor.ask(path, {
          method,
          body,
          headers: { Authorization: authorization, Cookie: visitor.cookie },
        });
        expect([404, 405], `${method} ${path}`).toContain(answer.status);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    const plugin = cms.strapi.plugin('users-permissions').routes as Record<string, { routes: unknown[] }>;
    expect(plugin['content-api']?.routes).toEqual([]);
  });
});

describe('what has ended', () => {
  it('is erased: links, sessions, and accounts that open nothing', async () => {
    const email = await contact();
    await signedIn(cms, email);
    const later = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    const links = () => rowsOf('select * from trame_access_links where email = ?', [email]);
    await purgeAccess(cms.strapi, new Date());
    expect(await links()).toHaveLength(1);
    await purgeAccess(cms.strapi, later(2));
    expect(await links()).toEqual([]);
    expect(await users(email)).toHaveLength(1);

    const [user] = await users(email);
    const sessions = () => rowsOf('select * from strapi_sessions where user_id = ?', [String(user?.['id'])]);
    expect(await sessions()).toHaveLength(1);
    await rowsOf('delete from memberships where email = ?', [email]);
    await purgeAccess(cms.strapi, later(40));
    expect(await sessions()).toEqual([]);
  });
});
