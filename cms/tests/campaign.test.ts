/** A campaign from its preparation to its board. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerByPhone, openForPhone } from '../src/update/answers/answer-by-phone.ts';
import { resendLetter, revokeLink } from '../src/update/campaigns/one-request.ts';
import { boardCsv } from '../src/update/campaigns/board-csv.ts';
import { closeCampaign, openCampaign } from '../src/update/campaigns/open-campaign.ts';
import { findRequestByToken, REQUEST, type UpdateRequest } from '../src/update/campaigns/request-store.ts';
import { watchedTables } from '../src/platform/content-version/watched-tables.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { makeLinkToken } from '../src/platform/links/link-token.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { answerTo, closeAllCampaigns, lettersOf, makeCampaign } from './helpers/answers.ts';
import { startCms, type Cms } from './helpers/cms.ts';
import { documents, makeCommune, makeTheme, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { asAdmin, readExport, signIn } from './helpers/http.ts';
import { CampaignBoard, CampaignListing, DictatedAnswer, SentSample } from '../src/domain/contract/desk/campaign.ts';
import { readBoard } from '../src/update/campaigns/board.ts';
import { remindNow } from '../src/update/campaigns/remind-now.ts';
import { queueDueReminders } from '../src/update/campaigns/reminders.ts';
import { readOpenMatters } from '../src/update/freezing/open-matters.ts';
import { z } from 'zod';

const CLAIRE = { name: 'Claire', id: '1' };
const CAMPAIGN = 'api::campaign.campaign';

let cms: Cms;
let strapi: Cms['strapi'];
beforeAll(async () => {
  cms = await startCms();
  strapi = cms.strapi;
  process.env.SITE_URL = 'https://annuaire.example.org';
});
beforeEach(() => closeAllCampaigns(strapi));

const errorOf = async (act: Promise<unknown>): Promise<{ code?: string; message: string }> =>
  act.then(
    () => {
      throw new Error('Nothing was refused');
    },
    (error: unknown) => error as { code?: string; message: string },
  );
const requestsOf = (campaignId: string): Promise<UpdateRequest[]> =>
  strapi.db.query(REQUEST).findMany({ where: { campaignId }, orderBy: { id: 'asc' } });

/** A commune of its own with associations in it, so that a campaign asks these and no other test's. */
async function territory(...contacts: ({ email?: string; phone?: string; name?: string } | null)[]) {
  const commune = await makeCommune(strapi);
  const associations: { documentId: string; name: string }[] = [];
  for (const contact of contacts) {
    associations.push(
      await publishAssociation(strapi, { commune: commune.documentId, contacts: contact ? [contact] : [] }),
    );
  }
  const campaign = await makeCampaign(strapi, { onlyCommunes: [commune.documentId] });
  return { commune, associations, campaign: campaign.documentId as string };
}

describe('a campaign in preparation', () => {
  it('has texts that can be sent as they are', async () => {
    const campaign = await makeCampaign(strapi);
    expect(campaign).toMatchObject({
      stage: 'en préparation',
      invitationSubject: expect.stringContaining('{association}'),
      invitationBody: expect.stringContaining('{lien}'),
      reminders: [{ afterDays: 14 }, { afterDays: 35 }],
    });
  });

  it('refuses a word that nothing replaces, a letter without its link, dates in the wrong order, a stage by hand', async () => {
    const service = documents(strapi, CAMPAIGN);
    const refused = (data: Record<string, unknown>) =>
      refusalOf(service.create({ data: { title: unique('Campagne'), ...data } }));
    expect((await refused({ invitationBody: 'Bonjour {nom}, {lien}' })).invitationBody).toMatch(
      /\{nom\}.*\{association\}/,
    );
    expect((await refused({ invitationBody: 'Bonjour' })).invitationBody).toMatch(/\{lien\}/);
    expect(await refused({ opensOn: '2099-09-01', closesOn: '2099-08-01' })).toHaveProperty('closesOn');
    expect(await refused({ stage: 'ouverte' })).toHaveProperty('stage');
    expect(await refused({ replyTo: 'pas une adresse' })).toHaveProperty('replyTo');
    const campaign = await makeCampaign(strapi);
    expect(
      await refusalOf(service.update({ documentId: campaign.documentId, data: { stage: 'close' } })),
    ).toHaveProperty('stage');
    await service.update({ documentId: campaign.documentId, data: { stage: 'en préparation', title: unique('Été') } });
  });

  it('opens « Voir les lettres » on the first that has a letter, and says who has none', async () => {
    const { campaign, associations } = await territory({ phone: '05 36 49 00 09' }, { email: 'deux@example.org' });
    const token = await signIn(cms);
    const preview = async (json: unknown) => {
      const response = await asAdmin(cms, token, `/trame/campaigns/${campaign}/preview`, { method: 'POST', json });
      const body = (await response.json()) as { association: string; to: string | null; asked: { byEmail: boolean }[] };
      return { status: response.status, body };
    };
    const { body } = await preview({});
    expect([body.association, body.to]).toEqual([associations[1]!.name, 'deux@example.org']);
    expect(body.asked.map(({ byEmail }) => byEmail)).toEqual([false, true]);
    expect((await preview({ association: associations[0]!.documentId })).body.to).toBeNull();
    const stranger = await publishAssociation(strapi);
    expect((await preview({ association: stranger.documentId })).status).toBe(400);
  });

  it('shows a letter on a real association, whose link opens nothing', async () => {
    const { campaign, associations } = await territory({ email: 'un@example.org' });
    const preview = async (json: unknown) => {
      const response = await asAdmin(cms, await signIn(cms), `/trame/campaigns/${campaign}/preview`, {
        method: 'POST',
        json,
      });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    };
    const { body } = await preview({ association: associations[0]!.documentId });
    expect(body['subject']).toContain(associations[0]!.name);
    expect(body['text']).toContain('/ma-fiche/#exemple');
    expect(body['text']).toContain('30 septembre 2099');
    expect((await preview({ step: 1 })).body['subject']).toMatch(/^Rappel/);
    expect((await preview({ step: 5 })).status).toBe(400);
    expect((await preview({ body: 'Bonjour {nom}' })).status).toBe(400);
    expect((await preview({ stage: 'ouverte' })).status).toBe(400);

    // The same letter to the editor who asks, and to nobody else.
    const token = await signIn(cms);
    const send = (json: unknown) =>
      asAdmin(cms, token, `/trame/campaigns/${campaign}/preview/send`, { method: 'POST', json });
    const { to } = SentSample.parse(await (await send({ association: associations[0]!.documentId })).json());
    expect((await send({ to: 'autrui@example.org' })).status).toBe(400);
    const [sample] = (await lettersOf(strapi, 'sample:')).filter(({ subject }) =>
      subject.includes(associations[0]!.name),
    );
    expect(sample).toMatchObject({ recipient: to, kind: 'sample', subject: `[Essai] ${body['subject']}` });
    expect(sample?.text).toContain('/ma-fiche/#exemple');
  });

  it('is nothing that the site is made of', async () => {
    const tables = watchedTables(strapi);
    expect(tables.filter((name) => /campaign|update_request|submission|journal/.test(name))).toEqual([]);
    const before = await readContentVersion(strapi.db.connection);
    await makeCampaign(strapi);
    expect(await readContentVersion(strapi.db.connection)).toBe(before);
    expect(JSON.stringify(await readExport(cms))).not.toContain('invitationBody');
  });
});

describe('opening', () => {
  it('asks each association once and writes one letter to each that has an address, however often it is done', async () => {
    const { campaign, associations } = await territory({ email: 'un@example.org' }, { phone: '+33536490001' }, null);
    const before = await readContentVersion(strapi.db.connection);
    const opened = await Promise.all([openCampaign(strapi, campaign, CLAIRE), openCampaign(strapi, campaign, CLAIRE)]);
    expect(opened.map(({ letters }) => letters).sort()).toEqual([0, 1]);
    expect(opened[0]).toMatchObject({ asked: 3, withoutAddress: 2 });
    const requests = await requestsOf(campaign);
    expect(requests.map(({ state }) => state).sort()).toEqual(['sans adresse', 'sans adresse', 'à envoyer']);
    expect(new Set(requests.map(({ tokenHash }) => tokenHash)).size).toBe(3);
    const letters = await lettersOf(strapi, `campaign:${campaign}:`);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ recipient: 'un@example.org', kind: 'invitation' });
    const [written] = requests.filter(({ state }) => state === 'à envoyer');
    expect(letters[0]?.text).toContain(`#${makeLinkToken('ma-fiche', written!.documentId, 1)}`);
    expect(letters[0]?.text).toContain(associations[0]!.name);
    expect(new Date(written!.expiresAt).toISOString()).toBe('2099-09-30T21:59:59.999Z');
    expect(await readContentVersion(strapi.db.connection)).toBe(before);

    const later = await publishAssociation(strapi, {
      commune: (await documents(strapi, CAMPAIGN).findOne({ documentId: campaign, populate: ['onlyCommunes'] }))
        .onlyCommunes[0].documentId,
      contacts: [{ email: 'deux@example.org' }],
    });
    expect(await openCampaign(strapi, campaign, CLAIRE)).toMatchObject({ asked: 4, added: 1, letters: 1 });
    expect((await requestsOf(campaign)).at(-1)?.associationId).toBe(later.documentId);
  });

  it('asks those of a theme, those of its parts too', async () => {
    const [parent, other] = [await makeTheme(strapi), await makeTheme(strapi)];
    const child = await documents(strapi, 'api::theme.theme').create({
      data: { name: unique('Thème'), position: 1, parent: parent.documentId },
    });
    const inside = await publishAssociation(strapi, { themes: [child.documentId] });
    await publishAssociation(strapi, { themes: [other.documentId] });
    const campaign = await makeCampaign(strapi, { onlyThemes: [parent.documentId] });
    await openCampaign(strapi, campaign.documentId, CLAIRE);
    expect((await requestsOf(campaign.documentId)).map(({ associationId }) => associationId)).toEqual([
      inside.documentId,
    ]);
  });

  it('needs a closing day to come, somebody to ask, and no other open campaign', async () => {
    const { commune, campaign } = await territory({ email: 'un@example.org' });
    const open = (data: Record<string, unknown>) =>
      makeCampaign(strapi, { onlyCommunes: [commune.documentId], ...data }).then(({ documentId }) =>
        openCampaign(strapi, documentId, CLAIRE),
      );
    expect(await errorOf(open({ closesOn: null }))).toMatchObject({ code: 'invalid' });
    expect(await errorOf(open({ closesOn: '2020-01-01' }))).toMatchObject({ code: 'invalid' });
    const empty = await makeCommune(strapi);
    expect(await errorOf(open({ onlyCommunes: [empty.documentId] }))).toMatchObject({ code: 'invalid' });
    expect(await errorOf(openCampaign(strapi, 'nobody', CLAIRE))).toMatchObject({ code: 'unknown' });
    await openCampaign(strapi, campaign, CLAIRE);
    expect(await errorOf(open({}))).toMatchObject({ code: 'conflict' });
    expect(await refusalOf(documents(strapi, CAMPAIGN).delete({ documentId: campaign }))).toHaveProperty('message');
  });
});

describe('the link of a request', () => {
  it('opens its own request, until it is revoked, expires, or the campaign closes', async () => {
    const { campaign, associations } = await territory({ email: 'un@example.org' }, { email: 'deux@example.org' });
    await openCampaign(strapi, campaign, CLAIRE);
    const [one, two] = (await requestsOf(campaign)) as [UpdateRequest, UpdateRequest];
    const token = makeLinkToken('ma-fiche', one.documentId, 1);
    const stateOf = async (given: string, now?: Date) => (await findRequestByToken(strapi, given, now)).state;
    expect(await findRequestByToken(strapi, token)).toMatchObject({
      state: 'open',
      request: { associationId: associations.find(({ documentId }) => documentId === one.associationId)?.documentId },
    });
    expect(await stateOf('x'.repeat(43))).toBe('unknown');
    expect(await stateOf(makeLinkToken('retrait', one.documentId, 1))).toBe('unknown');
    expect(await stateOf(token, new Date('2099-10-01T00:00:00Z'))).toBe('expired');

    await revokeLink(strapi, campaign, one.documentId, CLAIRE);
    expect(await stateOf(token)).toBe('unknown');
    expect(await stateOf(makeLinkToken('ma-fiche', one.documentId, 2))).toBe('revoked');
    expect((await lettersOf(strapi, `${campaign}:${one.associationId}`)).map(({ state }) => state)).not.toContain(
      'queued',
    );
    const read = await readEntry(strapi, one.associationId);
    const answer = (request: string, association = one.associationId) =>
      submitAnswer(strapi, answerTo(association, null, read!.version, { request }));
    expect(await errorOf(answer(one.documentId))).toMatchObject({ code: 'link-revoked' });
    expect(await errorOf(answer(two.documentId))).toMatchObject({ code: 'forbidden' });

    expect(await resendLetter(strapi, campaign, one.documentId, 'nouvelle@example.org', CLAIRE)).toBe(true);
    expect(await resendLetter(strapi, campaign, one.documentId, 'nouvelle@example.org', CLAIRE)).toBe(false);
    expect(await stateOf(makeLinkToken('ma-fiche', one.documentId, 2))).toBe('open');
    const again = (await lettersOf(strapi, `${one.associationId}:invitation:again`)).at(-1);
    expect(again?.recipient).toBe('nouvelle@example.org');
    // The sender of the running CMS may have taken it by now.
    expect(again?.state).not.toBe('cancelled');
    expect(again?.text).toContain(makeLinkToken('ma-fiche', one.documentId, 2));

    await closeCampaign(strapi, campaign, CLAIRE);
    await closeCampaign(strapi, campaign, CLAIRE);
    expect(await stateOf(makeLinkToken('ma-fiche', one.documentId, 2))).toBe('closed');
    expect(await errorOf(answer(one.documentId))).toMatchObject({ code: 'closed' });
    expect((await lettersOf(strapi, `campaign:${campaign}:`)).map(({ state }) => state)).not.toContain('queued');
    expect(await errorOf(openCampaign(strapi, campaign, CLAIRE))).toMatchObject({ code: 'conflict' });
  });
});

describe('the board', () => {
  it('counts by state, commune, theme, channel and day, and says whom to telephone', async () => {
    const { campaign, associations, commune } = await territory(
      { email: 'un@example.org' },
      { phone: '+33536490001', name: 'Anne' },
      { email: 'trois@example.org', phone: '+33536490003' },
    );
    const [linked, dictated, bounced] = associations.map(({ documentId }) => documentId) as [string, string, string];
    await openCampaign(strapi, campaign, CLAIRE);
    const requests = await requestsOf(campaign);
    const requestOf = (id: string) => requests.find(({ associationId }) => associationId === id)!;
    await strapi.db
      .query(REQUEST)
      .update({ where: { id: requestOf(bounced).id }, data: { state: 'revenue', bounceReason: '=boîte pleine' } });

    await submitAnswer(
      strapi,
      answerTo(linked, null, (await readEntry(strapi, linked))!.version, { request: requestOf(linked).documentId }),
    );
    expect((await lettersOf(strapi, `${linked}:invitation`))[0]?.state).toBe('cancelled');
    const form = await openForPhone(strapi, campaign, requestOf(dictated).documentId);
    const said = DictatedAnswer.parse({ version: form.version, entry: { ...form.entry, acronym: 'TEL' } });
    expect(await answerByPhone(strapi, campaign, requestOf(dictated).documentId, said)).toMatchObject({
      kind: 'modification',
    });
    expect(await errorOf(answerByPhone(strapi, 'nobody', requestOf(dictated).documentId, said))).toMatchObject({
      code: 'unknown',
    });

    const response = await asAdmin(cms, await signIn(cms), `/trame/campaigns/${campaign}/board`);
    const board = CampaignBoard.parse(await response.json());
    expect(board.totals).toMatchObject({ répondue: 2, revenue: 1, 'à envoyer': 0 });
    expect(board.byCommune).toEqual([
      { id: commune.documentId, label: commune.name, asked: 3, answered: 2, waiting: 0, bounced: 1, remindable: 0 },
    ]);
    expect(board.byTheme).toHaveLength(3);
    expect(board.byChannel).toEqual([
      { label: 'Par son lien', answered: 1 },
      { label: 'Par téléphone', answered: 1 },
    ]);
    expect(board.overTime.at(-1)).toMatchObject({ answered: 2 });
    expect(board.toCall).toMatchObject([{ why: 'revenue', phone: '05 36 49 00 03'.replaceAll(' ', '\u00a0') }]);
    expect((await asAdmin(cms, await signIn(cms), '/trame/campaigns/nobody/board')).status).toBe(404);
  });

  it('is there for every campaign there was, those that are over too', async () => {
    const { campaign } = await territory({ email: 'un@example.org' });
    await openCampaign(strapi, campaign, CLAIRE);
    await closeCampaign(strapi, campaign, CLAIRE);
    const response = await asAdmin(cms, await signIn(cms), '/trame/campaigns');
    const listed = z.array(CampaignListing).parse(await response.json());
    expect(listed.find(({ id }) => id === campaign)).toMatchObject({ stage: 'close', asked: 1, answered: 0 });
    expect((await asAdmin(cms, await signIn(cms), `/trame/campaigns/${campaign}/board`)).status).toBe(200);
  });

  it('comes as a file that a French spreadsheet opens, and runs nothing of', async () => {
    const { campaign, commune } = await territory();
    const name = `=HYPERLINK("https://evil.example";"${unique('Club')}")`;
    await publishAssociation(strapi, {
      name,
      commune: commune.documentId,
      contacts: [{ phone: '+34910123456', name: '@Anne' }],
    });
    await openCampaign(strapi, campaign, CLAIRE);
    const csv = await boardCsv(strapi, campaign);
    expect(csv.startsWith('\ufeffAssociation;Commune;')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example""`);
    expect(csv).toContain("'@Anne");
    expect(csv).toMatch(/;"?'\+34/);
    expect(csv.split('\r\n')).toHaveLength(3);
    const response = await asAdmin(cms, await signIn(cms), `/trame/campaigns/${campaign}/board.csv`);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect((await response.text()).replace('\ufeff', '')).toBe(csv.replace('\ufeff', ''));
  });
});

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe('a reminder by an editor’s act', () => {
  /** An open campaign whose letters left some days ago. */
  async function silent(days: number, ...contacts: Parameters<typeof territory>) {
    const made = await territory(...contacts);
    await openCampaign(strapi, made.campaign, CLAIRE);
    await strapi.db.query(CAMPAIGN).update({ where: { documentId: made.campaign }, data: { openedAt: daysAgo(days) } });
    await strapi.db.query(REQUEST).updateMany({
      where: { campaignId: made.campaign, email: { $notNull: true } },
      data: { state: 'envoyée', sentAt: daysAgo(days) },
    });
    return made;
  }
  const reminders = async (campaign: string) =>
    (await lettersOf(strapi, `campaign:${campaign}`)).filter(({ kind }) => kind === 'reminder');

  it('goes once to who is silent in that commune; the ladder goes on after it, and nobody gets two in two days', async () => {
    const { campaign, commune, associations } = await silent(
      5,
      { email: 'un@example.org' },
      { email: 'deux@example.org' },
      null,
    );
    const elsewhere = await makeCommune(strapi);
    const refused = await errorOf(remindNow(strapi, campaign, { commune: elsewhere.documentId }, CLAIRE));
    expect(refused).toMatchObject({ code: 'conflict' });
    const board = await readBoard(strapi, campaign);
    expect(board).toMatchObject({
      remindable: 2,
      byCommune: [{ remindable: 2 }],
      nextReminder: { step: 1, letters: 2 },
    });

    expect(await remindNow(strapi, campaign, { commune: commune.documentId }, CLAIRE)).toEqual({ queued: 2 });
    const sent = await reminders(campaign);
    expect(sent.map(({ key }) => key).sort()).toEqual(
      associations
        .slice(0, 2)
        .map(({ documentId }) => `campaign:${campaign}:${documentId}:reminder-1`)
        .sort(),
    );
    // Pressed again, in whatever way: nobody is left to remind.
    for (const again of [commune.documentId, null] as const)
      expect(await errorOf(remindNow(strapi, campaign, { commune: again }, CLAIRE))).toMatchObject({
        code: 'conflict',
      });
    expect((await readBoard(strapi, campaign)).remindable).toBe(0);

    // On the day of the first step the ladder does not write it again; the second comes as it would have.
    const openedOn = daysAgo(5).getTime();
    await queueDueReminders(strapi, new Date(openedOn + 15 * DAY_MS));
    expect(await reminders(campaign)).toHaveLength(2);
  });

  it('after the last step says the last text again, at most once a day, and needs a text', async () => {
    const { campaign } = await silent(9, { email: 'un@example.org' });
    await strapi.db.query(REQUEST).updateMany({ where: { campaignId: campaign }, data: { remindersSent: 9 } });
    expect(await remindNow(strapi, campaign, { commune: null }, CLAIRE)).toEqual({ queued: 1 });
    expect((await reminders(campaign))[0]?.key).toMatch(/reminder-\d{4}-\d{2}-\d{2}$/);
    expect(await requestsOf(campaign)).toMatchObject([{ remindersSent: 9 }]);
    await closeAllCampaigns(strapi);

    const mute = await silent(9, { email: 'un@example.org' });
    await documents(strapi, CAMPAIGN).update({ documentId: mute.campaign, data: { reminders: [] } });
    expect(await errorOf(remindNow(strapi, mute.campaign, { commune: null }, CLAIRE))).toMatchObject({
      message: expect.stringContaining('Dates et textes') as string,
    });
  });

  it('is refused of a campaign that is over, and to who is not signed in', async () => {
    const { campaign } = await silent(5, { email: 'un@example.org' });
    const path = `/trame/campaigns/${campaign}/remind`;
    expect((await fetch(`${cms.url}${path}`, { method: 'POST' })).status).toBe(401);
    const ask = async (json: unknown) => (await asAdmin(cms, await signIn(cms), path, { method: 'POST', json })).status;
    expect(await ask({})).toBe(400);
    await closeCampaign(strapi, campaign, CLAIRE);
    expect(await ask({ commune: null })).toBe(409);
  });
});

describe('before freezing', () => {
  it('says which campaign is open, what waits, what was published since the proof and what is not published', async () => {
    const { campaign, associations } = await territory({ email: 'un@example.org' }, { email: 'deux@example.org' });
    await openCampaign(strapi, campaign, CLAIRE);
    const [one, two] = [associations[0]!, associations[1]!];
    const waiting = (await readOpenMatters(strapi, null)).waitingAnswers;
    await submitAnswer(strapi, answerTo(one.documentId, null, (await readEntry(strapi, one.documentId))!.version));
    const proof = new Date(Date.now() + 1_100);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const before = await readOpenMatters(strapi, proof.toISOString());
    expect(before).toMatchObject({
      campaign: { id: campaign, silent: 1 },
      waitingAnswers: waiting + 1,
      changedSince: [],
    });
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(ids(before.unpublished)).not.toContain(two.documentId);

    const service = documents(strapi, 'api::association.association');
    await service.update({ documentId: one.documentId, data: { acronym: 'NEUF' }, status: 'published' });
    await service.update({ documentId: two.documentId, data: { acronym: 'ATTEND' } });
    const after = await readOpenMatters(strapi, proof.toISOString());
    expect(ids(after.changedSince)).toEqual([one.documentId]);
    expect(ids(after.unpublished)).toContain(two.documentId);
    expect(ids(after.unpublished)).not.toContain(one.documentId);
    const path = '/trame/editions/x/open-matters';
    expect((await fetch(`${cms.url}${path}`)).status).toBe(401);
    expect((await asAdmin(cms, await signIn(cms), `${path}?since=hier`)).status).toBe(400);
  });
});
