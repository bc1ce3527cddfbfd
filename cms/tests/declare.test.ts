/** The public form for associations that are not listed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { LookAlikes, Received } from '../src/domain/contract/associations/my-entry.ts';
import { emptyEntry } from '../src/domain/entry/empty-entry.ts';
import type { EntryForm } from '../src/domain/entry/entry-form.ts';
import { findSubmission } from '../src/update/answers/submission-store.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { makeCommune, makeTheme, publishAssociation, unique } from './helpers/content.ts';
import { freshAddress, knock, SITE, type Knock } from './helpers/door.ts';
import { Refusal } from '../src/domain/contract/refusal.ts';

let cms: Cms;
let strapi: Cms['strapi'];
let theme: string;
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = SITE;
  theme = (await makeTheme(strapi)).documentId;
});

let senders = 0;
const entryOf = (more: Partial<EntryForm> = {}): EntryForm => ({
  ...emptyEntry(),
  name: unique('Confrérie du pruneau'),
  summary: 'Ce que fait l’association, en une phrase.',
  themes: [theme],
  contacts: [
    {
      role: '',
      name: 'Luc',
      phone: '05 36 49 77 01',
      email: '',
      web: true,
      print: false,
      professionals: false,
      openData: false,
    },
  ],
  ...more,
});
function declaration(more: Record<string, unknown> = {}) {
  senders += 1;
  return {
    entry: entryOf(),
    rnaId: '',
    senderEmail: `club-${senders}@example.org`,
    knowsLookAlikes: true,
    seconds: 60,
    website2: '',
    ...more,
  };
}
const send = (json: unknown, more: Knock = {}) => knock(cms, '/api/declarer', { json, ...more });
const refusal = (json: unknown) => Refusal.parse(json).error;

describe('look-alikes', () => {
  it('are names and communes, never a contact', async () => {
    const commune = await makeCommune(strapi);
    const name = unique('Cercle des astronomes amateurs');
    await publishAssociation(strapi, {
      name,
      rnaId: 'W332009901',
      commune: commune.documentId,
      contacts: [{ name: 'Anne Secrète', phone: '+33536497799' }],
    });
    const ask = (json: unknown) => knock(cms, '/api/declarer/ressemblances', { json });
    const byName = await ask({ name: name.toUpperCase(), rnaId: '', commune: commune.documentId });
    expect(byName.status).toBe(200);
    expect(LookAlikes.parse(byName.json).found).toContainEqual({
      name,
      commune: commune.name,
      pageUrl: expect.stringContaining(`${SITE}/associations/`),
      why: 'name',
    });
    expect(byName.text).not.toMatch(/Secrète|536497799/);
    const byNumber = await ask({ name: 'Tout autre chose', rnaId: 'W332009901', commune: null });
    expect(LookAlikes.parse(byNumber.json).found[0]).toMatchObject({ name, why: 'rna' });
    expect((await ask({ name, rnaId: '', commune: null, fields: ['contacts'] })).status).toBe(400);

    const unaware = await send(declaration({ entry: entryOf({ name }), rnaId: 'W332009901', knowsLookAlikes: false }));
    expect([unaware.status, refusal(unaware.json).code]).toEqual([409, 'conflict']);
  });
});

describe('a declaration', () => {
  it('waits on the desk, and its sender gets a receipt in which nothing is markup', async () => {
    const name = `<script>alert(1)</script> ${unique('Les amis')} & "Cie"`;
    const answer = await send(declaration({ entry: entryOf({ name }), rnaId: ' w332 009 902 ' }));
    expect(answer.status).toBe(201);
    const { received, receiptTo } = Received.parse(answer.json);
    expect(receiptTo).toMatch(/^c…@example\.org$/);
    const stored = await findSubmission(strapi, received.id);
    expect(stored).toMatchObject({
      kind: 'nouvelle association',
      state: 'à relire',
      channel: 'formulaire public',
      associationId: null,
      details: { rnaId: 'W332009902' },
      entry: { name },
    });
    const { rows } = await strapi.db.connection.raw('select * from trame_letters where key like ?', [
      `%${received.id}%`,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].body_html).not.toContain('<script');
    expect(rows[0].body_html).toContain('&lt;script');
    expect(rows[0].subject).not.toMatch(/[\r\n]/);
  });

  it('carries no link of a stranger into the mailbox that the stranger names', async () => {
    const name = `${unique('Remboursement')} sur impots-evil.example/rib`;
    const answer = await send(declaration({ entry: entryOf({ name }), senderEmail: 'victime-2@example.org' }));
    const { received } = Received.parse(answer.json);
    const { rows } = await strapi.db.connection.raw(
      'select subject, body_text, body_html from trame_letters where key like ?',
      [`%${received.id}%`],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).toContain('votre association');
    expect(JSON.stringify(rows)).not.toContain('evil');
    expect(await findSubmission(strapi, received.id)).toMatchObject({ title: name });
  });

  it('says all that is to be mended at once', async () => {
    const answer = await send(
      declaration({ entry: entryOf({ summary: '', themes: [] }), rnaId: 'W1', senderEmail: 'personne' }),
    );
    expect(answer.status).toBe(400);
    expect(refusal(answer.json).faults.map(({ path }) => path)).toEqual(['summary', 'themes', 'rnaId', 'senderEmail']);
  });

  it('is not taken from a program, with keys of its own, or with somebody’s file', async () => {
    for (const more of [
      { website2: 'https://spam.example' },
      { seconds: 0.4 },
      { seconds: -1 },
      { publishedAt: '2020-01-01' },
      { association: 'x' },
      { entry: { ...entryOf(), internalNote: 'x' } },
      { entry: entryOf({ logo: { choice: 'new', upload: 'a'.repeat(44), alt: 'x' } }) },
    ]) {
      const answer = await send(declaration(more));
      expect([answer.status, refusal(answer.json).code]).toEqual([400, 'invalid']);
    }
  });

  it('is no way to fill somebody’s mailbox, nor the desk', async () => {
    const victim = 'victime@example.org';
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await send(declaration({ senderEmail: victim }))).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429, 429]);
    const from = freshAddress();
    const paced: number[] = [];
    for (let times = 0; times < 100; times += 1) paced.push((await send(declaration({ seconds: 0 }), { from })).status);
    expect(paced.filter((status) => status !== 429)).toHaveLength(40);
  });

  it('has no network close the form for the others', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 42; host += 1) {
      statuses.push((await send(declaration(), { from: `127.9.1.${host}` })).status);
    }
    expect(statuses).toEqual([...Array<number>(40).fill(201), 429, 429]);
    expect((await send(declaration(), { from: '127.9.2.1' })).status).toBe(201);
  });
});
