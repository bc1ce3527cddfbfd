/** Entries that nobody confirms: marked, off the paper, warned, off the site; and data that is erased in time. */
import { LettersCheck } from '../src/domain/contract/desk/campaign.ts';
import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCampaign } from '../src/update/campaigns/open-campaign.ts';
import { REQUEST } from '../src/update/campaigns/request-store.ts';
import { StaleEntriesReport } from '../src/domain/contract/desk/stale-entries.ts';
import { dayOf } from '../src/domain/dates.ts';
import { addDays } from '../src/domain/dates.ts';
import { writeJournal } from '../src/entries/journal.ts';
import { eraseOldData } from '../src/upkeep/erase-old-data.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { confirmEntries } from '../src/entries/confirm-entries.ts';
import { logoFolder } from '../src/update/answers/logo-file.ts';
import { SUBMISSION } from '../src/update/answers/submission-store.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { keepTrue, readStaleEntries, takeAllOffline } from '../src/update/stale-entries/follow-silence.ts';
import { answerTo, closeAllCampaigns, lettersOf, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, publishAssociation, unique } from './helpers/content.ts';
import { asAdmin, readEtag, readExport, signIn } from './helpers/http.ts';

const CLAIRE = { name: 'Claire', id: '1' };
const ASSOCIATION = 'api::association.association';
const JOURNAL = 'api::journal-entry.journal-entry';

let cms: Cms;
let strapi: Cms['strapi'];
const NOW = new Date();
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = 'https://annuaire.example.org';
  await settings({ truthMostPercent: 100 });
});
beforeEach(async () => {
  await closeAllCampaigns(strapi);
  // What other tests left in silence is theirs.
  await strapi.db.query(REQUEST).deleteMany({ where: {} });
  await strapi.db.connection.raw('delete from trame_offline_warnings');
});

async function settings(data: Record<string, unknown>): Promise<void> {
  await strapi.db.query('api::site-settings.site-settings').updateMany({ where: {}, data });
}

/** Campaigns of past years that are over, each of which asked these associations. */
async function passed(associations: readonly string[], years: readonly number[]): Promise<void> {
  for (const year of years) {
    const { documentId } = await makeCampaign(strapi);
    await strapi.db.query('api::campaign.campaign').update({
      where: { documentId },
      data: { stage: 'close', openedAt: `${year}-06-01T08:00:00.000Z`, closedAt: `${year}-09-15T08:00:00.000Z` },
    });
    for (const associationId of associations) {
      const name = unique('demande');
      await strapi.db.query(REQUEST).create({
        data: {
          documentId: `${name.replace(' ', '')}${Math.random().toString(36).slice(2, 12)}`,
          campaignId: documentId,
          associationId,
          associationName: name,
          state: 'envoyée',
          email: 'club@example.org',
          generation: 1,
          tokenHash: `${name}${Math.random()}`,
          expiresAt: new Date(),
          bounceReason: 'Boîte pleine',
          remindersSent: 0,
          publishedAt: new Date(),
        },
      });
    }
  }
}

const silentOne = async (missed: number, email: string | null = 'silence@example.org') => {
  const association = await publishAssociation(strapi, {
    contacts: email ? [{ email, web: true, print: true, consentDate: '2020-01-01', consentSource: 'téléphone' }] : [],
  });
  await passed([association.documentId], [2021, 2022, 2023, 2024].slice(4 - missed));
  return association as { documentId: string; name: string };
};
const exported = async (id: string) => (await readExport(cms)).associations.find((one) => one.id === id);
const isPublished = async (documentId: string) =>
  (await strapi.db.query(ASSOCIATION).count({ where: { documentId, publishedAt: { $notNull: true } } })) === 1;
/** The letter is handed over by the sender of the running CMS; a test does not wait for it. */
const letterOf = async (documentId: string, state: string) =>
  strapi.db.connection.raw(`update trame_letters set state = ? where starts_with(key, ?)`, [
    state,
    `truth:${documentId}:`,
  ]);
const journalOf = (associationId: string, act: string) =>
  strapi.db.query(JOURNAL).count({ where: { associationId, act } });

describe('an entry that nobody confirms', () => {
  it('is marked on the site after one edition, and printed no more after two; a confirmation ends both', async () => {
    const [one, two] = [await silentOne(1), await silentOne(2)];
    const before = await readEtag(cms);
    expect((await exported(one.documentId))?.toConfirm).toBeUndefined();
    expect((await keepTrue(strapi, NOW)).noted).toBeGreaterThanOrEqual(2);
    expect(await readEtag(cms)).not.toBe(before);
    expect(await exported(one.documentId)).toMatchObject({ toConfirm: true, inPrint: true });
    expect(await exported(two.documentId)).toMatchObject({ toConfirm: true, inPrint: false });
    expect((await keepTrue(strapi, NOW)).noted).toBe(0);

    await confirmEntries(strapi, [{ associationId: two.documentId, day: dayOf(NOW), source: 'téléphone' }]);
    await keepTrue(strapi, NOW);
    expect(await exported(two.documentId)).toMatchObject({ inPrint: true });
    expect((await exported(two.documentId))?.toConfirm).toBeUndefined();
  });

  it('does not count an edition whose letter could not be delivered because of us', async () => {
    const one = await silentOne(1);
    await strapi.db
      .query(REQUEST)
      .updateMany({ where: { associationId: one.documentId }, data: { state: 'à renvoyer' } });
    await keepTrue(strapi, NOW);
    expect((await exported(one.documentId))?.toConfirm).toBeUndefined();
  });

  it('does not count an edition that it answered, whatever became of the answer', async () => {
    const one = await silentOne(1);
    await strapi.db
      .query(REQUEST)
      .updateMany({ where: { associationId: one.documentId }, data: { state: 'répondue' } });
    await keepTrue(strapi, NOW);
    expect((await exported(one.documentId))?.toConfirm).toBeUndefined();
  });

  it('follows the settings', async () => {
    const one = await silentOne(1);
    await keepTrue(strapi, NOW);
    await settings({ truthFlagAfter: 0, truthOffPaperAfter: 0 });
    expect((await exported(one.documentId))?.toConfirm).toBeUndefined();
    await settings({ truthFlagAfter: 1, truthOffPaperAfter: 1 });
    expect(await exported(one.documentId)).toMatchObject({ toConfirm: true, inPrint: false });
    await settings({ truthFlagAfter: 1, truthOffPaperAfter: 2 });
  });

  it('is warned by one letter, then leaves the site on the day that the letter says, and is kept', async () => {
    const one = await silentOne(3);
    expect((await keepTrue(strapi, NOW)).warned).toBe(1);
    expect((await keepTrue(strapi, later(1))).warned).toBe(0);
    const letters = await lettersOf(strapi, `truth:${one.documentId}`);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ kind: 'offline-warning', recipient: 'silence@example.org' });
    expect(letters[0]?.text).toContain('https://annuaire.example.org/connexion/');
    expect(await journalOf(one.documentId, 'retrait annoncé')).toBe(1);

    await letterOf(one.documentId, 'sent');
    expect((await readStaleEntries(strapi, NOW)).warned).toMatchObject([
      { association: one.documentId, missed: 3, offlineOn: addDays(dayOf(NOW), 30) },
    ]);
    expect((await keepTrue(strapi, later(29))).taken).toEqual([]);
    expect(await isPublished(one.documentId)).toBe(true);
    expect((await keepTrue(strapi, later(31))).taken).toEqual([one.name]);
    expect(await isPublished(one.documentId)).toBe(false);
    expect(await exported(one.documentId)).toBeUndefined();
    expect(await documents(strapi, ASSOCIATION).findOne({ documentId: one.documentId, status: 'draft' })).toMatchObject(
      {
        name: one.name,
      },
    );
    expect(await journalOf(one.documentId, 'fiche mise hors ligne')).toBe(1);
    expect((await keepTrue(strapi, later(32))).taken).toEqual([]);
  });

  it('stays when it is confirmed in time, when an open campaign asks it, or when the letter, or something unclear, came back', async () => {
    const [confirmed, asked, unreached, unclear, unwritten] = [
      await silentOne(3),
      await silentOne(3),
      await silentOne(3),
      await silentOne(3),
      await silentOne(3, null),
    ];
    await keepTrue(strapi, NOW);
    for (const one of [confirmed, asked]) await letterOf(one.documentId, 'sent');
    await letterOf(unreached.documentId, 'refused');
    await letterOf(unclear.documentId, 'sent');
    const note = (given: string) =>
      strapi.db.connection.raw(`update trame_letters set ${given} where starts_with(key, ?)`, [
        `truth:${unclear.documentId}:`,
      ]);
    await note(`notice = 'unclear'`);
    await confirmEntries(strapi, [{ associationId: confirmed.documentId, day: dayOf(NOW), source: 'lien' }]);
    const { documentId: campaign } = await makeCampaign(strapi);
    await strapi.db
      .query('api::campaign.campaign')
      .update({ where: { documentId: campaign }, data: { stage: 'ouverte' } });
    await strapi.db
      .query(REQUEST)
      .update({ where: { associationId: asked.documentId }, data: { campaignId: campaign } });

    expect((await keepTrue(strapi, later(40))).taken).toEqual([]);
    for (const { documentId } of [confirmed, asked, unreached, unclear, unwritten]) {
      expect(await isPublished(documentId)).toBe(true);
    }
    const { unreached: byHand } = await readStaleEntries(strapi, later(40));
    expect(byHand.map(({ association }) => association).sort()).toEqual(
      [unreached.documentId, unwritten.documentId].sort(),
    );
    // An editor looked at what had come back, and it meant nothing.
    await note('seen = true');
    expect((await keepTrue(strapi, later(40))).taken).toEqual([unclear.name]);
  });

  it('is named with its commune where another association bears its name, silent or not', async () => {
    const [here, there] = [await makeCommune(strapi), await makeCommune(strapi)];
    const name = unique('Comité des fêtes');
    const silent = await publishAssociation(strapi, { name, commune: here.documentId, contacts: [] });
    await publishAssociation(strapi, { name, commune: there.documentId });
    await passed([silent.documentId], [2021, 2022, 2023, 2024]);
    await keepTrue(strapi, NOW);
    const { unreached } = await readStaleEntries(strapi, NOW);
    expect(unreached.find(({ association }) => association === silent.documentId)?.name).toBe(`${name} (${here.name})`);
  });

  it('does not leave with too many others before an editor says so', async () => {
    await settings({ truthMostPercent: 1 });
    const many = [await silentOne(3), await silentOne(3), await silentOne(3), await silentOne(3)];
    await keepTrue(strapi, NOW);
    for (const one of many) await letterOf(one.documentId, 'sent');
    const held = await keepTrue(strapi, later(31));
    expect(held).toMatchObject({ taken: [], held: 4 });
    expect(await readStaleEntries(strapi, later(31))).toMatchObject({ needsEditor: true });
    const { taken } = await takeAllOffline(strapi, CLAIRE, later(31));
    expect(taken.sort()).toEqual(many.map(({ name }) => name).sort());
    await settings({ truthMostPercent: 100 });
  });

  it('is shown to signed-in editors alone', async () => {
    const response = await asAdmin(cms, await signIn(cms), '/trame/stale-entries');
    expect(response.status).toBe(200);
    expect(StaleEntriesReport.safeParse(await response.json()).success).toBe(true);
    expect((await fetch(`${cms.url}/trame/stale-entries`)).status).toBe(401);
    expect((await fetch(`${cms.url}/trame/stale-entries/take-offline`, { method: 'POST' })).status).toBe(401);
  });
});

describe('what is kept for long enough', () => {
  const answered = async () => {
    const { documentId: commune } = await makeCommune(strapi);
    const { documentId } = await publishAssociation(strapi, {
      commune,
      contacts: [{ role: 'Présidence', phone: '+33536490001', email: 'club@example.org' }],
    });
    const current = await readEntry(strapi, documentId);
    if (!current) throw new Error('Not published');
    const entry = { ...current.entry, summary: 'Ce que dit Camille Personne.' };
    const { id } = await submitAnswer(strapi, answerTo(documentId, entry, current.version, { base: current.entry }));
    return id;
  };
  const row = (documentId: string) => strapi.db.query(SUBMISSION).findOne({ where: { documentId } });
  const decided = (documentId: string, state: string) =>
    strapi.db.query(SUBMISSION).update({
      where: { documentId },
      data: { state, decidedAt: NOW, decidedBy: 'Claire', reason: 'Camille Personne a quitté le bureau.' },
    });

  it('leaves answers without a word of who sent them, and keeps what boards count', async () => {
    const [refused, waiting] = [await answered(), await answered()];
    await decided(refused, 'refusée');
    await eraseOldData(strapi, later(89));
    expect(await row(refused)).toMatchObject({ sender: 'club@example.org' });
    expect((await eraseOldData(strapi, later(91))).answers).toBeGreaterThanOrEqual(1);
    const erased = await row(refused);
    expect(erased).toMatchObject({
      state: 'refusée',
      kind: 'modification',
      channel: 'lien',
      sender: null,
      entry: null,
    });
    expect(JSON.stringify(erased)).not.toMatch(/Camille|club@/);
    expect(await row(waiting)).toMatchObject({ state: 'à relire', sender: 'club@example.org' });
    expect((await eraseOldData(strapi, later(91))).answers).toBe(0);
  });

  it('keeps what the journal says of a withdrawal for a year', async () => {
    const line = (documentId: string) => strapi.db.query(JOURNAL).findOne({ where: { documentId } });
    const id = await writeJournal(strapi, {
      who: 'La personne elle-même',
      whoId: null,
      act: 'contact retiré',
      subject: 'Club',
      note: 'Trésorerie, C… P…',
    });
    await eraseOldData(strapi, later(364));
    expect(await line(id)).toMatchObject({ note: 'Trésorerie, C… P…' });
    await eraseOldData(strapi, later(366));
    expect(await line(id)).toMatchObject({ act: 'contact retiré', subject: 'Club', note: null });
  });

  it('ends an answer that nobody decided, and erases it', async () => {
    const stale = await answered();
    await eraseOldData(strapi, later(181));
    const ended = await row(stale);
    expect(ended).toMatchObject({ state: 'refusée', decidedBy: 'Le programme', sender: null });
    expect(JSON.stringify(ended)).not.toMatch(/Camille|club@/);
  });

  it('erases logos that no answer names, addresses of closed campaigns, fingerprints of letters, old states, links', async () => {
    const { documentId } = await publishAssociation(strapi);
    await passed([documentId], [2021]);
    await mkdir(logoFolder(), { recursive: true });
    const [old, fresh] = ['an-old-logo-of-nobody', 'a-logo-sent-just-now-'].map((name) => join(logoFolder(), name));
    for (const file of [old, fresh]) await writeFile(file ?? '', 'x');
    await utimes(old ?? '', later(-2), later(-2));
    await strapi.db.connection.raw(
      `insert into trame_data_links (token_hash, email, expires_at) values ('over', 'x@example.org', now() - interval '1 hour')`,
    );
    await strapi.db.connection.raw(
      `insert into trame_letters (key, kind, urgency, recipient, recipient_hash, return_token, state, state_at, answer)
       values (?, 'receipt', 1, null, 'abc', ?, 'refused', now() - interval '100 days', '550 <x@example.org>')`,
      [unique('truth-key'), unique('truth-token')],
    );
    const erased = await eraseOldData(strapi, NOW);
    expect(erased.logos).toBe(1);
    expect(erased.addresses).toBe(1);
    expect(erased.links).toBe(1);
    expect(erased.letters).toBe(1);
    expect(await stat(old ?? '').catch(() => null)).toBeNull();
    expect((await stat(fresh ?? '')).isFile()).toBe(true);
    expect(await strapi.db.query(REQUEST).findOne({ where: { associationId: documentId } })).toMatchObject({
      email: null,
      bounceReason: null,
      state: 'envoyée',
    });
    expect(await eraseOldData(strapi, NOW)).toMatchObject({ logos: 0, addresses: 0, links: 0, letters: 0, states: 0 });
    const lines = (await strapi.db.query(JOURNAL).findMany({ where: { act: 'données effacées' } })) as {
      note: string;
    }[];
    expect(lines.length).toBeGreaterThan(0);
    for (const { note } of lines) expect(note).not.toMatch(/@/);
    expect((await eraseOldData(strapi, later(3 * 365 + 2))).states).toBeGreaterThanOrEqual(0);
  });
});

describe('letters on paper', () => {
  it('go to whom no e-mail reaches, with the link of each, by the press alone', async () => {
    const commune = await makeCommune(strapi);
    const town = { street: '1 place du Foirail', postalCode: '12120', city: 'Baraqueville', public: false };
    const silent = await publishAssociation(strapi, { commune: commune.documentId, address: town });
    await publishAssociation(strapi, { commune: commune.documentId, contacts: [{ email: 'joignable@example.org' }] });
    const { documentId: campaign } = await makeCampaign(strapi, { onlyCommunes: [commune.documentId] });
    const ask = async (query = '') =>
      asAdmin(cms, await signIn(cms), `/trame/campaigns/${campaign}/letters.pdf${query}`);
    expect((await ask()).status).toBe(409);

    await openCampaign(strapi, campaign, CLAIRE);
    cms.answer = () => ({ status: 200, body: Buffer.from('%PDF-1.7') });
    cms.received.length = 0;
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await response.text()).toBe('%PDF-1.7');
    const [sent] = cms.received.filter(({ url }) => url.endsWith('/letters.pdf'));
    expect(sent?.headers.authorization).toMatch(/^Bearer /);
    const letters = JSON.parse(sent?.body ?? '{}');
    expect(letters.letters).toHaveLength(1);
    expect(letters.letters[0]).toMatchObject({
      association: silent.name,
      envelope: expect.arrayContaining(['1 place du Foirail', '12120 BARAQUEVILLE']) as string[],
      isAddressed: true,
      link: expect.stringMatching(/\/ma-fiche\/#[\w-]{43}$/),
    });
    expect(letters.letters[0].paragraphs.join(' ')).toContain(silent.name);
    expect(letters.letters[0].paragraphs.join(' ')).not.toMatch(/[{}]/);
    expect(await strapi.db.query(JOURNAL).count({ where: { campaignId: campaign, act: 'lettres imprimées' } })).toBe(1);

    // What an envelope cannot hold is told before anything is printed, and by whom it can be mended.
    const check = async () => {
      const path = `/trame/campaigns/${campaign}/letters-check`;
      return LettersCheck.parse(await (await asAdmin(cms, await signIn(cms), path)).json());
    };
    expect(await check()).toEqual({ letters: 1, faults: [] });
    const complement =
      'Maison des associations, porte de gauche au fond de la cour à droite, sonner deux fois longuement, demander la trésorière adjointe';
    await documents(strapi, ASSOCIATION).update({
      documentId: silent.documentId,
      data: { address: { ...town, complement } },
      status: 'published',
    });
    expect((await check()).faults).toMatchObject([
      { association: silent.documentId, part: 'complement', was: expect.stringContaining('trésorière') as string },
    ]);

    // Without a street it is handed to the town hall of its commune, which is said before printing.
    await documents(strapi, ASSOCIATION).update({
      documentId: silent.documentId,
      data: { address: null },
      status: 'published',
    });
    expect((await check()).faults).toEqual([
      { association: silent.documentId, name: silent.name, part: 'town-hall', was: '', becomes: commune.name },
    ]);
    cms.received.length = 0;
    await ask();
    const [handed] = cms.received.filter(({ url }) => url.endsWith('/letters.pdf'));
    expect(JSON.parse(handed?.body ?? '{}').letters[0]).toMatchObject({
      isAddressed: true,
      envelope: expect.arrayContaining(['Aux bons soins de la mairie']) as string[],
    });

    expect((await ask('?requests=nobody')).status).toBe(409);
    expect((await ask('?other=1')).status).toBe(400);
    expect((await fetch(`${cms.url}/trame/campaigns/${campaign}/letters.pdf`)).status).toBe(401);
    cms.answer = () => ({ status: 500, body: { error: 'x' } });
    expect((await ask()).status).toBe(502);
    cms.answer = null;
  });
});
