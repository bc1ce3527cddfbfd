/** « Prévenez-moi »: from the question to the letter that confirms, the letter of the month and the way out; and who misuses it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readHeldData } from '../src/associations/data-requests/held-data.ts';
import type * as AlertStore from '../src/associations/alerts/alert-store.ts';
import type * as TellNews from '../src/associations/alerts/tell-news.ts';
import {
  KEEP_ALERTS_MONTHS,
  KEEP_UNCONFIRMED_ALERTS_DAYS,
  MOST_ALERTS,
  MOST_UNCONFIRMED_ALERTS,
} from '../src/domain/alerts.ts';
import { MailReport } from '../src/domain/contract/desk/mail-report.ts';
import { SearchesQuestion, type FoundRecord, type SearchesAnswer } from '../src/domain/contract/press/searches.ts';
import { alertMark, alertOfToken, alertToken } from '../src/platform/links/alert-link.ts';
import type * as Register from '../src/platform/suppressions/register.ts';
import type * as CatchUp from '../src/upkeep/catch-up.ts';
import type * as EraseOldData from '../src/upkeep/erase-old-data.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, publishAssociation } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { asAdmin, signIn } from './helpers/http.ts';

const compiled = <T>(name: string): T =>
  createRequire(import.meta.url)(join(import.meta.dirname, '../dist/src', `${name}.js`)) as T;
const { cancelOrphans } = compiled<typeof AlertStore>('associations/alerts/alert-store');
const { MOST_NEWS, tellNews } = compiled<typeof TellNews>('associations/alerts/tell-news');
const { registerWritten } = compiled<typeof Register>('platform/suppressions/register');
const { catchUp } = compiled<typeof CatchUp>('upkeep/catch-up');
const { eraseOldData } = compiled<typeof EraseOldData>('upkeep/erase-old-data');

const ASSOCIATION = 'api::association.association';
const DAY_MS = 86_400_000;
const NBSP = /[\u00a0\u202f]/g;

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
});

/** What the site that is online has: records, and which of them answer each search. */
let online: { records: FoundRecord[]; found: Record<string, readonly string[]>; gone: readonly string[] };
/** As the deployer answers; null while it does not. */
let isUp = true;
beforeEach(() => {
  isUp = true;
  online = { records: [], found: {}, gone: [] };
  cms.answer = ({ url, body }) => {
    if (url !== '/searches') return { status: 202, body: null };
    if (!isUp) return { status: 503, body: { error: 'Le site n’est pas encore en ligne.' } };
    const { searches } = SearchesQuestion.parse(JSON.parse(body));
    const answer: SearchesAnswer = {
      records: online.records,
      answers: searches.map((asked) => {
        const kept = new URLSearchParams(asked);
        for (const name of online.gone) kept.delete(name);
        const search = kept.toString();
        const ids = online.found[search] ?? [];
        return {
          search,
          words: search === '' ? '' : `« ${kept.get('q') ?? search} », le mercredi`,
          found: ids.map((id) => ({ record: online.records.findIndex((one) => one.id === id), rows: [0] })),
        };
      }),
    };
    return { status: 200, body: answer };
  };
});
// Other tests share this database.
afterEach(async () => {
  cms.answer = null;
  await strapi.db.connection.raw('delete from trame_alerts');
  await strapi.db.connection.raw('delete from trame_restores');
});

let people = 0;
const newAddress = (): string => `alerte.${(people += 1)}@example.org`;
let searches = 0;
const newSearch = (): string => `q=recherche+${(searches += 1)}&jour=mercredi`;

/** A published association that answers a search from now on. */
async function appear(search: string, name: string): Promise<string> {
  const { documentId: id } = (await publishAssociation(strapi, { name })) as { documentId: string };
  online.records.push({
    ...{ type: 'association', id, kind: 'Association', title: name, place: 'Cézac', when: null },
    rows: [{ label: 'Judo enfants', when: 'mercredi, 14 h – 15 h', place: 'Dojo' }],
  });
  online.found[search] = [...(online.found[search] ?? []), id];
  return id;
}

let networks = 0;
/** Of a network that nobody has asked from: those are counted too. */
const freshNetwork = (): string => `127.${20 + Math.floor((networks += 1) / 250)}.${networks % 250}.1`;

const ask = (fields: { readonly [name: string]: string }, from = freshNetwork(), origin: string | null = SITE) =>
  knock(cms, '/api/prevenez-moi', {
    text: new URLSearchParams({ recherche: '', q: '', website2: '', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    from,
    origin,
  });
interface Letter {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly subject: string;
  readonly text: string;
}
const lettersTo = async (address: string): Promise<Letter[]> =>
  (
    await strapi.db.connection.raw<{ rows: Letter[] }>(
      `select key, kind, state, subject, body_text as text from trame_letters where lower(recipient) = lower(?) order by id`,
      [address],
    )
  ).rows.map((letter) => ({ ...letter, text: letter.text.replace(NBSP, ' ') }));
const oneLetterTo = async (address: string, count = 1): Promise<Letter> => {
  await vi.waitFor(async () => expect(await lettersTo(address)).toHaveLength(count), 5000);
  return (await lettersTo(address)).at(-1)!;
};
/** The letter is written after the answer: long enough for one that must not come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const tokenIn = (text: string): string => /\/alerte\/#([\w-]{43})/.exec(text)?.[1] ?? '';
const door = (act: string, token: string) => knock(cms, `/api/alerte/${act}`, { json: { token } });
const oneClick = (token: string, knocking: Parameters<typeof knock>[2] = {}) =>
  knock(cms, `/api/alerte/un-clic/${token}`, {
    text: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    origin: null,
    ...knocking,
  });
const rows = async (): Promise<{ id: string; email: string; confirmed: boolean }[]> =>
  (
    await strapi.db.connection.raw<{ rows: { id: string; email: string; confirmed: boolean }[] }>(
      'select id::text as id, email, confirmed_at is not null as confirmed from trame_alerts order by asked_at',
    )
  ).rows;
/** Asked for and confirmed. */
async function standing(search: string, email = newAddress()) {
  const before = (await lettersTo(email)).length;
  expect((await ask({ recherche: search, email })).status).toBe(303);
  const token = tokenIn((await oneLetterTo(email, before + 1)).text);
  expect((await door('confirmer', token)).json).toMatchObject({ state: 'standing' });
  return { email, token, id: alertOfToken(token)! };
}
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const newsTo = async (address: string) => (await lettersTo(address)).filter(({ kind }) => kind === 'alert');

describe('an alert', () => {
  it('is asked for, confirmed by letter, told once a month of what is new, and stopped by one POST', async () => {
    const search = newSearch();
    await appear(search, 'Le club d’avant');
    const email = newAddress();
    const asked = await ask({ recherche: search, email });
    expect(asked).toMatchObject({ status: 303, headers: { location: `${SITE}/prevenez-moi/#alerte-demandee` } });
    const first = await oneLetterTo(email);
    expect(first).toMatchObject({ kind: 'alert-confirmation', subject: 'Confirmez votre alerte' });
    expect(first.text).toContain('pour cette recherche : « recherche');
    const token = tokenIn(first.text);

    // Nothing but this letter leaves before the link is used, and opening it is no use.
    await appear(search, 'Pendant l’attente');
    expect((await door('ouvrir', token)).json).toMatchObject({ state: 'waiting', search });
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ told: 0 });
    expect(await lettersTo(email)).toHaveLength(1);

    expect((await door('confirmer', token)).json).toMatchObject({ state: 'standing' });
    expect((await door('confirmer', token)).status).toBe(200);
    await appear(search, 'Judo club du Préau');
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ looked: 1, told: 1 });
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ looked: 0, told: 0 });
    const [letter] = await newsTo(email);
    expect(letter!.subject.replace(NBSP, ' ')).toMatch(/^Du nouveau dans l’annuaire : « recherche/);
    expect(letter!.text).toContain('Pendant l’attente');
    expect(letter!.text).toContain(
      'Judo club du Préau\nAssociation, Dojo\n– Judo enfants : mercredi, 14 h – 15 h\nhttps://annuaire.example.org/associations/judo-club-du-preau',
    );
    expect(letter!.text).not.toContain('Le club d’avant');
    expect(letter!.text).toContain(`${SITE}/recherche/?${search}`);

    // It leaves, with the way out that mail programs read.
    const caught = () => cms.mail.letters.list().find(({ to, subject }) => to === email && /Du nouveau/.test(subject));
    await vi.waitFor(() => expect(caught()).toBeDefined(), 10_000);
    const { headerLines } = await simpleParser((await cms.mail.letters.source(caught()!.id))!);
    const head = (key: string) => headerLines.find((line) => line.key === key)?.line.replace(/\r?\n\s+/g, ' ');
    expect(head('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [, address = ''] = /^List-Unsubscribe: ?<(.*)>$/.exec(head('list-unsubscribe') ?? '') ?? [];
    expect(new URL(address).pathname).toBe(`/api/alerte/un-clic/${token}`);

    // Within the month nothing more; what appears meanwhile is told after it.
    await appear(search, 'Un mois plus tard');
    expect(await tellNews(strapi, inDays(20))).toMatchObject({ looked: 0, told: 0 });
    expect(await tellNews(strapi, inDays(33))).toMatchObject({ told: 1 });
    expect((await newsTo(email)).at(-1)!.text).toContain('Un mois plus tard');
    expect((await newsTo(email)).at(-1)!.text).not.toContain('Judo club du Préau');

    expect((await oneClick(token)).status).toBe(200);
    expect((await oneClick(token)).status).toBe(200);
    expect(await rows()).toEqual([]);
    await appear(search, 'Trop tard');
    expect(await tellNews(strapi, inDays(99))).toMatchObject({ looked: 0 });
    expect((await door('ouvrir', token)).json).toEqual({ state: 'over', words: null, search: null, endsOn: null });
    expect((await door('confirmer', token)).status).toBe(410);
  });

  it('is asked for in words where nothing else was chosen, and opened by the code of its letter', async () => {
    const email = newAddress();
    expect((await ask({ q: 'judo à Cézac', email })).status).toBe(303);
    const { text } = await oneLetterTo(email);
    const [, code = ''] = /\b([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b/.exec(text) ?? [];
    expect((await knock(cms, '/api/alerte/code', { json: { code } })).json).toEqual({ token: tokenIn(text) });
    expect((await door('ouvrir', tokenIn(text))).json).toMatchObject({ search: 'q=judo+%C3%A0+C%C3%A9zac' });
    expect((await door('arreter', tokenIn(text))).json).toMatchObject({ state: 'over' });
    expect(await rows()).toEqual([]);
  });

  it('says nothing of what was taken off since the site was made, and says it when it is back', async () => {
    const search = newSearch();
    const { email } = await standing(search);
    const gone = await appear(search, 'Retirée entre-temps');
    await documents(strapi, ASSOCIATION).unpublish({ documentId: gone });
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ looked: 1, told: 0 });
    await documents(strapi, ASSOCIATION).publish({ documentId: gone });
    expect(await tellNews(strapi, inDays(2))).toMatchObject({ told: 1 });
    expect((await newsTo(email))[0]!.text).toContain('Retirée entre-temps');
  });

  it('knows a record that moved to another address', async () => {
    const search = newSearch();
    const id = await appear(search, 'Club qui déménage');
    await standing(search);
    await documents(strapi, ASSOCIATION).update({
      documentId: id,
      data: { slug: 'une-autre-adresse' },
      status: 'published',
    });
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ looked: 1, told: 0 });
  });

  it('that hundreds answer says some, how many there are besides, and where', async () => {
    const search = newSearch();
    const { email } = await standing(search);
    for (let rank = 0; rank < MOST_NEWS + 3; rank += 1) await appear(search, `Association nombreuse ${rank}`);
    await tellNews(strapi, inDays(1));
    const [letter] = await newsTo(email);
    expect(letter!.text.match(/\/associations\//g)).toHaveLength(MOST_NEWS);
    expect(letter!.text).toContain('Et 3 autres, à voir sur le site.');
    expect(await tellNews(strapi, inDays(40))).toMatchObject({ told: 0 });
  });

  it('loses no month while the search does not answer, which the job says', async () => {
    const search = newSearch();
    const { email } = await standing(search);
    await appear(search, 'Pendant la panne');
    isUp = false;
    await expect(tellNews(strapi, inDays(1))).rejects.toThrow('Le site n’est pas encore en ligne.');
    expect(await newsTo(email)).toEqual([]);
    isUp = true;
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ told: 1 });
  });

  it('about a theme that is gone does not become one about everything', async () => {
    const search = `${newSearch()}&theme=disparu`;
    const { email } = await standing(search);
    online.gone = ['theme'];
    await appear(search.replace('&theme=disparu', ''), 'Atelier sans thème');
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ looked: 1, told: 0, lost: 1 });
    expect(await newsTo(email)).toEqual([]);
  });

  it('ends when its letters come back, and when its time is over unless it is confirmed anew', async () => {
    const search = newSearch();
    const [returned, left] = [await standing(search), await standing(search)];
    await strapi.db.connection.raw(`update trame_letters set state = 'returned' where recipient = ?`, [returned.email]);
    expect(await tellNews(strapi, inDays(1))).toMatchObject({ ended: 1 });
    expect((await rows()).map(({ id }) => id)).toEqual([left.id]);
    const over = new Date();
    over.setMonth(over.getMonth() + KEEP_ALERTS_MONTHS, over.getDate() - 2);
    await eraseOldData(strapi, over);
    expect(await rows()).toHaveLength(1);
    over.setDate(over.getDate() + 4);
    await eraseOldData(strapi, over);
    expect(await rows()).toEqual([]);
  });
});

describe('who misuses it', () => {
  it('learns nothing of an address, whose owner gets no more than some letters', async () => {
    const [known, victim] = [await standing(newSearch()), newAddress()];
    const answers = [
      await ask({ recherche: newSearch(), email: known.email }),
      await ask({ recherche: newSearch(), email: victim }),
    ];
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
    await oneLetterTo(victim);
    const [name, host] = victim.split('@');
    for (const spelled of [`${name}+un@${host}`, `${name!.toUpperCase()}@${host}`, victim, `${name}+deux@${host}`])
      expect((await ask({ recherche: newSearch(), email: spelled })).status).toBe(303);
    await settled();
    const { rows: sent } = await strapi.db.connection.raw<{ rows: { recipient: string }[] }>(
      `select recipient from trame_letters where recipient ilike ?`,
      [`${name}%@${host}`],
    );
    expect(sent).toHaveLength(MOST_UNCONFIRMED_ALERTS);
  });

  it('writes nothing of their own under the name of the office', async () => {
    for (const q of [
      'visitez arnaque.example.com',
      'https://example.com/x',
      'écrivez à moi@example.com',
      'appelez le 06 39 98 00 12',
      'a'.repeat(101),
      'judo evil\u200b.com',
      'paypal.\u00adcom',
      'evil。com',
      'evil．com',
      'allez sur 192.168.10.1',
      'http:\\\\evil',
      '0 6 3 9 9 8 0 0 0 1',
    ]) {
      const email = newAddress();
      const recherche = new URLSearchParams({ q }).toString();
      for (const fields of [
        { q, recherche: '' },
        { q: '', recherche },
      ]) {
        const answer = await ask({ ...fields, email });
        expect(answer.status, q).toBe(400);
        expect(answer.text.replace(NBSP, ' ')).toMatch(/Une recherche ne contient ni adresse|C’est trop long/);
      }
      await settled();
      expect(await lettersTo(email)).toEqual([]);
    }
  });

  it('is told what to mend, with all that was typed', async () => {
    const answer = await ask({ recherche: '', q: '', email: 'pas une adresse' });
    expect(answer.status).toBe(400);
    expect(answer.text.replace(NBSP, ' ')).toContain('Dites ce que vous cherchez : un mot, un jour, une commune…');
    expect(answer.text).toContain('value="pas une adresse"');
    // Nothing that exists is asked for.
    online.gone = ['theme'];
    const lost = await ask({ recherche: 'theme=rien', email: newAddress() });
    expect([lost.status, lost.text.includes('Refaites votre recherche')]).toEqual([400, true]);
    // What was chosen is carried along, and its field is not asked for.
    const chosen = await ask({ recherche: 'jour=mercredi', email: 'non' });
    expect(chosen.text).toContain('<input type="hidden" name="recherche" value="jour=mercredi">');
    expect(chosen.text).not.toContain('Votre recherche');
    isUp = false;
    const down = await ask({ recherche: newSearch(), email: newAddress() });
    expect(down.status).toBe(503);
    expect(down.text).toContain('name="email"');
  });

  it('is refused: a machine, another site, a question that is none', async () => {
    const email = newAddress();
    expect((await ask({ recherche: newSearch(), email, website2: 'x' })).status).toBe(400);
    expect((await ask({ recherche: newSearch(), email }, freshNetwork(), 'https://ailleurs.example.com')).status).toBe(
      403,
    );
    expect((await ask({ recherche: `q=${'a'.repeat(1100)}`, email })).status).toBe(400);
    expect((await ask({ recherche: newSearch(), email, more: 'x' })).status).toBe(400);
    for (const wrong of ['A'.repeat(43), `${alertToken('3f0c4b7e-5d2a-4c1e-9b8f-0a1b2c3d4e5f').slice(0, 42)}A`]) {
      for (const act of ['ouvrir', 'confirmer', 'arreter']) expect((await door(act, wrong)).status).toBe(404);
      expect((await oneClick(wrong)).status).toBe(404);
    }
    await settled();
    expect(await lettersTo(email)).toEqual([]);
  });

  it('is held to a pace by network', async () => {
    const from = freshNetwork();
    const statuses = new Set<number>();
    for (let times = 0; times < 61; times += 1)
      statuses.add((await ask({ recherche: newSearch(), email: newAddress() }, from)).status);
    expect(statuses).toEqual(new Set([303, 429]));
  });
});

describe('one address', () => {
  it('asks twice for one search and has it once: the same letter before, another after it is confirmed', async () => {
    const search = newSearch();
    const email = newAddress();
    // What others asked for just before may still be on its way.
    const own = async () => (await rows()).filter((row) => row.email.toLowerCase() === email.toLowerCase());
    for (let times = 0; times < 2; times += 1) await ask({ recherche: search, email });
    const { text } = await oneLetterTo(email);
    await settled();
    expect(await own()).toHaveLength(1);
    expect(await lettersTo(email)).toHaveLength(1);
    await door('confirmer', tokenIn(text));
    // In another order, and in capitals: it is the same.
    const [q = '', day = ''] = search.split('&');
    await ask({ recherche: `${day}&${q.toUpperCase().replace('Q=', 'q=')}`, email: email.toUpperCase() });
    const again = await oneLetterTo(email, 2);
    expect(again.subject).toBe('Vous suivez déjà cette recherche');
    expect(tokenIn(again.text)).toBe(tokenIn(text));
    expect(await own()).toHaveLength(1);
  });

  it('follows so many, and is told what to do then', async () => {
    const email = newAddress();
    await strapi.db.connection.raw(
      `insert into trame_alerts (id, email, mailbox, token_hash, document, asked_at, confirmed_at, ends_at)
       select gen_random_uuid(), ?, ?, encode(sha256(rank::text::bytea), 'hex'),
              jsonb_build_object('format', 'trame-alert/1', 'search', 'q=' || rank, 'words', 'x', 'known', '[]'::jsonb),
              now(), now(), now() + interval '1 year' from generate_series(1, ?) rank`,
      [email, email, MOST_ALERTS],
    );
    await ask({ recherche: newSearch(), email });
    const letter = await oneLetterTo(email);
    expect(letter.text).toContain(`suit déjà ${MOST_ALERTS} recherches`);
    expect(letter.text).toContain(`${SITE}/mes-donnees/`);
    expect(await rows()).toHaveLength(MOST_ALERTS);
  });

  it('is forgotten when nobody confirms, and the link is over with it', async () => {
    const email = newAddress();
    await ask({ recherche: newSearch(), email });
    const { text } = await oneLetterTo(email);
    await eraseOldData(strapi, inDays(KEEP_UNCONFIRMED_ALERTS_DAYS - 0.5));
    expect(await rows()).toHaveLength(1);
    await eraseOldData(strapi, inDays(KEEP_UNCONFIRMED_ALERTS_DAYS + 0.5));
    expect(await rows()).toEqual([]);
    expect((await door('confirmer', tokenIn(text))).status).toBe(410);
  });

  it('reads its alerts among what is held, with the link that stops each', async () => {
    const { email, token } = await standing(newSearch());
    const { alerts } = await readHeldData(strapi, email.toUpperCase());
    expect(alerts).toEqual([
      {
        search: expect.stringContaining('recherche'),
        askedAt: expect.stringMatching(/^20/),
        confirmedAt: expect.stringMatching(/^20/),
        toldAt: null,
        endsAt: expect.stringMatching(/^20/),
        stop: `${SITE}/alerte/#${token}`,
      },
    ]);
  });
});

describe('an editor', () => {
  it('reads how many alerts stand, and how many wait', async () => {
    await standing(newSearch());
    const email = newAddress();
    await ask({ recherche: newSearch(), email });
    await oneLetterTo(email);
    const report = MailReport.parse(await (await asAdmin(cms, await signIn(cms), '/trame/mail')).json());
    expect(report.alerts).toEqual({ standing: 1, waiting: 1 });
  });
});

describe('an alert that was stopped', () => {
  it('is not brought back by a database of before, nor is its letter that waited there', async () => {
    const search = newSearch();
    const { id, email, token } = await standing(search);
    await appear(search, 'Dans la lettre qui attend');
    const { rows: kept } = await strapi.db.connection.raw<{ rows: Record<string, unknown>[] }>(
      'select * from trame_alerts where id = ?::uuid',
      [id],
    );
    await oneClick(token);
    await registerWritten();
    // The database of before knows the alert, and not that it was stopped.
    await strapi.db.connection.raw(`delete from trame_suppressions where document -> 'act' ->> 'mark' = ?`, [
      alertMark(id),
    ]);
    const [before] = kept as [Record<string, unknown>];
    await strapi.db.connection.raw(
      `insert into trame_alerts select * from jsonb_populate_record(null::trame_alerts, ?::jsonb)`,
      [JSON.stringify(before)],
    );
    await strapi.db.connection.raw(
      `insert into trame_letters (key, kind, urgency, recipient, recipient_hash, return_token, subject, body_text, body_html)
       values (?, 'alert', 3, ?, 'x', ?, 'x', 'x', 'x')`,
      [`alert:${id}:2020-01-01`, email, id.replaceAll('-', '').slice(0, 18)],
    );
    await catchUp(strapi);
    expect(await rows()).toEqual([]);
    expect((await newsTo(email)).map(({ state }) => state)).toEqual(['cancelled']);
    // Sent once more by an editor, it does not leave either.
    await strapi.db.connection.raw(`update trame_letters set state = 'queued' where key like ?`, [`alert:${id}:%`]);
    await cancelOrphans(strapi.db.connection as never);
    expect((await newsTo(email)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});
