/** The link of a letter, from the outside: what it opens, what it takes, and everything that it does not. */
import { existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { revokeLink } from '../src/update/campaigns/one-request.ts';
import { closeCampaign, openCampaign } from '../src/update/campaigns/open-campaign.ts';
import { REQUEST, type UpdateRequest } from '../src/update/campaigns/request-store.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { OpenedEntry, Received, ReceivedLogo } from '../src/domain/contract/associations/my-entry.ts';
import type { EntryForm } from '../src/domain/entry/entry-form.ts';
import { entryLink } from '../src/platform/links/entry-link.ts';
import { hashLinkToken, makeLinkToken } from '../src/platform/links/link-token.ts';
import { codeMaker } from '../src/platform/links/secret-link.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { eraseLogos } from '../src/upkeep/erase-logos.ts';
import { refuseAnswer } from '../src/update/answers/decide-answer.ts';
import { waitingSubmissions } from '../src/update/answers/submission-store.ts';
import { closeAllCampaigns, lettersOf, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { freshAddress, knock, SITE, type Knock } from './helpers/door.ts';
import { Refusal } from '../src/domain/contract/refusal.ts';
import { heicPhotograph, photograph, samsungPhotograph } from './helpers/pictures.ts';
import { pictureWords } from '../src/domain/pictures.ts';

const CLAIRE = { name: 'Claire', id: '1' };
const CONTACT = {
  role: 'Présidence',
  name: 'Anne Martin',
  phone: '+33536490001',
  email: 'anne.martin@example.org',
  web: true,
  print: true,
  professionals: false,
  openData: false,
  consentDate: '2025-06-02',
  consentSource: 'courriel',
};

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = SITE;
});

/** A published association that was asked in an open campaign, and the token of its letter. */
async function asked(data: Record<string, unknown> = {}, campaignData: Record<string, unknown> = {}) {
  await closeAllCampaigns(strapi); // one may be open at a time
  const commune = await makeCommune(strapi);
  const association = await publishAssociation(strapi, {
    commune: commune.documentId,
    contacts: [CONTACT],
    internalNote: 'À rappeler',
    ...data,
  });
  const campaign = await makeCampaign(strapi, { onlyCommunes: [commune.documentId], ...campaignData });
  await openCampaign(strapi, campaign.documentId, CLAIRE);
  const request = (await strapi.db
    .query(REQUEST)
    .findOne({ where: { associationId: association.documentId } })) as UpdateRequest;
  return {
    id: association.documentId as string,
    slug: association.slug as string,
    campaign: campaign.documentId as string,
    request,
    token: makeLinkToken('ma-fiche', request.documentId, request.generation),
  };
}

const post = (path: string, json: unknown, more: Knock = {}) => knock(cms, `/api/ma-fiche/${path}`, { json, ...more });
const open = async (token: string): Promise<OpenedEntry> => {
  const answer = await post('ouvrir', { token });
  expect(answer.status).toBe(200);
  return OpenedEntry.parse(answer.json);
};
const waitingOf = (id: string) => waitingSubmissions(strapi, { associationId: id });
const refusal = (json: unknown) => Refusal.parse(json).error;

describe('opening the link of a letter', () => {
  it('shows what is published about the association, and nothing of the office', async () => {
    const one = await asked();
    const answer = await post('ouvrir', { token: one.token });
    const opened = OpenedEntry.parse(answer.json);
    expect(opened).toMatchObject({
      association: { id: one.id, slug: one.slug },
      pageUrl: `${SITE}/associations/${one.slug}/`,
      campaign: { closesOn: '2099-09-30' },
      answered: null,
    });
    expect(opened.entry.contacts[0]?.phone).toBe('+33536490001');
    // Who unticks a box may take the contact out at once.
    expect(opened.withdrawals).toEqual([expect.stringContaining(`${SITE}/retrait/`)]);
    expect(answer.text).not.toContain('À rappeler');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': SITE,
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('changes nothing, however often a scanner does it and by whatever method', async () => {
    const one = await asked();
    const before = await readContentVersion(strapi.db.connection);
    for (let times = 0; times < 3; times += 1) {
      await open(one.token);
      await post('apercu', { token: one.token });
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      for (const path of ['ouvrir', 'confirmer', 'proposer']) {
        expect((await knock(cms, `/api/ma-fiche/${path}`, { method })).status).toBe(405);
      }
    }
    // A scanner that posts whatever it finds in the address has no version, hence confirms nothing.
    expect((await post('confirmer', { token: one.token })).status).toBe(400);
    expect(await readContentVersion(strapi.db.connection)).toBe(before);
    expect(await waitingOf(one.id)).toHaveLength(0);
    const now = (await strapi.db.query(REQUEST).findOne({ where: { id: one.request.id } })) as UpdateRequest;
    expect(now).toMatchObject({ state: one.request.state, answeredAt: null });
  });

  it('gives the picture of the printed entry from who prints, and says so when there is none', async () => {
    const edition = await documents(strapi, 'api::edition.edition').create({
      data: { title: unique('Édition'), year: 2099 },
    });
    const one = await asked({}, { edition: edition.documentId });
    const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const expected = `/editions/${edition.documentId}/entries/${one.slug}.png`;
    cms.answer = ({ url }) => (url === expected ? { status: 200, body: png } : { status: 404, body: null });
    const picture = await post('apercu', { token: one.token });
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.bytes.equals(png)).toBe(true);
    expect(cms.received.findLast(({ url }) => url === expected)?.headers.authorization).toMatch(/^Bearer /);
    cms.answer = () => ({ status: 404, body: { error: 'Introuvable' } });
    const none = await post('apercu', { token: one.token });
    cms.answer = null;
    expect(none.status).toBe(404);
    expect(refusal(none.json)).toMatchObject({ code: 'unknown', message: expect.stringContaining('aucune édition') });
    // The printing is busy: it is asked again.
    cms.answer = () => ({ status: 500, body: null });
    const busy = await post('apercu', { token: one.token });
    cms.answer = null;
    expect([busy.status, refusal(busy.json).code]).toEqual([503, 'unavailable']);
    // A campaign that names no edition shows the one that is being prepared, as the admin does.
    const without = await asked();
    const newest = new RegExp(`^/editions/[^/]+/entries/${without.slug}\\.png$`);
    cms.answer = ({ url }) => (newest.test(url) ? { status: 200, body: png } : { status: 404, body: null });
    expect((await post('apercu', { token: without.token })).status).toBe(200);
    cms.answer = null;
  });

  it('is refused to who guesses, and told why to who holds an old letter', async () => {
    const one = await asked();
    const guessed = await post('ouvrir', { token: 'A'.repeat(43) });
    expect(guessed.status).toBe(404);
    expect(refusal(guessed.json).code).toBe('link-unknown');
    for (const token of ['', 'x', `${one.token}x`, 'é'.repeat(43), ['a'], null, { $ne: null }]) {
      expect((await post('ouvrir', { token })).status).toBe(400);
    }
    // A token of another purpose is none.
    const other = makeLinkToken('retrait', one.request.documentId, 1);
    expect((await post('ouvrir', { token: other })).text).toBe(guessed.text);

    await strapi.db
      .query(REQUEST)
      .update({ where: { id: one.request.id }, data: { expiresAt: new Date('2020-01-01') } });
    const expired = await post('ouvrir', { token: one.token });
    expect([expired.status, refusal(expired.json).code]).toEqual([410, 'link-expired']);

    const revoked = await asked();
    await revokeLink(strapi, revoked.campaign, revoked.request.documentId, CLAIRE);
    for (const path of ['ouvrir', 'apercu']) {
      const answer = await post(path, { token: revoked.token });
      expect(answer.text).toBe(guessed.text);
    }
    expect((await post('confirmer', { token: revoked.token, version: 'x' })).text).toBe(guessed.text);
  });
});

describe('the code of a letter', () => {
  const type = (code: unknown) => post('code', { code });

  it('leads to its link: the one of the last letter, whatever became of it, and no other', async () => {
    const one = await asked();
    const { code } = entryLink(one.request.documentId, one.request.generation);
    const letter = (await lettersOf(strapi, `campaign:${one.campaign}`))[0];
    expect(letter?.text).toContain(`${SITE}/ma-fiche/ et tapez le code\n${code}`);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect((await type(code)).json).toEqual({ token: one.token });
    // A letter that left before codes were shortened says two signs more.
    const long = codeMaker()(hashLinkToken(one.token));
    expect((await type(long)).json).toEqual({ token: one.token });
    expect((await type(`${long.slice(0, 11)}${long.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
    const unknown = await type('0000-0000-0000');
    expect([unknown.status, refusal(unknown.json).code]).toEqual([404, 'link-unknown']);
    // One of another kind of link is none here.
    const { code: withdrawal = '' } = withdrawalLink(one.id, CONTACT) ?? {};
    expect((await type(withdrawal)).text).toBe(unknown.text);

    await closeCampaign(strapi, one.campaign, CLAIRE);
    const { token } = (await type(code)).json as { token: string };
    // Ten signs of a longer code open nothing: only letters of a campaign have so few.
    expect(
      (await knock(cms, '/api/retrait/code', { json: { code: withdrawal.replaceAll('-', '').slice(0, 10) } })).status,
    ).toBe(404);
    expect(refusal((await post('ouvrir', { token })).json).code).toBe('closed');
    const two = await asked();
    await revokeLink(strapi, two.campaign, two.request.documentId, CLAIRE);
    expect((await type(entryLink(two.request.documentId, two.request.generation).code)).text).toBe(unknown.text);
  });
});

describe('answering', () => {
  it('« Rien n’a changé » waits on the desk, with a receipt to a masked address', async () => {
    const one = await asked();
    const { version } = await open(one.token);
    const answer = await post('confirmer', { token: one.token, version });
    expect(answer.status).toBe(201);
    const { received, receiptTo } = Received.parse(answer.json);
    expect(received).toMatchObject({ kind: 'rien n’a changé', state: 'à relire' });
    expect(receiptTo).toBe('a…@example.org');
    expect(answer.text).not.toContain('anne.martin');
    expect((await open(one.token)).answered?.id).toBe(received.id);
    const [letter] = await lettersOf(strapi, `answer:${received.id}`);
    expect(letter?.recipient).toBe('anne.martin@example.org');
    // The foot of the letter takes the contact out.
    const token = /\/retrait\/#([\w-]{43})/.exec(letter?.text ?? '')?.[1];
    expect((await knock(cms, '/api/retrait/ouvrir', { json: { token } })).status).toBe(200);
  });

  it('lets whoever opens the link again go on from what waits or was refused, and from nothing else', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    expect((await open(one.token)).sent).toBeNull();
    const { received } = (await post('proposer', { token: one.token, version, entry: { ...entry, acronym: 'ABC' } }))
      .json;
    expect((await open(one.token)).sent).toMatchObject({ entry: { acronym: 'ABC' }, base: { acronym: entry.acronym } });
    await refuseAnswer(strapi, received.id, 'Ce sigle est celui d’une autre.', CLAIRE);
    const again = await open(one.token);
    expect(again.answered).toMatchObject({ state: 'refusée', reason: 'Ce sigle est celui d’une autre.' });
    expect(again.sent).toMatchObject({ entry: { acronym: 'ABC' } });
    await post('confirmer', { token: one.token, version });
    expect((await open(one.token)).sent).toBeNull();
  });

  it('twice replaces the first answer, and after the closing is refused', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    await post('confirmer', { token: one.token, version });
    const second = await post('proposer', { token: one.token, version, entry: { ...entry, acronym: 'ABC' } });
    expect(second.status).toBe(201);
    const waiting = await waitingOf(one.id);
    expect(waiting.map(({ documentId }) => documentId)).toEqual([second.json.received.id]);
    await closeCampaign(strapi, one.campaign, CLAIRE);
    const late = await post('confirmer', { token: one.token, version });
    expect([late.status, refusal(late.json).code]).toEqual([409, 'closed']);
    expect(await waitingOf(one.id)).toHaveLength(1);
  });

  it('on an entry that has changed since is refused, and nothing is stored', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    await documents(strapi, 'api::association.association').update({
      documentId: one.id,
      status: 'published',
      data: { summary: 'Ce que l’éditeur a corrigé.' },
    });
    for (const answer of [
      await post('confirmer', { token: one.token, version }),
      await post('proposer', { token: one.token, version, entry: { ...entry, acronym: 'ABC' } }),
    ]) {
      expect([answer.status, refusal(answer.json).code]).toEqual([409, 'conflict']);
    }
    expect(await waitingOf(one.id)).toHaveLength(0);
  });

  it('says in French, field by field, what is to be mended', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    const contacts = [{ ...entry.contacts[0], phone: '12' }];
    const answer = await post('proposer', { token: one.token, version, entry: { ...entry, name: ' ', contacts } });
    expect(answer.status).toBe(400);
    expect(refusal(answer.json).faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['name', 'contacts.0.phone']),
    );
  });

  it('is about the association of the link alone, and about what the form has', async () => {
    const one = await asked();
    const other = await publishAssociation(strapi, { contacts: [CONTACT] });
    const { version, entry } = await open(one.token);
    const hostile: Record<string, unknown>[] = [
      { association: other.documentId },
      { associationId: other.documentId },
      { documentId: other.documentId },
      { request: 'x' },
      { publishedAt: '2020-01-01' },
      { sender: 'me@example.org' },
    ];
    for (const extra of hostile) {
      const answer = await post('proposer', { token: one.token, version, entry, ...extra });
      expect([answer.status, refusal(answer.json).code]).toEqual([400, 'invalid']);
      expect((await post('confirmer', { token: one.token, version, ...extra })).status).toBe(400);
    }
    for (const extra of [
      { publishedAt: null },
      { owners: ['me'] },
      { internalNote: 'x' },
      { slug: 'x' },
      { inPrint: true },
      { verifiedOn: '2099-01-01' },
      { id: 1 },
      { documentId: other.documentId },
      { __proto__: { admin: true }, constructor: {} },
    ]) {
      expect((await post('proposer', { token: one.token, version, entry: { ...entry, ...extra } })).status).toBe(400);
    }
    expect(await waitingOf(one.id)).toHaveLength(0);
    expect(await waitingOf(other.documentId)).toHaveLength(0);
  });

  it('keeps HTML as the text that it is, in the answer and in letters', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    const acronym = '<b onclick=x>&"';
    const summary = 'Bonjour <script>alert(1)</script> & <img src=x onerror=alert(1)>';
    const answer = await post('proposer', { token: one.token, version, entry: { ...entry, acronym, summary } });
    expect(answer.status).toBe(201);
    const [waiting] = await waitingOf(one.id);
    expect(waiting?.entry).toMatchObject({ acronym, summary });
    const { rows } = await strapi.db.connection.raw('select body_html from trame_letters where key like ?', [
      `%${answer.json.received.id}%`,
    ]);
    expect(rows[0].body_html).not.toMatch(/<script|<img|<b onclick/);
  });

  it('is held to its size', async () => {
    const one = await asked();
    const { version, entry } = await open(one.token);
    const huge = await post('proposer', {
      token: one.token,
      version,
      entry: { ...entry, description: 'x'.repeat(1_000_000) },
    });
    expect([huge.status, refusal(huge.json).code]).toEqual([413, 'too-large']);
    const long = await post('proposer', {
      token: one.token,
      version,
      entry: { ...entry, description: 'x'.repeat(6000) },
    });
    expect(long.status).toBe(400);
    expect(refusal(long.json).faults).toEqual([{ path: 'description', message: expect.stringContaining('5000') }]);
    expect((await post('ouvrir', { token: one.token, filling: 'x'.repeat(3000) })).status).toBe(413);
    const broken = await knock(cms, '/api/ma-fiche/ouvrir', { text: '{"token": ' });
    expect([broken.status, refusal(broken.json).code]).toEqual([400, 'invalid']);
  });
});

describe('the door', () => {
  it('stays shut to other sites', async () => {
    const one = await asked();
    const json = { token: one.token };
    for (const origin of ['https://evil.example', 'null', `${SITE}.evil.example`, SITE.replace('https', 'http')]) {
      const answer = await post('ouvrir', json, { origin });
      expect([answer.status, refusal(answer.json).code]).toEqual([403, 'forbidden']);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect((await knock(cms, '/api/ma-fiche/ouvrir', { method: 'OPTIONS', origin })).status).toBe(403);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await post('ouvrir', json, { origin: null, headers: { 'sec-fetch-site': site } })).status).toBe(403);
    }
    // What an HTML form can send without asking first.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await post('ouvrir', json, { headers: { 'content-type': type } })).status).toBe(415);
    }
    const preflight = await knock(cms, '/api/ma-fiche/ouvrir', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': SITE,
      'access-control-allow-methods': 'POST',
    });
    expect((await knock(cms, '/api/ma-fiche/autre', { json })).status).toBe(404);
  });

  it('is the only way in, in whatever letters the address is written', async () => {
    const { token } = await asked();
    for (const path of [
      '/API/ma-fiche/ouvrir',
      '/api/Ma-Fiche/ouvrir',
      '/api/ma-fiche/OUVRIR',
      '/api/ma-fiche/ouvrir/',
    ]) {
      const answer = await knock(cms, path, { json: { token } });
      expect([answer.status, refusal(answer.json).code], path).toEqual([404, 'unknown']);
      expect((await knock(cms, path, { json: { token }, origin: 'https://evil.example' })).status, path).toBe(404);
    }
  });

  it('takes answers of one link at a reasonable pace, from whatever addresses', async () => {
    const one = await asked();
    const { version } = await open(one.token);
    const statuses: number[] = [];
    for (let times = 0; times < 40; times += 1) {
      const answer = await post('confirmer', { token: one.token, version });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array<number>(30).fill(201), ...Array<number>(10).fill(429)]);
    expect(await waitingOf(one.id)).toHaveLength(1);
    expect((await post('ouvrir', { token: one.token })).status).toBe(200);
  });

  it('lets a hall of people in behind one address, and not one machine that says that it is many', async () => {
    const from = freshAddress();
    const statuses: number[] = [];
    for (let times = 0; times < 210; times += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${times}` };
      statuses.push((await post('confirmer', { token: 'A'.repeat(43), version: 'x' }, { from, headers })).status);
    }
    expect(statuses).toEqual([...Array<number>(200).fill(404), ...Array<number>(10).fill(429)]);
  });
});

describe('a logo', () => {
  const drawing = () => sharp({ create: { width: 2400, height: 1200, channels: 4, background: '#1d5c4d' } });
  const send = (token: string, bytes: Buffer | string, name = 'logo.png', type = 'image/png') => {
    const form = new FormData();
    form.set('token', token);
    form.set('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }), name);
    return knock(cms, '/api/ma-fiche/logo', { form });
  };
  const folder = () => join(process.env.DATA_DIR ?? '', 'submissions');
  const answerWith = async (token: string, upload: string) => {
    const { version, entry } = await open(token);
    const logo: EntryForm['logo'] = { choice: 'new', upload, alt: 'Un moulin' };
    return post('proposer', { token, version, entry: { ...entry, logo } });
  };

  it('is drawn anew, smaller and without anything but its pixels', async () => {
    const one = await asked();
    const photo = await drawing()
      .jpeg()
      .withExif({ IFD0: { Artist: 'Anne Martin' }, IFD3: { GPSLatitude: '45/1 0/1 0/1' } })
      .toBuffer();
    const answer = await send(one.token, photo, 'photo.jpg', 'image/jpeg');
    expect(answer.status).toBe(200);
    const logo = ReceivedLogo.parse(answer.json);
    expect(logo).toMatchObject({ width: 1600, height: 800 });
    expect(logo.preview).toMatch(/^data:image\/webp;base64,/);
    const kept = readFileSync(join(folder(), logo.upload));
    expect(kept.includes('Anne Martin')).toBe(false);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect((await answerWith(one.token, logo.upload)).status).toBe(201);
    expect((await waitingOf(one.id))[0]?.logoFile).toBe(logo.upload);
  });

  it('is taken from a telephone whose pictures only a strict decoder minds, and not when it is cut', async () => {
    const one = await asked();
    const picture = await samsungPhotograph();
    expect((await send(one.token, picture, 'photo.jpg', 'image/jpeg')).status).toBe(200);
    for (const whole of [picture, await photograph()]) {
      const cut = await send(one.token, whole.subarray(0, Math.floor(whole.length * 0.6)), 'photo.jpg', 'image/jpeg');
      expect([cut.status, refusal(cut.json).message]).toEqual([400, pictureWords.damaged]);
    }
    const heic = await send(one.token, heicPhotograph(), 'IMG_0001.HEIC', 'image/heic');
    expect([heic.status, refusal(heic.json).message]).toEqual([400, pictureWords.heic]);
  });

  it('loses what it carried along', async () => {
    const one = await asked();
    const png = await drawing().png().toBuffer();
    const payload = '<svg onload=alert(1)><script>alert(1)</script>PK\u0003\u0004';
    const answer = await send(one.token, Buffer.concat([png, Buffer.from(payload)]));
    expect(answer.status).toBe(200);
    expect(readFileSync(join(folder(), answer.json.upload)).includes('<script>')).toBe(false);
  });

  it('is none when it is anything else, whatever it is called', async () => {
    const one = await asked();
    const png = await drawing().png().toBuffer();
    const bomb = Buffer.from(
      await sharp({ create: { width: 16, height: 16, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    const strip = await sharp({ create: { width: 40_000, height: 16, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const signature = png.subarray(0, 8);
    const refusedFiles: (Buffer | string)[] = [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      '<!doctype html><script>alert(1)</script>',
      '%PDF-1.7\n1 0 obj',
      await drawing().resize(20).gif().toBuffer(),
      Buffer.concat([signature, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]),
      png.subarray(0, Math.floor(png.length / 2)),
      bomb,
      strip,
      await drawing().resize(4, 4).png().toBuffer(),
      '',
    ];
    mkdirSync(folder(), { recursive: true });
    for (const file of refusedFiles) {
      const answer = await send(one.token, file);
      expect([answer.status, refusal(answer.json).code]).toEqual([400, 'invalid']);
    }
    const heavy = await send(one.token, Buffer.concat([png, Buffer.alloc(5_100_000)]));
    expect([heavy.status, refusal(heavy.json).code]).toEqual([413, 'too-large']);
    expect((await send('B'.repeat(43), png)).status).toBe(404);
  });

  it('waits for the one before it, also when that one was none', async () => {
    const one = await asked();
    const png = await drawing().png().toBuffer();
    const answers = await Promise.all([png, png.subarray(0, 900), png].map((file) => send(one.token, file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200]);
  });

  it('is of the link that sent it, and of nobody else', async () => {
    const one = await asked();
    const sent = await send(one.token, await drawing().png().toBuffer());
    const other = await asked();
    for (const upload of [sent.json.upload as string, 'a'.repeat(44), 'a'.repeat(16), 'aaaaaaaaaaaaaaaa-bbb']) {
      const answer = await answerWith(other.token, upload);
      expect([answer.status, refusal(answer.json).code]).toEqual([400, 'invalid']);
    }
    expect((await answerWith(other.token, '../../etc/passwd')).status).toBe(400);
  });

  it('that nobody answered with is erased after a day', async () => {
    const one = await asked();
    const [answered, orphan] = [
      await send(one.token, await drawing().png().toBuffer()),
      await send(one.token, await drawing().png().toBuffer()),
    ];
    await answerWith(one.token, answered.json.upload);
    const [kept, lost] = [answered, orphan].map(({ json }) => join(folder(), json.upload)) as [string, string];
    const longAgo = new Date(Date.now() - 25 * 3600 * 1000);
    expect(await eraseLogos(strapi, new Date())).toBe(0);
    for (const path of [kept, lost]) utimesSync(path, longAgo, longAgo);
    expect(await eraseLogos(strapi, new Date())).toBeGreaterThan(0);
    expect([existsSync(kept), existsSync(lost)]).toEqual([true, false]);
    expect((await answerWith(one.token, orphan.json.upload)).status).toBe(400);
  });
});
