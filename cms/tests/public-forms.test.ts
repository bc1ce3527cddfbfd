/** What residents write by the forms of an entry's page, posted as browsers post them, and what an association says for a time. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readHeldData } from '../src/associations/data-requests/held-data.ts';
import { KEEP_MESSAGES_DAYS } from '../src/associations/messages/message-store.ts';
import { ForNow, OpenedMessage, type ChosenNotice } from '../src/domain/contract/associations/my-entry.ts';
import { Desk, OpenAnswer } from '../src/domain/contract/desk/review.ts';
import { addDays, dayOf } from '../src/domain/dates.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { makeLinkToken } from '../src/platform/links/link-token.ts';
import { openCampaign } from '../src/update/campaigns/open-campaign.ts';
import { REQUEST, type UpdateRequest } from '../src/update/campaigns/request-store.ts';
import { KEEP_NOTICES_DAYS } from '../src/upkeep/erase-notices.ts';
import type * as EraseOldData from '../src/upkeep/erase-old-data.ts';
import { closeAllCampaigns, lettersOf, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, makeTheme, publishAssociation, refusalOf } from './helpers/content.ts';
import { freshAddress, knock, SITE } from './helpers/door.ts';
import { asAdmin, readExport, signIn } from './helpers/http.ts';
import { signedIn } from './helpers/visitor.ts';

const { eraseOldData } = createRequire(import.meta.url)(
  join(import.meta.dirname, '../dist/src/upkeep/erase-old-data.js'),
) as typeof EraseOldData;

const ASSOCIATION = 'api::association.association';
const NBSP = /[\u00a0\u202f]/g;

let cms: Cms;
let strapi: Cms['strapi'];
let token: string;
beforeAll(async () => {
  process.env.SITE_URL = SITE;
  cms = await startCms();
  ({ strapi } = cms);
  token = await signIn(cms);
});

let people = 0;
const newAddress = (word: string): string => `${word}.${(people += 1)}@example.org`;
/** An association whose one contact appears nowhere, and its address. */
async function listed(data: Record<string, unknown> = {}) {
  const email = newAddress('association');
  const made = await publishAssociation(strapi, { contacts: [{ role: 'Bureau', email }], ...data });
  return { id: made.documentId as string, slug: made.slug as string, name: made.name as string, email };
}

/** As a browser posts a form of a page. */
const posted = (path: string, fields: Record<string, string>, from = freshAddress(), origin: string | null = SITE) =>
  knock(cms, path, {
    text: new URLSearchParams({ website2: '', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    from,
    origin,
  });
const journalOf = (associationId: string, act: string) =>
  strapi.db.query('api::journal-entry.journal-entry').findMany({ where: { associationId, act } });
const exported = async (id: string) => (await readExport(cms)).associations.find((one) => one.id === id);
const rowOf = (documentId: string, status: 'draft' | 'published') =>
  documents(strapi, ASSOCIATION).findOne({ documentId, status });

describe('words that people say', () => {
  it('are brought into one list, whoever wrote them how, and leave with the export', async () => {
    const theme = await documents(strapi, 'api::theme.theme').create({
      data: { name: 'Marche des mots', position: 1, words: 'footing, Jogging\n\nFOOTING' },
    });
    const commune = await makeCommune(strapi);
    await documents(strapi, 'api::commune.commune').update({
      documentId: commune.documentId,
      data: { otherNames: 'La Font ; Le Bourg' },
    });
    const one = await listed({ themes: [theme.documentId], words: 'balade' });
    const content = await readExport(cms);
    expect(content.themes.find(({ id }) => id === theme.documentId)?.words).toEqual(['footing', 'Jogging']);
    expect(content.communes.find(({ id }) => id === commune.documentId)?.otherNames).toEqual(['La Font', 'Le Bourg']);
    expect(content.associations.find(({ id }) => id === one.id)?.words).toEqual(['balade']);
    const plain = await makeTheme(strapi);
    expect((await readExport(cms)).themes.find(({ id }) => id === plain.documentId)).not.toHaveProperty('words');
  });

  it('that are a sentence are refused, with what to do', async () => {
    const refused = await refusalOf(
      documents(strapi, 'api::theme.theme').create({ data: { name: 'Trop', position: 1, words: 'a'.repeat(61) } }),
    );
    expect(refused['words']).toContain('60 caractères au plus');
  });
});

describe('a notice of an association', () => {
  const until = addDays(dayOf(new Date()), 20);
  const closed: ChosenNotice = { kind: 'fermé', until, note: 'Travaux dans la salle' };

  it('holds at once, on what is published and on the draft, and wakes who builds the site', async () => {
    const one = await listed();
    const visitor = await signedIn(cms, one.email);
    await documents(strapi, ASSOCIATION).update({ documentId: one.id, data: { summary: 'Un brouillon qui attend.' } });
    const before = await readContentVersion(strapi.db.connection);
    const answer = await visitor.ofAssociation(one.id, 'avis', { notice: closed });
    expect(ForNow.parse(answer.json).notice).toEqual({ kind: 'fermé', until, note: 'Travaux dans la salle' });
    expect(await readContentVersion(strapi.db.connection)).not.toBe(before);
    expect((await exported(one.id))?.notice).toEqual({ kind: 'fermé', until, note: 'Travaux dans la salle' });
    expect(await rowOf(one.id, 'draft')).toMatchObject({ noticeKind: 'fermé', summary: 'Un brouillon qui attend.' });
    expect((await rowOf(one.id, 'published')).summary).not.toBe('Un brouillon qui attend.');
    expect((await journalOf(one.id, 'avis changé'))[0]?.note).toContain('Travaux dans la salle');

    expect(ForNow.parse((await visitor.ofAssociation(one.id, 'avis', { notice: null })).json).notice).toBeNull();
    expect(await exported(one.id)).not.toHaveProperty('notice');
  });

  it('is set by the link of a letter too', async () => {
    await closeAllCampaigns(strapi);
    const commune = await makeCommune(strapi);
    const one = await listed({ commune: commune.documentId });
    const campaign = await makeCampaign(strapi, { onlyCommunes: [commune.documentId] });
    await openCampaign(strapi, campaign.documentId, { name: 'Claire', id: '1' });
    const request = (await strapi.db.query(REQUEST).findOne({ where: { associationId: one.id } })) as UpdateRequest;
    const link = makeLinkToken('ma-fiche', request.documentId, request.generation);
    const answer = await knock(cms, '/api/ma-fiche/avis', {
      json: { token: link, notice: { kind: 'complet', until, note: '' } },
    });
    expect(ForNow.parse(answer.json).notice).toEqual({ kind: 'complet', until, note: null });
    expect((await knock(cms, '/api/ma-fiche/messages', { json: { token: link, takesMessages: true } })).status).toBe(
      200,
    );
    expect(await exported(one.id)).toMatchObject({ notice: { kind: 'complet' }, takesMessages: true });
    await closeAllCampaigns(strapi);
  });

  it('is refused with how to mend it, and changes nothing then', async () => {
    const one = await listed();
    const visitor = await signedIn(cms, one.email);
    const faults = async (notice: ChosenNotice) =>
      (
        (await visitor.ofAssociation(one.id, 'avis', { notice })).json as { error: { faults: { path: string }[] } }
      ).error.faults.map(({ path }) => path);
    expect(await faults({ kind: 'fermé', until: '', note: '' })).toEqual(['until']);
    expect(await faults({ kind: 'fermé', until: '2020-01-01', note: '' })).toEqual(['until']);
    expect(await faults({ kind: 'autre', until, note: '' })).toEqual(['note']);
    expect(await faults({ kind: 'fermé', until, note: 'Appelez le 06 39 98 00 12' })).toEqual(['note']);
    expect(await exported(one.id)).not.toHaveProperty('notice');
    const stranger = await signedIn(cms, (await listed()).email);
    expect((await stranger.ofAssociation(one.id, 'avis', { notice: closed })).status).toBe(403);
  });

  it('of an editor needs a kind and an end to be published', async () => {
    const refused = await refusalOf(publishAssociation(strapi, { noticeKind: 'fermé' }));
    expect(refused['noticeUntil']).toContain('jusqu’à quel jour');
    expect(Object.keys(await refusalOf(publishAssociation(strapi, { noticeUntil: until })))).toContain('noticeKind');
  });

  it('is erased some time after its end', async () => {
    const one = await listed({ noticeKind: 'fermé', noticeUntil: until });
    const later = (days: number) => new Date(Date.parse(`${addDays(until, days)}T12:00:00Z`));
    await eraseOldData(strapi, later(KEEP_NOTICES_DAYS - 1));
    expect(await rowOf(one.id, 'published')).toMatchObject({ noticeKind: 'fermé' });
    await eraseOldData(strapi, later(KEEP_NOTICES_DAYS + 1));
    for (const status of ['draft', 'published'] as const)
      expect(await rowOf(one.id, status)).toMatchObject({ noticeKind: null, noticeUntil: null });
  });
});

describe('an error that is reported', () => {
  const MESSAGE = 'Le cours du mercredi est passé à 18 h.\nLe téléphone sonne dans le vide.';

  it('waits on the desk, and leads back to the page', async () => {
    const one = await listed();
    const email = newAddress('habitant');
    const answer = await posted('/api/signaler', { association: one.id, message: MESSAGE, email });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`${SITE}/associations/${one.slug}/#erreur-signalee`);
    const desk = Desk.parse(await (await asAdmin(cms, token, '/trame/desk')).json());
    const waiting = desk.answers.find(({ association }) => association === one.id);
    expect(waiting).toMatchObject({ kind: 'signalement', channel: 'formulaire public', title: one.name });
    expect(desk.counts.reports).toBeGreaterThanOrEqual(1);
    const open = OpenAnswer.parse(await (await asAdmin(cms, token, `/trame/desk/${waiting!.id}`)).json());
    expect(open.differences).toMatchObject([{ label: 'Ce qui ne va pas', after: MESSAGE.split('\n') }]);
    expect(open).toMatchObject({ sender: email, entry: null, faults: [] });
    const [receipt] = await lettersOf(strapi, `answer:${waiting!.id}:receipt`);
    expect(receipt?.recipient).toBe(email);

    const accepted = await asAdmin(cms, token, `/trame/desk/${waiting!.id}/accept`, {
      method: 'POST',
      json: { version: open.version, entry: null },
    });
    expect(accepted.status).toBe(200);
    const [letter] = await lettersOf(strapi, `answer:${waiting!.id}:accepted`);
    expect(letter).toMatchObject({ recipient: email });
    expect(letter?.subject.replace(NBSP, ' ')).toMatch(/^C’est corrigé/);
    expect(await journalOf(one.id, 'signalement traité')).toHaveLength(1);
  });

  it('is answered in the editor’s own words, to who left an address', async () => {
    const one = await listed();
    const email = newAddress('habitant');
    await posted('/api/signaler', { association: one.id, message: MESSAGE, email });
    const desk = Desk.parse(await (await asAdmin(cms, token, '/trame/desk')).json());
    const { id } = desk.answers.find(({ association }) => association === one.id)!;
    await asAdmin(cms, token, `/trame/desk/${id}/refuse`, {
      method: 'POST',
      json: { reason: 'Nous avons appelé le club : le cours est bien à 17 h.' },
    });
    const [letter] = await lettersOf(strapi, `answer:${id}:refused`);
    expect(letter?.text.replace(NBSP, ' ')).toContain('Voici notre réponse :');
    expect(letter?.text.replace(NBSP, ' ')).toContain('le cours est bien à 17 h.');
  });

  it('needs no address, and writes to nobody then', async () => {
    const one = await listed();
    expect((await posted('/api/signaler', { association: one.id, message: MESSAGE, email: '' })).status).toBe(303);
    const desk = Desk.parse(await (await asAdmin(cms, token, '/trame/desk')).json());
    const { id } = desk.answers.find(({ association }) => association === one.id)!;
    expect(await lettersOf(strapi, `answer:${id}:`)).toEqual([]);
  });

  it('that is to be mended comes back with all that was typed, as a page that can be sent again', async () => {
    const one = await listed();
    const answer = await posted('/api/signaler', { association: one.id, message: '<b>Non', email: 'pas une adresse' });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    // With « no-referrer » a browser would hide where the form comes from, and it would be refused.
    expect(answer.headers['referrer-policy']).toBe('strict-origin');
    expect(answer.text).toContain('lang="fr"');
    expect(answer.text).toContain('&lt;b&gt;Non');
    expect(answer.text).not.toContain('<b>Non');
    expect(answer.text).toContain('value="pas une adresse"');
    expect(answer.text).toContain(`name="association" value="${one.id}"`);
    expect(answer.text.match(/class="fault"/g)).toHaveLength(2);
  });

  it('of a machine, of another site, of nobody’s entry or of another shape is refused', async () => {
    const one = await listed();
    const fields = { association: one.id, message: MESSAGE, email: '' };
    expect((await posted('/api/signaler', { ...fields, website2: 'https://example.org' })).status).toBe(400);
    expect((await posted('/api/signaler', fields, freshAddress(), 'https://autre.example')).status).toBe(403);
    expect((await posted('/api/signaler', { ...fields, association: 'absent' })).status).toBe(409);
    expect((await posted('/api/signaler', { ...fields, more: 'x' })).status).toBe(400);
    expect((await knock(cms, '/api/signaler', { json: fields })).status).toBe(415);
    expect((await knock(cms, '/api/signaler', { method: 'GET' })).status).toBe(405);
    const kept = await strapi.db.query('api::submission.submission').count({ where: { associationId: one.id } });
    expect(kept).toBe(0);
  });

  it('is paced by who would get the receipts', async () => {
    const email = newAddress('victime');
    const statuses: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      const one = await listed();
      statuses.push((await posted('/api/signaler', { association: one.id, message: MESSAGE, email })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 429, 429]);
  });
});

describe('writing to an association', () => {
  const TEXT = 'Bonjour, prenez-vous encore des altos cette année ?';
  const write = (association: string, email: string, more: Record<string, string> = {}) =>
    posted('/api/ecrire', { association, name: 'Claire Exemple', email, message: TEXT, ...more });
  const messageTo = async (address: string) => {
    const { rows } = await strapi.db.connection.raw<{
      rows: { key: string; body_text: string; body_html: string; reply_to: string | null; kind: string }[];
    }>('select key, kind, body_text, body_html, reply_to from trame_letters where recipient = ? order by id', [
      address,
    ]);
    return rows.filter(({ kind }) => kind.startsWith('message'));
  };
  const tokenIn = (text: string): string => /\/repondre\/#([\w-]{43})/.exec(text)?.[1] ?? '';

  it('is off until the association wants it', async () => {
    const one = await listed();
    expect((await write(one.id, newAddress('claire'))).status).toBe(409);
    expect(await exported(one.id)).not.toHaveProperty('takesMessages');
    const visitor = await signedIn(cms, one.email);
    const answer = ForNow.parse((await visitor.ofAssociation(one.id, 'messages', { takesMessages: true })).json);
    expect(answer).toMatchObject({ takesMessages: true, messagesTo: expect.stringMatching(/^a…@example\.org$/) });
    expect(await exported(one.id)).toMatchObject({ takesMessages: true });
    expect((await write(one.id, newAddress('claire'))).status).toBe(303);
    await visitor.ofAssociation(one.id, 'messages', { takesMessages: false });
    expect((await write(one.id, newAddress('claire'))).status).toBe(409);
    expect(await journalOf(one.id, 'messages fermés')).toHaveLength(1);
  });

  it('reaches an address that nobody sees, and shows that of who wrote only after the answer', async () => {
    const one = await listed({ takesMessages: true });
    const claire = newAddress('claire');
    const sent = await write(one.id, claire);
    expect(sent.status).toBe(303);
    expect(sent.headers.location).toBe(`${SITE}/associations/${one.slug}/#message-envoye`);
    const [letter] = await messageTo(one.email);
    expect(letter?.body_text).toContain(TEXT.slice(0, 30));
    expect(letter?.body_text).toContain('Claire Exemple');
    for (const text of [letter?.body_text, letter?.body_html, letter?.reply_to])
      expect(text ?? '').not.toContain(claire);

    const link = tokenIn(letter!.body_text);
    const opened = OpenedMessage.parse((await knock(cms, '/api/repondre/ouvrir', { json: { token: link } })).json);
    expect(opened).toMatchObject({ association: one.name, from: 'Claire Exemple', answer: null, sender: null });
    const code = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(letter!.body_text)?.[1];
    expect((await knock(cms, '/api/repondre/code', { json: { code } })).json).toEqual({ token: link });

    const answer = 'Avec joie : venez mercredi à 20 h.';
    const answered = await knock(cms, '/api/repondre/envoyer', { json: { token: link, answer } });
    expect(OpenedMessage.parse(answered.json)).toMatchObject({ answer, sender: claire });
    const [toClaire] = await messageTo(claire);
    expect(toClaire?.body_text).toContain('venez mercredi');
    for (const text of [toClaire?.body_text, toClaire?.body_html, toClaire?.reply_to])
      expect(text ?? '').not.toContain(one.email);
    const copy = (await messageTo(one.email)).at(-1);
    expect(copy).toMatchObject({ kind: 'message-copy', reply_to: claire });
    expect(copy?.body_text).toContain(claire);

    // Once: a second press is told so, and sends nothing.
    const again = await knock(cms, '/api/repondre/envoyer', { json: { token: link, answer: 'Encore une fois.' } });
    expect(again.status).toBe(409);
    expect(await messageTo(claire)).toHaveLength(1);
  });

  it('is refused by field, with all that was typed', async () => {
    const one = await listed({ takesMessages: true });
    const answer = await write(one.id, 'claire', { name: ' ', message: 'Oui' });
    expect(answer.status).toBe(400);
    expect(answer.text.match(/class="fault"/g)).toHaveLength(3);
    expect((await write(one.id, newAddress('x'), { website2: 'x' })).status).toBe(400);
    expect(await messageTo(one.email)).toEqual([]);
  });

  it('is paced by who writes and by whom it reaches', async () => {
    const one = await listed({ takesMessages: true });
    const [claire, statuses]: [string, number[]] = [newAddress('claire'), []];
    for (let times = 0; times < 11; times += 1) statuses.push((await write(one.id, claire)).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
    const others: number[] = [];
    for (let times = 0; times < 11; times += 1) others.push((await write(one.id, newAddress('autre'))).status);
    expect(others.filter((status) => status === 303)).toHaveLength(10);
  });

  it('cannot be wanted without an address to write to', async () => {
    const one = await listed();
    const visitor = await signedIn(cms, one.email);
    await documents(strapi, ASSOCIATION).update({ documentId: one.id, data: { contacts: [] }, status: 'published' });
    expect((await visitor.ofAssociation(one.id, 'messages', { takesMessages: true })).status).toBe(409);
  });

  it('is told to who asks what is held about an address, and gone after its time', async () => {
    const one = await listed({ takesMessages: true });
    const claire = newAddress('claire');
    await write(one.id, claire);
    expect((await readHeldData(strapi, claire.toUpperCase())).messages).toMatchObject([
      { association: one.name, name: 'Claire Exemple', text: TEXT, answer: null },
    ]);
    const link = tokenIn((await messageTo(one.email))[0]!.body_text);
    const later = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    await eraseOldData(strapi, later(KEEP_MESSAGES_DAYS - 1));
    expect((await readHeldData(strapi, claire)).messages).toHaveLength(1);
    expect((await eraseOldData(strapi, later(KEEP_MESSAGES_DAYS + 1))).messages).toBeGreaterThanOrEqual(1);
    expect((await readHeldData(strapi, claire)).messages).toEqual([]);
    expect((await knock(cms, '/api/repondre/ouvrir', { json: { token: link } })).status).toBe(404);
  });
});
