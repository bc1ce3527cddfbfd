/** Letters in the real CMS: what becomes of requests, reminders and returned letters. Being killed is tried in scripts/e2e. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as CampaignStop from '../src/update/campaigns/campaign-stop.ts';
import { Refusal } from '../src/domain/contract/refusal.ts';
import type { MailReport } from '../src/domain/contract/desk/mail-report.ts';
import type * as Outbox from '../src/platform/mail/outbox.ts';
import type * as Door from '../src/platform/mail/queue-letters.ts';
import type { LetterToQueue } from '../src/platform/mail/queue-letters.ts';
import type * as RunStore from '../src/platform/jobs/run-store.ts';
import type * as Reminders from '../src/update/campaigns/reminders.ts';
import { nodeArguments } from '@trame/scripts/testing/child';
import { ROOT } from '@trame/scripts/testing/environment';
import { BOUNCE_TOKEN, type Cms, startCms } from './helpers/cms.ts';
import { documents, unique } from './helpers/content.ts';
import { asAdmin, signIn, signInAsReader } from './helpers/http.ts';

// What the running CMS is compiled from: it holds the state that belongs to the process.
const compiled = <T>(name: string): T => createRequire(import.meta.url)(join(ROOT, 'cms/dist/src', `${name}.js`)) as T;

const DAY = 86_400_000;
const OPENED = new Date('2026-07-01T08:00:00Z');
const afterDays = (days: number) => new Date(OPENED.getTime() + days * DAY);

let cms: Cms;
let outbox: typeof Outbox;
let door: typeof Door;
let reminders: typeof Reminders;
let runs: typeof RunStore;
beforeAll(async () => {
  cms = await startCms();
  outbox = compiled('platform/mail/outbox');
  door = compiled('platform/mail/queue-letters');
  reminders = compiled('update/campaigns/reminders');
  runs = compiled('platform/jobs/run-store');
});
beforeEach(async () => {
  await cms.strapi.db.query('api::campaign.campaign').updateMany({ where: {}, data: { stage: 'close' } });
});

const requests = () => cms.strapi.db.query('api::update-request.update-request');

async function openCampaign(): Promise<string> {
  const { documentId } = await documents(cms.strapi, 'api::campaign.campaign').create({
    data: {
      title: unique('Campagne'),
      invitationSubject: '{association}',
      invitationBody: 'Bonjour,\n\n{lien}',
      reminders: [
        { afterDays: 14, subject: 'Rappel pour {association}', body: 'Premier rappel.\n\n{lien}' },
        { afterDays: 35, subject: 'Dernier rappel pour {association}', body: 'Dernier rappel.\n\n{lien}' },
      ],
    },
  });
  await cms.strapi.db.query('api::campaign.campaign').update({
    where: { documentId },
    data: { stage: 'ouverte', openedAt: OPENED, closesOn: '2099-09-15' },
  });
  return documentId as string;
}

/** A request as an opening makes it, its invitation not yet queued. */
async function ask(campaignId: string, more: Record<string, unknown> = {}) {
  const name = unique('Asso');
  const email = `${name.replace(' ', '-').toLowerCase()}@example.org`;
  const { documentId } = await requests().create({
    data: {
      documentId: randomBytes(12).toString('hex'),
      campaignId,
      associationId: name.replace(' ', '-'),
      associationName: name,
      state: 'à envoyer',
      email,
      generation: 1,
      tokenHash: randomBytes(32).toString('hex'),
      expiresAt: new Date('2099-09-15T00:00:00Z'),
      remindersSent: 0,
      publishedAt: new Date(),
      ...more,
    },
  });
  return { id: documentId as string, name, email };
}

const OFFICE = { name: 'Office', address: null, phone: null, email: null };

const invitation = (campaignId: string, request: { id: string; name: string; email: string }): LetterToQueue => ({
  key: `campaign:${campaignId}:${request.name.replace(' ', '-')}:invitation`,
  kind: 'invitation',
  to: request.email,
  parts: { subject: request.name, paragraphs: ['Bonjour'], office: OFFICE, why: 'Un essai.', withdrawalLink: null },
  replyTo: null,
  request: request.id,
  association: null,
});

const read = async (id: string) => (await requests().findOne({ where: { documentId: id } })) as Record<string, unknown>;
const caught = (email: string) => cms.mail.letters.list().filter(({ to }) => to === email);
const stateOf = async (id: string) => (await read(id))['state'];
const soon = { timeout: 15_000, interval: 50 };
/** Waits until what became of its letters stands on the request, by the job that the page « Tâches » runs by hand. */
const untilNoted = (id: string, is: (request: Record<string, unknown>) => boolean) =>
  vi.waitUntil(async () => {
    await runs.askForRun(cms.strapi.db.connection, 'letter-results', 'the test');
    return is(await read(id));
  }, soon);
const untilSent = (id: string) => untilNoted(id, ({ state }) => state === 'envoyée');

describe('a letter of a campaign', () => {
  it('leaves once, however often it is queued, and its request says so', async () => {
    const campaign = await openCampaign();
    const request = await ask(campaign);
    const letter = invitation(campaign, request);
    expect(await door.queueLetters(cms.strapi, [letter, letter])).toBe(1);
    await vi.waitUntil(async () => (await stateOf(request.id)) === 'envoyée', soon);
    expect(await door.queueLetters(cms.strapi, [letter])).toBe(0);
    expect((await read(request.id))['sentAt']).not.toBeNull();
    expect(caught(request.email)).toHaveLength(1);
    expect(await outbox.sendingState(cms.strapi, campaign)).toEqual({ queued: 0, sent: 1, failed: 0, doubtful: 0 });
  });

  it('does not leave when the transaction that queued it is undone', async () => {
    const campaign = await openCampaign();
    const request = await ask(campaign);
    const undone = cms.strapi.db.transaction(async () => {
      await door.queueLetters(cms.strapi, [invitation(campaign, request)]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ queued: 0, sent: 0 });
  });

  it('does not leave to who answered meanwhile, nor after the closing', async () => {
    const campaign = await openCampaign();
    const [answered, closed] = [await ask(campaign, { state: 'répondue' }), await ask(campaign)];
    const stop = compiled<typeof CampaignStop>('update/campaigns/campaign-stop');
    // Both in one transaction, so that the sender sees neither before the rule has run.
    await cms.strapi.db.transaction(async ({ trx }) => {
      await door.queueLetters(cms.strapi, [invitation(campaign, answered), invitation(campaign, closed)]);
      await trx.raw(`update trame_letters set due_at = now() + interval '1 hour' where request = any(?)`, [
        [answered.id, closed.id],
      ] as never);
    });
    await stop.stopUnwantedLetters(cms.strapi, new Date());
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ queued: 1 });
    await stop.stopUnwantedLetters(cms.strapi, new Date('2099-09-16T08:00:00Z'));
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ queued: 0, sent: 0 });
    expect(caught(answered.email)).toEqual([]);
  });

  it('is refused with the key of the one whose address cannot be one, and none is queued', async () => {
    const campaign = await openCampaign();
    const request = await ask(campaign);
    const letters = [invitation(campaign, request), { ...invitation(campaign, request), key: 'other', to: 'a@b\r\nc' }];
    await expect(door.queueLetters(cms.strapi, letters)).rejects.toThrow(/other/);
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ queued: 0, sent: 0 });
  });
});

describe('reminders', () => {
  const silent = { state: 'envoyée', sentAt: OPENED };

  it('go to the silent only, each once, and carry the link of the invitation', async () => {
    const campaign = await openCampaign();
    const quiet = await ask(campaign, silent);
    const others = await Promise.all(
      ['répondue', 'annulée', 'revenue', 'sans adresse', 'à envoyer'].map((state) =>
        ask(campaign, { ...silent, state }),
      ),
    );
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(13))).toBe(0);
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(14))).toBe(1);
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(15))).toBe(0);
    await vi.waitUntil(() => caught(quiet.email).length === 1, soon);
    const letter = await cms.mail.letters.read(caught(quiet.email)[0]!.id);
    expect(letter?.subject).toBe(`Rappel pour ${quiet.name}`);
    expect(letter?.text).toMatch(/\/ma-fiche\/#[\w-]{43}\n/);
    expect(letter?.text).toMatch(/\/retrait\/#[\w-]{43}\n/);
    for (const { email } of others) expect(caught(email)).toEqual([]);
    expect((await read(quiet.id))['remindersSent']).toBe(1);
    await untilNoted(quiet.id, ({ lastReminderAt }) => lastReminderAt !== null);
  });

  it('after an outage only the latest is sent, and none after the closing day', async () => {
    const campaign = await openCampaign();
    const late = await ask(campaign, silent);
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(40))).toBe(1);
    await vi.waitUntil(() => caught(late.email).length === 1, soon);
    expect(caught(late.email)[0]?.subject).toBe(`Dernier rappel pour ${late.name}`);
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(41))).toBe(0);
    await ask(campaign, silent);
    expect(await reminders.queueDueReminders(cms.strapi, new Date('2099-09-16T08:00:00Z'))).toBe(0);
  });

  it('leave two days between letters when the invitation itself was late', async () => {
    const campaign = await openCampaign();
    await ask(campaign, { ...silent, sentAt: afterDays(13) });
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(14))).toBe(0);
    expect(await reminders.queueDueReminders(cms.strapi, afterDays(15))).toBe(1);
  });
});

describe('a returned letter', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${cms.url}/api/mail/bounce`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOUNCE_TOKEN}`, 'content-type': 'message/rfc822', ...headers },
      body,
    });
  const sample = async (messageId: string, to = 'annuaire@example.org') =>
    (await readFile(join(ROOT, 'cms/src/platform/mail/testing/postfix-unknown-user.eml'), 'utf8'))
      .replaceAll('<11111111111111111111111111111111@example.org>', messageId)
      .replaceAll('annuaire+0123456789abcdef01@example.org', to);

  async function sent() {
    const campaign = await openCampaign();
    const request = await ask(campaign);
    await door.queueLetters(cms.strapi, [invitation(campaign, request)]);
    await untilSent(request.id);
    const letter = (await cms.mail.letters.read(caught(request.email)[0]!.id))!;
    return { campaign, request, letter };
  }

  it('is known by the address that it came to', async () => {
    const { request, letter, campaign } = await sent();
    expect(letter.envelope.from).toMatch(/^annuaire\+[0-9a-f]{18}@example\.org$/);
    const answer = await post(await sample('<unknown@example.org>', letter.envelope.from));
    expect(await answer.json()).toEqual({ result: 'returned' });
    const { state, bounceReason } = await read(request.id);
    expect(state).toBe('revenue');
    expect(bounceReason).toMatch(/^Cette adresse n’existe pas \(ou plus\)\. Réponse du serveur/);
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ sent: 0, failed: 1 });
  });

  it('or by the letter that it quotes, through the command', async () => {
    const { request, letter } = await sent();
    const message = await sample(letter.messageId);
    const output = await new Promise<string>((resolve, reject) => {
      const child = execFile(
        process.execPath,
        nodeArguments(join(ROOT, 'scripts/mail/bounce.ts')),
        { env: { ...process.env, CMS_PORT: new URL(cms.url).port } },
        (error, stdout) => (error ? reject(new Error('pnpm bounce failed', { cause: error })) : resolve(stdout)),
      );
      child.stdin?.end(message);
    });
    expect(output).toBe('Lettre revenue : c’est noté, sur sa demande aussi.\n');
    expect(await stateOf(request.id)).toBe('revenue');
  });

  const answerTo = async (body: string) => ((await (await post(body)).json()) as { result: string }).result;
  const report = async () => (await (await asAdmin(cms, await signIn(cms), '/trame/mail')).json()) as MailReport;
  const troubleOf = async (email: string) => (await report()).troubled.find(({ to }) => to === email);
  /** A notice for people alone, as qmail and its kin write it. */
  const plainNotice = (to: string, reason: string) =>
    `Return-Path: <>\nFrom: MAILER-DAEMON@smtp.example.net\nTo: ${to}\nSubject: failure notice\n\n` +
    `Hi. This is the qmail-send program at smtp.example.net.\nI've given up.\n\n<bureau@chorale.example>:\n${reason}\n`;

  it('is known whatever its format', async () => {
    const { request, letter } = await sent();
    expect(await answerTo(plainNotice(letter.envelope.from, '550 5.1.1 no such user'))).toBe('returned');
    expect(await stateOf(request.id)).toBe('revenue');
  });

  it('is told as late while a server goes on with it, and nothing changes', async () => {
    const { request, letter } = await sent();
    const delayed = (
      await readFile(join(ROOT, 'cms/src/platform/mail/testing/postfix-delayed.eml'), 'utf8')
    ).replaceAll('annuaire+0123456789abcdef01@example.org', letter.envelope.from);
    expect(await answerTo(delayed)).toBe('delayed');
    expect(await stateOf(request.id)).toBe('envoyée');
    expect(await troubleOf(request.email)).toMatchObject({ what: 'delayed', kind: 'invitation' });
    // The failure that follows is no delay any more.
    expect(await answerTo(await sample(letter.messageId))).toBe('returned');
    expect(await troubleOf(request.email)).toBeUndefined();
  });

  it('changes nothing for a forgery; twice is once', async () => {
    const { request, letter } = await sent();
    expect(await answerTo(await sample('<0@x>', 'annuaire+aaaaaaaaaaaaaaaaaa@example.org'))).toBe('unknown');
    expect(await answerTo(plainNotice('annuaire@example.org', '550 5.1.1 no such user'))).toBe('unknown');
    expect(await stateOf(request.id)).toBe('envoyée');
    expect(await answerTo(await sample(letter.messageId))).toBe('returned');
    const first = await read(request.id);
    expect(await answerTo(plainNotice(letter.envelope.from, '552 5.2.2 mailbox full'))).toBe('again');
    expect(await read(request.id)).toEqual(first);
  });

  it('after an answer leaves the answer, and notes why', async () => {
    const { request, letter } = await sent();
    await requests().update({ where: { documentId: request.id }, data: { state: 'répondue' } });
    expect(await answerTo(await sample(letter.messageId))).toBe('returned');
    expect(await read(request.id)).toMatchObject({
      state: 'répondue',
      bounceReason: expect.stringMatching(/^Cette adresse n’existe pas/) as string,
    });
  });

  it('may be a reminder', async () => {
    const campaign = await openCampaign();
    const quiet = await ask(campaign, { state: 'envoyée', sentAt: OPENED });
    await reminders.queueDueReminders(cms.strapi, afterDays(14));
    await vi.waitUntil(() => caught(quiet.email).length === 1, soon);
    await untilNoted(quiet.id, ({ lastReminderAt }) => lastReminderAt !== null);
    const letter = (await cms.mail.letters.read(caught(quiet.email)[0]!.id))!;
    expect(await answerTo(plainNotice(letter.envelope.from, '550 5.1.1 no such user'))).toBe('returned');
    expect(await stateOf(quiet.id)).toBe('revenue');
  });

  it('to a former address says nothing of the present one', async () => {
    const { request, letter } = await sent();
    const email = `nouvelle.${request.email}`;
    await requests().update({ where: { documentId: request.id }, data: { email } });
    expect(await answerTo(await sample(letter.messageId))).toBe('returned');
    expect(await read(request.id)).toMatchObject({ state: 'envoyée', bounceReason: null });
  });

  it('because of us is to be sent again: the address is not to blame, and the office is told', async () => {
    const { campaign, request, letter } = await sent();
    const spf = '550 5.7.23 The message was rejected because of Sender Policy Framework violation';
    expect(await answerTo(plainNotice(letter.envelope.from, spf))).toBe('returned');
    expect(await read(request.id)).toMatchObject({
      state: 'à renvoyer',
      bounceReason: expect.stringMatching(/SPF.*À vous de corriger/) as string,
    });
    const trouble = await troubleOf(request.email);
    expect(trouble).toMatchObject({ what: 'sender', request: request.id });
    expect(await outbox.sendAgain(cms.strapi, [trouble!.key])).toBe(1);
    await vi.waitUntil(() => caught(request.email).length === 2, soon);
    await untilSent(request.id);
    expect((await read(request.id))['bounceReason']).toBeNull();
    expect(await troubleOf(request.email)).toBeUndefined();
    expect(await outbox.sendingState(cms.strapi, campaign)).toMatchObject({ sent: 1, failed: 0 });
  });

  it('that nobody understands is for the editor to look at, and so is a complaint', async () => {
    const { request, letter } = await sent();
    const strange = `From: passerelle@example.net\nTo: ${letter.envelope.from}\nSubject: Information\n\nVoir votre message.\n`;
    // An answer that quotes the letter comes to another address, and is nothing.
    expect(await answerTo(strange.replace(letter.envelope.from, 'annuaire@example.org'))).toBe('none');
    expect(await answerTo(strange)).toBe('unclear');
    expect(await stateOf(request.id)).toBe('envoyée');
    const trouble = await troubleOf(request.email);
    expect(trouble).toMatchObject({ what: 'unclear', words: expect.stringContaining('Voir votre message.') as string });
    const seen = await asAdmin(cms, await signIn(cms), '/trame/mail/seen', {
      method: 'POST',
      json: { keys: [trouble!.key] },
    });
    expect(await seen.json()).toEqual({ seen: 1 });
    expect(await troubleOf(request.email)).toBeUndefined();
    const complaint =
      `From: abuse@operateur.example\nTo: annuaire@example.org\nMIME-Version: 1.0\n` +
      `Content-Type: multipart/report; report-type=feedback-report; boundary=x\n\n--x\nContent-Type: message/feedback-report\n\n` +
      `Feedback-Type: abuse\nVersion: 1\n\n--x\nContent-Type: message/rfc822\n\nMessage-ID: ${letter.messageId}\n\nx\n--x--\n`;
    expect(await answerTo(complaint)).toBe('complaint');
    expect(await troubleOf(request.email)).toMatchObject({ what: 'complaint' });
    expect(await stateOf(request.id)).toBe('envoyée');
  });

  it('of no campaign is told to the office: somebody waits for it', async () => {
    const to = `${unique('connexion').replace(' ', '-')}@example.org`;
    const letter: LetterToQueue = {
      key: `access:${to}`,
      kind: 'sign-in',
      to,
      parts: { subject: 'Connexion', paragraphs: ['Bonjour'], office: OFFICE, why: 'Un essai.', withdrawalLink: null },
      replyTo: null,
      request: null,
      association: null,
    };
    await door.queueLetters(cms.strapi, [letter]);
    await vi.waitUntil(() => caught(to).length === 1, soon);
    const { envelope } = (await cms.mail.letters.read(caught(to)[0]!.id))!;
    expect(await answerTo(plainNotice(envelope.from, '552 5.2.2 mailbox full'))).toBe('returned');
    expect(await troubleOf(to)).toMatchObject({ what: 'returned', kind: 'sign-in' });
  });

  it('is taken from nobody without the token, nor in another form, empty or too large, and each is said', async () => {
    const refusal = async (body: string, headers?: Record<string, string>) => {
      const response = await post(body, headers);
      const { error } = Refusal.parse(await response.json());
      expect(error.message.length).toBeGreaterThan(20);
      return [response.status, error.code];
    };
    expect(await refusal('x', { authorization: 'Bearer guess' })).toEqual([401, 'forbidden']);
    expect(await refusal('{}', { 'content-type': 'application/json' })).toEqual([415, 'invalid']);
    expect(await refusal('')).toEqual([400, 'invalid']);
    expect(await refusal('x'.repeat(3 * 1024 * 1024))).toEqual([413, 'too-large']);
  });

  it('that is refused is said by the command', async () => {
    const said = await new Promise<string>((resolve) => {
      const child = execFile(
        process.execPath,
        nodeArguments(join(ROOT, 'scripts/mail/bounce.ts')),
        { env: { ...process.env, CMS_PORT: new URL(cms.url).port, TRAME_BOUNCE_TOKEN: 'another-token-altogether' } },
        (_error, _stdout, stderr) => resolve(stderr),
      );
      child.stdin?.end('x');
    });
    expect(said).toContain('TRAME_BOUNCE_TOKEN manque, ou n’est pas celui du serveur d’édition.');
  });
});

describe('what the admin is told', () => {
  it('is for signed-in editors, and lists uncertain letters with the act to send them again', async () => {
    const campaign = await openCampaign();
    const request = await ask(campaign);
    const letter = invitation(campaign, request);
    await door.queueLetters(cms.strapi, [letter]);
    await untilSent(request.id);
    await cms.strapi.db.connection.raw(`update trame_letters set state = 'doubtful' where key = ?`, [letter.key]);

    expect((await fetch(`${cms.url}/trame/mail`)).status).toBe(401);
    // The report names addresses: it is not for whoever only has an account.
    const reader = await signInAsReader(cms);
    for (const [path, asked] of [
      ['/trame/mail', {}],
      ['/trame/mail/send-again', { method: 'POST', json: { keys: [letter.key] } }],
      ['/trame/mail/seen', { method: 'POST', json: { keys: [letter.key] } }],
    ] as const)
      expect((await asAdmin(cms, reader, path, asked)).status, path).toBe(403);
    const token = await signIn(cms);
    const report = async () => (await (await asAdmin(cms, token, '/trame/mail')).json()) as MailReport;
    expect(await report()).toMatchObject({ configured: true, mailboxUrl: null, trouble: null });
    expect((await report()).doubtful.map(({ key }) => key)).toContain(letter.key);
    const answer = await asAdmin(cms, token, '/trame/mail/send-again', {
      method: 'POST',
      json: { keys: [letter.key] },
    });
    expect(await answer.json()).toEqual({ queued: 1 });
    await vi.waitUntil(() => caught(request.email).length === 2, soon);
    const ids = await Promise.all(
      caught(request.email).map(async ({ id }) => (await cms.mail.letters.read(id))?.messageId),
    );
    expect(new Set(ids).size).toBe(1); // a mailbox recognises the copy
  });
});
