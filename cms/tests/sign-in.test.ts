import { beforeAll, describe, expect, it, vi } from 'vitest';
import { codeAt } from '../src/administrators/second-factor/one-time-code.ts';
import { NewSecondFactor, RecoveryCodes, SecondFactorState } from '../src/domain/contract/desk/second-factor.ts';
import { ADMIN, startCms, type Cms } from './helpers/cms.ts';
import { freshAddress, knock, type Answered, type Knock } from './helpers/door.ts';
import { asAdmin, signIn } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const PASSWORD = 'Un-mot-de-passe-5';
const WRONG = 'Un-mot-de-passe-faux';
let accounts = 0;

/** An account of the admin that no other test signs in to. */
async function makeAccount(): Promise<{ id: number; email: string; password: string }> {
  accounts += 1;
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
  const account = { email: `connexion-${accounts}@example.org`, password: PASSWORD };
  const { id } = await cms.strapi.service('admin::user').create({
    ...account,
    firstname: 'Camille',
    lastname: `Exemple ${accounts}`,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
    preferedLanguage: 'fr',
  });
  return { id, ...account };
}

const ask = (path: string, json: unknown, more: Knock = {}): Promise<Answered> =>
  knock(cms, `/admin${path}`, { json, origin: null, ...more });
const tryIn = (json: unknown, more: Knock = {}) => ask('/login', json, more);

/** While `act` is under way no password is right, and none is hashed: that takes long, and is not what a count is about. */
async function withoutHashing<T>(act: () => Promise<T>): Promise<T> {
  const auth = cms.strapi.service('admin::auth') as { validatePassword: () => Promise<boolean> };
  const compared = vi.spyOn(auth, 'validatePassword').mockResolvedValue(false);
  return act().finally(() => compared.mockRestore());
}

const deviceCookies = ({ headers }: Answered): string =>
  (headers['set-cookie'] ?? [])
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => cookie.startsWith('trame_appareil_'))
    .join('; ');

const lettersTo = async (email: string, kind = 'new-password'): Promise<{ text: string }[]> =>
  (
    await cms.strapi.db.connection.raw(
      `select body_text as text from trame_letters where kind = ? and recipient = ? order by id`,
      [kind, email],
    )
  ).rows;

describe('a sign-in', () => {
  const at = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

  it('waits after too many wrong tries of one address, whatever accounts they are about, and for less than a minute', async () => {
    const from = freshAddress();
    const account = await makeAccount();
    const known = deviceCookies(await tryIn(account, { from }));
    const statuses = await withoutHashing(async () => {
      const answers: number[] = [];
      for (let tries = 0; tries < 61; tries += 1) {
        const email = `inconnu-${tries}@example.org`;
        answers.push((await tryIn({ email, password: WRONG }, { from })).status);
      }
      return answers;
    });
    expect(statuses).toEqual([...Array<number>(60).fill(400), 429]);
    const refused = await tryIn(ADMIN, { from });
    expect(refused.status).toBe(429);
    expect(refused.json.error.message).toContain('rien n’est perdu');
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(40);
    expect((await tryIn(ADMIN)).status).toBe(200);
    // Who works there signs in where they did before.
    expect((await tryIn(account, { from, headers: { cookie: known } })).status).toBe(200);
  });

  it('is open to everybody in an office where somebody has forgotten a password', async () => {
    const from = freshAddress();
    const one = await makeAccount();
    const two = await makeAccount();
    const colleague = await makeAccount();
    await withoutHashing(async () => {
      for (const forgetful of [one, two])
        for (let tries = 0; tries < 13; tries += 1) await tryIn({ ...forgetful, password: WRONG }, { from });
    });
    expect((await tryIn(colleague, { from })).status).toBe(200);
    // And for who has forgotten it, in moments.
    const refused = await tryIn(one, { from });
    expect([refused.status, Number(refused.headers['retry-after']) <= 2]).toEqual([429, true]);
    vi.useFakeTimers({ toFake: ['Date'] });
    at(0.1);
    expect((await tryIn(one, { from })).status).toBe(200);
    vi.useRealTimers();
  });

  it('waits after too many wrong tries at one account, whatever address they come from, and not for whom the browser knows', async () => {
    const account = await makeAccount();
    const known = await tryIn(account);
    expect(known.status).toBe(200);
    const cookie = deviceCookies(known);
    const attack = () => tryIn({ ...account, email: account.email.toUpperCase(), password: WRONG });
    // The wait is of seconds, and a busy machine takes as many for what follows.
    vi.useFakeTimers({ toFake: ['Date'] });
    await withoutHashing(async () => {
      for (let attempt = 0; attempt < 8; attempt += 1) expect((await attack()).status).toBe(400);
    });
    expect((await attack()).status).toBe(429);
    expect((await tryIn(account)).status).toBe(429);
    expect((await tryIn(account, { headers: { cookie } })).status).toBe(200);
    const forged = cookie.replace(/=[^;]*;/, '=forged;');
    expect((await tryIn(account, { headers: { cookie: forged } })).status).toBe(429);
    // Of another account: it opens nothing here.
    const other = deviceCookies(await tryIn(await makeAccount()));
    expect((await tryIn(account, { headers: { cookie: other } })).status).toBe(429);
    vi.useRealTimers();
  });

  it('leaves no more than a few hundred tries of a day at one account, from however many addresses', async () => {
    const { email } = await makeAccount();
    vi.useFakeTimers({ toFake: ['Date'] });
    let tried = 0;
    await withoutHashing(async () => {
      for (let minute = 0; minute < 120; minute += 1) {
        for (let time = 0; time < 2; time += 1)
          if ((await tryIn({ email, password: WRONG })).status === 400) tried += 1;
        at(1);
      }
    });
    vi.useRealTimers();
    // Two hours: a twelfth of a day.
    expect(tried).toBeLessThan(960 / 12);
    expect(tried).toBeGreaterThan(50);
  });

  it('counts no success', async () => {
    const account = await makeAccount();
    const from = freshAddress();
    for (let time = 0; time < 12; time += 1) expect((await tryIn(account, { from })).status).toBe(200);
  });

  it('says the same of an unknown address as of a wrong password, after the same work', async () => {
    const account = await makeAccount();
    await cms.strapi.db.query('admin::user').create({
      data: { email: 'invitee@example.org', firstname: 'Sans', isActive: false, blocked: false },
    });
    const auth = cms.strapi.service('admin::auth') as { validatePassword: (...given: string[]) => Promise<boolean> };
    const compared = vi.spyOn(auth, 'validatePassword');
    const answers = [];
    for (const email of [account.email, 'personne@example.org', 'invitee@example.org'])
      answers.push(await tryIn({ email, password: WRONG }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(compared.mock.calls.map(([, hash]) => hash?.slice(0, 7))).toEqual(Array(3).fill('$2a$10$'));
    compared.mockRestore();
  });
});

describe('a forgotten password', () => {
  const forget = (email: string, more: Knock = {}) => ask('/forgot-password', { email }, more);

  it('is answered with a French letter whose link has the public address, and signs in once', async () => {
    const { email } = await makeAccount();
    expect((await forget(email)).status).toBe(204);
    await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(1));
    const [letter] = await lettersTo(email);
    expect(letter?.text).toContain('nouveau mot de passe');
    const code = /http:\/\/cms\.example\.org\/admin\/auth\/reset-password\?code=([\da-f]{40})\n/.exec(
      letter!.text,
    )?.[1];
    const reset = () => ask('/reset-password', { resetPasswordToken: code, password: 'Un-mot-de-passe-6' });
    expect((await reset()).json.data.user.email).toBe(email);
    expect((await reset()).json.error.message).toContain('a déjà servi');
    expect((await tryIn({ email, password: 'Un-mot-de-passe-6' })).status).toBe(200);
  });

  it('promises no letter while none leaves, to nobody, and says what to do; the letter waits all the same', async () => {
    const { email } = await makeAccount();
    vi.stubEnv('SMTP_URL', undefined);
    try {
      const [known, unknown] = [await forget(email), await forget('personne@example.org')];
      expect(known.status).toBe(400);
      expect(known.json.error.message).toMatch(
        /ne partent pas en ce moment.*demandez à la personne qui gère les comptes/,
      );
      expect(unknown.json.error).toEqual(known.json.error);
    } finally {
      vi.unstubAllEnvs();
    }
    await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(1));
  });

  it('fills no mailbox, whoever asks; the last letter stays the one that opens', async () => {
    const { email } = await makeAccount();
    for (let time = 0; time < 5; time += 1) {
      expect((await forget(email)).status).toBe(204);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(3));
    const { resetPasswordToken } = await cms.strapi.db.query('admin::user').findOne({ where: { email } });
    expect((await lettersTo(email)).at(-1)?.text).toContain(resetPasswordToken);
  });

  it('is asked for only so often from one address, and so is every door that wants no session', async () => {
    for (const [path, json, times] of [
      ['/forgot-password', { email: 'personne@example.org' }, 10],
      ['/reset-password', { resetPasswordToken: 'x'.repeat(40), password: PASSWORD }, 10],
      ['/register', { registrationToken: 'x', userInfo: { firstname: 'X', password: PASSWORD } }, 20],
    ] as const) {
      const from = freshAddress();
      const statuses = [];
      for (let time = 0; time < times + 1; time += 1) statuses.push((await ask(path, json, { from })).status);
      expect([path, statuses.indexOf(429)]).toEqual([path, times]);
    }
  });
});

it('invites an editor with a letter, whose link chooses a password and lets in', async () => {
  const token = await signIn(cms, ADMIN);
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { name: 'Éditeur·rice' } });
  const email = 'nouvelle-editrice@example.org';
  const json = { email, firstname: 'Camille', lastname: 'Exemple', roles: [role.id] };
  const made = await asAdmin(cms, token, '/admin/users', { method: 'POST', json });
  expect([made.status, made.ok ? '' : await made.text()]).toEqual([201, '']);
  const letters = await lettersTo(email, 'editor-invitation');
  expect(letters).toHaveLength(1);
  const code = /\/admin\/auth\/register\?registrationToken=([\da-f]{40})\n/.exec(letters[0]!.text)?.[1];
  const userInfo = { firstname: 'Camille', lastname: 'Exemple', password: 'Un-mot-de-passe-7' };
  expect((await ask('/register', { registrationToken: code, userInfo })).status).toBe(200);
  expect((await tryIn({ email, password: 'Un-mot-de-passe-7' })).status).toBe(200);
  // One that comes with its password needs none.
  const { email: other } = await makeAccount();
  expect(await lettersTo(other, 'editor-invitation')).toEqual([]);
});

it('sends nothing by the way of Strapi, which knows no outbox, and says so', async () => {
  const token = await signIn(cms, ADMIN);
  for (const path of ['/email/', '/email/test', '/email/verify']) {
    const answer = await asAdmin(cms, token, path, { method: 'POST', json: { to: 'personne@example.org' } });
    const { error } = (await answer.json()) as { error: { message: string } };
    expect([path, error.message]).toEqual([path, expect.stringContaining('sa propre boîte d’envoi')]);
  }
  const letter = { to: 'personne@example.org', subject: 'Essai', text: 'Essai' };
  await expect(cms.strapi.plugin('email').service('email').send(letter)).rejects.toThrow('sa propre boîte d’envoi');
});

it('never names the address on which the server listens', () => {
  expect(cms.strapi.config.get('server.absoluteUrl')).toBe('http://cms.example.org');
  expect(cms.strapi.config.get('admin.absoluteUrl')).toBe('http://cms.example.org/admin');
});

describe('a second factor', () => {
  const acts = async (token: string) =>
    ((await (await asAdmin(cms, token, '/trame/journal')).json()) as { what: string; subject: string }[]).map(
      ({ what, subject }) => `${subject}: ${what}`,
    );

  /** One that is in force, with its codes. Each code of the telephone is one step later than the one before. */
  async function protect(account: { email: string; password: string }) {
    const token = await signIn(cms, account);
    const post = (path: string, json: unknown) =>
      asAdmin(cms, token, `/trame/second-factor${path}`, { method: 'POST', json });
    const begun = NewSecondFactor.parse(await (await post('/begin', { password: account.password })).json());
    const secret = begun.key.replaceAll(' ', '');
    expect(new URL(begun.uri).searchParams.get('secret')).toBe(secret);
    const now = codeAt(secret, new Date());
    const { recoveryCodes } = RecoveryCodes.parse(await (await post('/confirm', { code: now })).json());
    return { token, post, secret, used: now, recoveryCodes, next: () => codeAt(secret, new Date(Date.now() + 30_000)) };
  }

  it('is asked for before a token is given; each code lets in once', async () => {
    const account = await makeAccount();
    const { secret, used, next, token } = await protect(account);
    const kept = await cms.strapi.db.connection.raw('select secret from trame_second_factors where administrator = ?', [
      account.id,
    ]);
    expect(kept.rows[0].secret).not.toContain(secret);

    const asked = await tryIn(account);
    expect(asked.status).toBe(400);
    expect(asked.json.error.details.secondFactor).toBe('required');
    expect([asked.text.includes('oken'), asked.headers['set-cookie']]).toEqual([false, undefined]);
    // With a wrong password nothing tells that there is a second factor.
    expect((await tryIn({ ...account, password: WRONG, secondFactor: next() })).text).not.toContain('secondFactor');

    for (const secondFactor of [used, '000000', '', 'x'.repeat(41), 123456, null, { $ne: 1 }])
      expect([secondFactor, (await tryIn({ ...account, secondFactor })).status]).toEqual([secondFactor, 400]);

    const other = await makeAccount();
    const theirs = await protect(other);
    const [first, second] = await Promise.all([1, 2].map(() => tryIn({ ...other, secondFactor: theirs.next() })));
    expect([first?.status, second?.status].sort()).toEqual([200, 400]);
    expect(await acts(token)).toContain(`Camille Exemple ${accounts}: Double vérification activée`);
  });

  it('takes five wrong codes and no sixth, from a browser that the account does not know', async () => {
    const account = await makeAccount();
    const { next } = await protect(account);
    for (let time = 0; time < 5; time += 1)
      expect((await tryIn({ ...account, secondFactor: '000000' })).json.error.details.secondFactor).toBe('wrong');
    const refused = await tryIn({ ...account, secondFactor: next() });
    expect(refused.json.error.details.secondFactor).toBe('too-many');
  });

  it('gives way to a recovery code, once, and says so in the journal', async () => {
    const account = await makeAccount();
    const { recoveryCodes, post, token, secret } = await protect(account);
    const [code = '', another = ''] = recoveryCodes;
    expect((await tryIn({ ...account, secondFactor: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await tryIn({ ...account, secondFactor: code })).status).toBe(400);
    // A job may have written a line since.
    expect((await acts(token)).slice(0, 4).join('\n')).toMatch(/Code de secours utilisé.*il en reste 9/);

    const stored = await cms.strapi.db.connection.raw('select code_hash from trame_recovery_codes');
    expect(JSON.stringify(stored.rows)).not.toContain(another.replaceAll('-', ''));
    // Another ENCRYPTION_KEY, as after a restore: the telephone is of no use any more, the codes on paper are.
    await cms.strapi.db.connection.raw('update trame_second_factors set secret = ? where administrator = ?', [
      'v1:00000000000000000000000000000000:00:00000000000000000000000000000000',
      account.id,
    ]);
    const unreadable = await tryIn({ ...account, secondFactor: codeAt(secret, new Date()) });
    expect(unreadable.json.error.details.secondFactor).toBe('unreadable');
    expect((await tryIn({ ...account, secondFactor: another })).status).toBe(200);
    expect((await post('/recovery-codes', { code: recoveryCodes[2] })).status).toBe(200);
    expect((await tryIn({ ...account, secondFactor: recoveryCodes[3] })).status).toBe(400);
  });

  it('also stands behind the link for a new password', async () => {
    const account = await makeAccount();
    const { next } = await protect(account);
    await ask('/forgot-password', { email: account.email });
    await vi.waitFor(async () => expect(await lettersTo(account.email)).toHaveLength(1));
    const { resetPasswordToken } = await cms.strapi.db
      .query('admin::user')
      .findOne({ where: { email: account.email } });
    const reset = { resetPasswordToken, password: 'Un-mot-de-passe-7' };
    const asked = await ask('/reset-password', reset);
    expect([asked.status, asked.json.error.details.secondFactor]).toEqual([400, 'required']);
    expect((await ask('/reset-password', { ...reset, secondFactor: next() })).status).toBe(200);
  });

  it('begins and ends with the password, which an open session does not have', async () => {
    const account = await makeAccount();
    const { post, next, recoveryCodes } = await protect(account);
    const stranger = await signIn(cms, await makeAccount());
    const elsewhere = (path: string, json: unknown) =>
      asAdmin(cms, stranger, `/trame/second-factor${path}`, { method: 'POST', json });
    expect((await elsewhere('/begin', { password: WRONG })).status).toBe(400);
    expect((await elsewhere('/begin', {})).status).toBe(400);
    expect((await elsewhere(`/of/${account.id}/stop`, { password: PASSWORD })).status).toBe(403);
    expect((await post('/begin', { password: PASSWORD })).status).toBe(409);
    expect((await post('/stop', { password: WRONG, code: next() })).status).toBe(400);
    expect((await post('/stop', { password: PASSWORD, code: '000000' })).status).toBe(400);
    const stopped = await post('/stop', { password: PASSWORD, code: recoveryCodes[0] });
    expect(SecondFactorState.parse(await stopped.json())).toEqual({
      activeSince: null,
      recoveryCodes: 0,
      others: null,
    });
    expect((await tryIn(account)).status).toBe(200);
  });

  it('is ended for somebody who has lost everything, by a super administrator', async () => {
    const account = await makeAccount();
    await protect(account);
    const admin = await signIn(cms);
    const stop = (json: unknown) =>
      asAdmin(cms, admin, `/trame/second-factor/of/${account.id}/stop`, { method: 'POST', json });
    expect((await stop({ password: WRONG })).status).toBe(400);
    const { others } = SecondFactorState.parse(await (await stop({ password: ADMIN.password })).json());
    expect(others?.find(({ id }) => id === account.id)).toMatchObject({ email: account.email, activeSince: null });
    expect((await tryIn(account)).status).toBe(200);
  });

  it('asks for nothing while it is only being set up', async () => {
    const account = await makeAccount();
    const token = await signIn(cms, account);
    const begin = () =>
      asAdmin(cms, token, '/trame/second-factor/begin', { method: 'POST', json: { password: PASSWORD } });
    expect((await begin()).status).toBe(200);
    expect((await begin()).status).toBe(200);
    expect((await tryIn(account)).status).toBe(200);
  });
});
