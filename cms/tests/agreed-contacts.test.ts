/** A number that its contact keeps from a channel, typed into any other record: refused to editors, and taken out of what leaves the CMS. */
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { PrintExport } from '../src/domain/contract/press/edition.ts';
import type { LeftOut } from '../src/domain/contract/desk/publication-report.ts';
import { leakMark } from '../src/platform/deployer/leak-mark.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { queueAccepted, queueReceipt, queueRefused } from '../src/update/answers/answer-letters.ts';
import type { Submission } from '../src/update/answers/submission-store.ts';
import { openCampaign } from '../src/update/campaigns/open-campaign.ts';
import { readLetters } from '../src/update/campaigns/paper-letters.ts';
import { previewLetter } from '../src/update/campaigns/preview-letter.ts';
import { closeAllCampaigns, lettersOf, makeCampaign } from './helpers/answers.ts';
import { EXPORT_TOKEN, startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, publishAssociation, refusalOf, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { readExport, signIn } from './helpers/http.ts';

const AGREED = { consentDate: '2026-01-15', consentSource: 'courriel' };
/** On no channel, on paper only, on the site only: nobody else has them. */
const [NOWHERE, ON_PAPER, ON_SITE] = ['+33639980101', '+33639980102', '+33639980103'];

let cms: Cms;
let name: string;
beforeAll(async () => {
  cms = await startCms();
  ({ name } = await publishAssociation(cms.strapi, {
    contacts: [
      { role: 'Trésorerie', phone: NOWHERE, email: 'nulle.part@example.org' },
      { role: 'Secrétariat', phone: ON_PAPER, print: true, ...AGREED },
      { role: 'Accueil', phone: ON_SITE, web: true, ...AGREED },
    ],
  }));
});

const paragraph = (...texts: string[]) => [
  { type: 'paragraph', children: texts.map((text, at) => ({ type: 'text', text, bold: at % 2 === 1 })) },
];
type Uid = Parameters<typeof documents>[1];
const publish = (uid: Uid, data: Record<string, unknown>) =>
  documents(cms.strapi, uid).create({ data, status: 'published' });
const guide = () => ({ title: unique('Guide'), kind: 'actualité', summary: 'x', body: paragraph('Un texte.') });
const resource = () => ({ title: unique('Matériel'), kind: 'matériel', summary: 'x' });

describe('an editor', () => {
  const texts: [where: string, uid: Uid, data: () => Record<string, unknown>, path: string][] = [
    [
      'an event’s text',
      'api::event.event',
      () => ({ ...eventData(), description: 'Au 06 39 98 01 01.' }),
      'description',
    ],
    [
      'a way to register',
      'api::event.event',
      () => ({ ...eventData(), registration: [{ kind: 'téléphone', value: '0639980102' }] }),
      'registration.0.value',
    ],
    [
      'a guide, its digits parted by bold',
      'api::guide.guide',
      () => ({ ...guide(), body: paragraph('06 39 ', '98 01', ' 01') }),
      'body',
    ],
    ['a resource', 'api::resource.resource', () => ({ ...resource(), howToGet: 'wa.me/33639980102' }), 'howToGet'],
    [
      'an address of e-mail',
      'api::guide.guide',
      () => ({ ...guide(), summary: 'nulle.part (at) example.org' }),
      'summary',
    ],
    [
      'another association',
      'api::association.association',
      () => ({ name: unique('Voisins'), summary: 'Demandez au 0639980101' }),
      'summary',
    ],
  ];
  it.each(texts)('is refused it in %s, and told whose it is', async (_where, uid, data, path) => {
    const more = uid === 'api::association.association' ? await themes() : {};
    const faults = await refusalOf(publish(uid, { ...data(), ...more }));
    expect(faults[path]).toMatch(/n’a pas accepté de voir sur le site/);
    expect(faults[path]).toContain(`C’est un contact de «\u00a0${name}\u00a0».`);
  });

  it('is refused with the record that an editor has to look at', async () => {
    const error = await publish('api::guide.guide', { ...guide(), summary: 'Appelez le 06 39 98 01 01.' }).then(
      () => null,
      (refused: unknown) => refused as { details: { errors: { records?: unknown }[] } },
    );
    expect(error?.details.errors.map(({ records }) => records)).toEqual([
      [{ uid: 'api::association.association', documentId: expect.any(String), name }],
    ]);
  });

  it.each([
    ['api::event.event', eventData],
    ['api::resource.resource', resource],
  ] as const)('notes it for the office in %s, which is published without it', async (uid, data) => {
    const note = 'Selon la source : 06 39 98 01 01.';
    const { documentId } = await publish(uid, { ...data(), internalNote: note });
    const sent = JSON.stringify(await readExport(cms));
    expect(sent).toContain(documentId);
    expect(sent).not.toContain('Selon la source');
  });

  it('says on the site what a contact agreed to there', async () => {
    const published = await publish('api::guide.guide', { ...guide(), summary: 'Appelez le 06 39 98 01 03.' });
    const { guides } = await readExport(cms);
    expect(guides.find(({ id }) => id === published.documentId)?.summary).toBe('Appelez le 06 39 98 01 03.');
  });

  const themes = async () => {
    const theme = await documents(cms.strapi, 'api::theme.theme').create({
      data: { name: unique('Thème'), position: 1 },
    });
    return { themes: [theme.documentId] };
  };
});

describe('what leaves the CMS', () => {
  it('has it in no text, however it came there, and the editor is told', async () => {
    const event = await publish('api::event.event', eventData());
    const text = 'Appelez le 06 39 98 01 01, le +33 6 39 98 01 02 ou le 06.39.98.01.03.';
    // Past every rule, as an older version, an import or a hand in the database writes it.
    await cms.strapi.db.connection('events').where({ document_id: event.documentId }).update({ description: text });
    const onSite = (await readExport(cms)).events.find(({ id }) => id === event.documentId);
    expect(onSite?.description).toBe(
      'Appelez le (coordonnées retirées), le (coordonnées retirées) ou le 06.39.98.01.03.',
    );

    const edition = await publish('api::edition.edition', { title: unique('Édition'), year: 2027, format: 'A5' });
    const exports = cms.strapi.service('api::export.export') as unknown as {
      print(documentId: string): Promise<{ gzipped: Buffer } | null>;
    };
    const printed = await exports.print(edition.documentId);
    const { content } = PrintExport.parse(JSON.parse(gunzipSync(printed!.gzipped).toString()));
    expect(content.events.find(({ id }) => id === event.documentId)?.description).toBe(
      'Appelez le (coordonnées retirées), le +33 6 39 98 01 02 ou le (coordonnées retirées).',
    );

    const cleared = (exports as unknown as { cleared(): LeftOut[] }).cleared();
    const reasons = cleared.filter(({ documentId }) => documentId === event.documentId).flatMap((one) => one.reasons);
    expect(reasons).toEqual([
      expect.stringMatching(/^Retiré du site.*06.39.98.01.01 et 06.39.98.01.02\./),
      expect.stringMatching(/^Retiré de l’annuaire imprimé.*06.39.98.01.01 et 06.39.98.01.03\./),
    ]);
    await documents(cms.strapi, 'api::event.event').delete({ documentId: event.documentId });
  });

  it('has it in no text of anybody once its contact has withdrawn and was deleted', async () => {
    const [phone, spelt] = ['+33639980104', '06 39 98 01 04'];
    const contact = { role: 'Présidence', phone, email: 'parti@example.org', web: true, ...AGREED };
    const { documentId } = await publishAssociation(cms.strapi, { contacts: [contact] });
    const published = await publish('api::guide.guide', { ...guide(), summary: `Appelez le ${spelt}.` });
    const summary = async () => (await readExport(cms)).guides.find(({ id }) => id === published.documentId)?.summary;
    expect(await summary()).toBe(`Appelez le ${spelt}.`);
    const token = (withdrawalLink(documentId, contact)?.url ?? '').split('#')[1] ?? '';
    process.env.SITE_URL = SITE;
    expect((await knock(cms, '/api/retrait/confirmer', { json: { token } })).status).toBe(200);
    await documents(cms.strapi, 'api::association.association').update({
      documentId,
      data: { contacts: [] },
      status: 'published',
    });
    expect(await summary()).toBe('Appelez le (coordonnées retirées).');
    const faults = await refusalOf(publish('api::guide.guide', { ...guide(), summary: `Au ${spelt}` }));
    expect(faults['summary']).toMatch(/n’a pas accepté de voir sur le site/);
    await documents(cms.strapi, 'api::guide.guide').delete({ documentId: published.documentId });
  });

  it('keeps a record away whose own address says it', async () => {
    const published = await publish('api::guide.guide', guide());
    await cms.strapi.db
      .connection('guides')
      .where({ document_id: published.documentId })
      .update({ slug: 'tel-0639980101' });
    const { guides } = await readExport(cms);
    expect(guides.some(({ id }) => id === published.documentId)).toBe(false);
    expect(cms.strapi.service('api::export.export').leftOut()).toContainEqual(
      expect.objectContaining({ documentId: published.documentId }),
    );
    await documents(cms.strapi, 'api::guide.guide').delete({ documentId: published.documentId });
  });
});

describe('a letter', () => {
  const submission = (more: Partial<Submission>): Submission =>
    ({
      ...{ documentId: unique('envoi'), kind: 'événement', associationId: null, requestId: null, changes: [] },
      ...{ title: 'Fête', sender: 'inconnu@example.net', sentAt: '2026-07-01T08:00:00Z', ...more },
    }) as Submission;
  const said = async (one: Submission) =>
    (await lettersOf(cms.strapi, one.documentId)).map(({ subject, text }) => `${subject}\n${text}`).join('\n');

  it('to whoever wrote to us says no number of anybody else, in the title nor in the editor’s own words', async () => {
    const one = submission({ title: 'Fête, 06 39 98 01 01 ou 06 39 98 01 02' });
    await queueReceipt(cms.strapi, one);
    await queueAccepted(cms.strapi, one, { slug: 'tel-0639980101', retouched: true });
    await queueRefused(cms.strapi, one, 'Appelez plutôt nulle.part (at) example.org, ou le 06 39 98 01 03.');
    const words = await said(one);
    expect(words.match(/C’est publié|Bien reçu|n’a pas pu être publié/g)).toHaveLength(3);
    expect(words).not.toMatch(/98 ?01 ?0[12]|0639980101|nulle\.part/);
    expect(words).toContain('ou le 06 39 98 01 03.');
    expect(words).toContain('Fête, (coordonnées retirées) ou (coordonnées retirées)');
  });

  it('says its own address to whom it goes to', async () => {
    const one = submission({ sender: 'nulle.part@example.org', title: 'Fête de Nulle.Part@example.org, 0639980101' });
    await queueReceipt(cms.strapi, one);
    expect(await said(one)).toContain('Fête de Nulle.Part@example.org, (coordonnées retirées)');
  });

  it('of a campaign, to try out or on paper, says no number that its association keeps for the office', async () => {
    const contacts = [{ role: 'Présidence 06 39 98 01 01', phone: '+33639980105', email: 'a@example.org' }];
    const { documentId } = await publishAssociation(cms.strapi, { contacts });
    // Past every rule, as an older version or an import writes it.
    await cms.strapi.db
      .connection('associations')
      .where({ document_id: documentId })
      .update({ name: 'Club 06 39 98 01 05', description: 'Chez nous : 06.39.98.01.05, ou wa.me/33639980101' });
    const campaign = await makeCampaign(cms.strapi, {
      invitationSubject: '{association}',
      invitationBody: 'Bonjour {association}, appelez Julie au 06 39 98 01 01.\n\n{lien}',
    });
    const preview = await previewLetter(cms.strapi, campaign.documentId, {
      ...{ step: 0, association: documentId, subject: null, body: null },
    });
    expect(preview.text).toContain('Bonjour Club (coordonnées retirées), appelez Julie au (coordonnées retirées).');
    expect(JSON.stringify([preview.subject, preview.html])).not.toMatch(/98.01.0[15]/);

    await closeAllCampaigns(cms.strapi);
    await openCampaign(cms.strapi, campaign.documentId);
    const sent = await lettersOf(cms.strapi, `${campaign.documentId}:${documentId}`);
    expect(sent).toMatchObject([{ kind: 'invitation', recipient: 'a@example.org' }]);
    expect(JSON.stringify(sent)).not.toMatch(/98.01.0[15]/);

    const requests = await cms.strapi.db
      .query('api::update-request.update-request')
      .findMany({ where: { campaignId: campaign.documentId, associationId: documentId } });
    const choice = { requests: requests.map(({ documentId: id }: { documentId: string }) => id), silent: false };
    const paper = await readLetters(cms.strapi, campaign.documentId, choice);
    expect(paper.letters).toHaveLength(1);
    expect(JSON.stringify(paper)).not.toMatch(/98.?01.?0[15]/);
    const [contact] = paper.letters[0]?.contacts ?? [];
    expect(contact?.words).toBe(
      'Présidence (coordonnées retirées), 06\u00a0••\u00a0••\u00a0••\u00a005, a…@example.org',
    );
  });
});

describe('a release that the checks refused', () => {
  it('is told by its record, its field and whose contact it is, never by the contact', async () => {
    const record = { uid: 'api::guide.guide', documentId: 'a-guide', title: 'Un guide' };
    const leaks = [
      {
        kind: 'phone',
        mark: leakMark(EXPORT_TOKEN, NOWHERE ?? ''),
        where: '/guides/g/',
        records: [{ ...record, field: 'summary' }],
      },
      {
        kind: 'email',
        mark: leakMark(EXPORT_TOKEN, 'someone@example.net'),
        where: '/guides/g/',
        records: [{ ...record, field: null }],
      },
    ];
    const service = cms.strapi.service('api::export.export') as unknown as {
      refused(of: object[]): Promise<LeftOut[]>;
    };
    const refused = await service.refused(leaks);
    expect(refused).toMatchObject([record]);
    const [first = '', second = ''] = refused[0]?.reasons ?? [];
    expect(first).toContain(
      `un numéro de téléphone d’un contact de «\u00a0${name}\u00a0», dans le champ «\u00a0En bref\u00a0»`,
    );
    expect(second).toContain('que ne donne aucun contact de l’annuaire (/guides/g/)');
    expect(JSON.stringify(refused)).not.toMatch(/39980101|someone/);
  });
});

describe('the media library', () => {
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const send = async (path: string, info: object, file?: string) => {
    const form = new FormData();
    if (file !== undefined) form.append('files', new Blob([dot], { type: 'image/png' }), file);
    form.append('fileInfo', JSON.stringify(info));
    const token = await signIn(cms);
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${cms.url}${path}`, { method: 'POST', headers, body: form });
    return { status: response.status, body: await response.json() };
  };
  type Saved = { id: number; name: string; alternativeText: string; caption: string; hash: string };
  const one = (body: unknown): Saved => (Array.isArray(body) ? body[0] : body) as Saved;

  it('stores texts as they were meant, as records do', async () => {
    const { status, body } = await send(
      '/upload',
      { name: 'ﬁlm\u0092s.png', alternativeText: '  L\u0092oﬀice \u202ade la\u200b mer ', caption: 'c\u009cur' },
      'a.png',
    );
    expect(status, JSON.stringify(body)).toBe(201);
    expect(one(body)).toMatchObject({ name: 'film’s.png', alternativeText: 'L’office de la mer', caption: 'cœur' });
    const saved = await send(`/upload?id=${one(body).id}`, { alternativeText: ' L\u0092été\u202e ' });
    expect(one(saved.body)).toMatchObject({ name: 'film’s.png', alternativeText: 'L’été' });
  });

  it.each([
    ['alternativeText', 'Texte de remplacement', { alternativeText: 'Affiche : O6 39 98 01 01' }, 'a.png'],
    ['caption', 'Légende', { caption: 'nulle.part -at- example.org' }, 'a.png'],
    ['name', 'Nom du fichier', { name: 'affiche 06-39-98-01-01.png' }, 'a.png'],
    ['name', 'Nom du fichier', {}, 'affiche_0639980101.png'],
  ])('refuses a withheld contact in %s, whether it is sent or saved later', async (_, label, info, file) => {
    const refused = await send('/upload', info, file);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain(label);
    expect(JSON.stringify(refused.body)).toContain(name);
    if (Object.keys(info).length === 0) return;
    const { body } = await send('/upload', { alternativeText: 'Une affiche' }, 'a.png');
    expect((await send(`/upload?id=${one(body).id}`, info)).status).toBe(400);
    expect((await send(`/upload?id=${one(body).id}`, info, 'b.png')).status).toBe(400);
  });

  it('takes what somebody agreed to show, and ordinary texts', async () => {
    const info = {
      name: 'affiche 2026-09-05.png',
      alternativeText: 'Tél. 06 39 98 01 03',
      caption: '12 € le 06/12/2026',
    };
    expect((await send('/upload', info, 'a.png')).status).toBe(201);
  });
});
