/** The withdrawal of a contact by the link of a letter: at once, for good, and whatever else is wrong with the entry. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCampaignLetter } from '../src/update/campaigns/campaign-letter.ts';
import { readWithheldFromLetters } from '../src/platform/contacts/withheld-from-letters.ts';
import { layOut } from '../src/platform/mail/letters/layout.ts';
import { readLetterSettings } from '../src/platform/mail/office.ts';
import { readContentVersion } from '../src/platform/content-version/content-version.ts';
import { OpenedWithdrawal, Withdrawn } from '../src/domain/contract/associations/my-entry.ts';
import { JOURNAL } from '../src/entries/journal.ts';
import { revertEntry } from '../src/update/answers/revert-entry.ts';
import { acceptAnswer, refuseAnswer } from '../src/update/answers/decide-answer.ts';
import { findSubmission, SUBMISSION } from '../src/update/answers/submission-store.ts';
import { openAnswer } from '../src/update/answers/desk.ts';
import { readEntry } from '../src/entries/entry-of-record.ts';
import { submitAnswer } from '../src/update/answers/submit-answer.ts';
import { modelAt } from '../src/associations/withdrawals/clear-texts.ts';
import { storedVersions } from '../src/associations/withdrawals/stored-versions.ts';
import { holdsEmail, holdsPhone } from '../src/associations/withdrawals/testing/spellings.ts';
import { PrintExport } from '../src/domain/contract/press/edition.ts';
import { storedPath, textFields } from '../src/domain/entry/texts.ts';
import { formatPhone } from '../src/domain/phone.ts';
import { visit } from '../src/domain/visit.ts';
import { queueLetters } from '../src/platform/mail/queue-letters.ts';
import { createProgramRecord } from '../src/platform/program-records/program-record.ts';
import { composeLetters } from '../src/update/campaigns/compose-letters.ts';
import { REQUEST } from '../src/update/campaigns/request-store.ts';
import { withdrawalLink } from '../src/platform/links/withdrawal-link.ts';
import { answerTo, lettersOf, makeCampaign } from './helpers/answers.ts';
import { EXPORT_TOKEN, startCms, type Cms } from './helpers/cms.ts';
import { documents, eventData, makeImage, publishAssociation, unique } from './helpers/content.ts';
import { knock, SITE } from './helpers/door.ts';
import { readExport } from './helpers/http.ts';

const ASSOCIATION = 'api::association.association';
const HOLDING = {
  edition: 'x',
  title: 'Annuaire 2025',
  year: 2025,
  frozenOn: '2025-08-30',
  printRun: 1200,
  entries: ['Club'],
};
/** What the printing service answers: every frozen edition of the CMS was read, but for those that are told otherwise. */
async function holding(answer: { editions?: object[]; unreadable?: { edition: string; title: string | null }[] } = {}) {
  const frozen = (await strapi.db.query('api::edition.edition').findMany({ where: { stage: 'figée' } })) as {
    documentId: string;
  }[];
  const { editions = [], unreadable = [] } = answer;
  const looked = frozen
    .map(({ documentId }) => documentId)
    .filter((id) => !unreadable.some(({ edition }) => edition === id));
  cms.answer = ({ url }) =>
    url === '/editions/holding' ? { status: 200, body: { editions, looked, unreadable } } : { status: 202, body: null };
}
async function frozenEdition(): Promise<{ id: string; title: string }> {
  const title = unique('Annuaire figé');
  const { documentId } = await documents(strapi, 'api::edition.edition').create({ data: { title, year: 2098 } });
  await strapi.db
    .connection('editions')
    .where({ document_id: documentId })
    .update({ stage: 'figée', frozen_at: new Date('2026-01-01') });
  return { id: documentId, title };
}
const CLAIRE = { name: 'Claire', id: '1' };
const agreed = {
  web: true,
  print: true,
  professionals: false,
  openData: true,
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
beforeEach(() => {
  cms.answer = null;
});

let people = 0;
/** A contact that no other test has. */
function person(more: Record<string, unknown> = {}) {
  people += 1;
  const number = String(100 + people);
  return {
    role: 'Trésorerie',
    name: 'Marie Durand',
    phone: `+33536491${number}`,
    email: `Marie.${number}@example.org`,
    ...agreed,
    ...more,
  };
}

const nothing = () => undefined;
/** Names of nothing: for what a letter says besides. */
const noNames = { theme: nothing, audience: nothing, commune: nothing, communeOfCode: nothing };

const tokenOf = (id: string, contact: { email?: string; phone?: string }) =>
  (withdrawalLink(id, contact)?.url ?? '').split('#')[1] ?? '';
const open = (token: unknown) => knock(cms, '/api/retrait/ouvrir', { json: { token } });
const confirm = (token: unknown, more = {}) => knock(cms, '/api/retrait/confirmer', { json: { token, ...more } });
const journalOf = (associationId: string, act: string): Promise<{ documentId: string; note: string | null }[]> =>
  strapi.db.query(JOURNAL).findMany({ where: { associationId, act } });
const version = (documentId: string, status: 'draft' | 'published') =>
  documents(strapi, ASSOCIATION).findOne({ documentId, status, populate: ['contacts', 'activities.slots'] });
const spaced = (phone: string) => `0${phone.slice(3)}`.replace(/(..)(?=.)/g, '$1 ');

describe('the link of a withdrawal', () => {
  it('shows who and where, masked, and changes nothing', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const before = await readContentVersion(strapi.db.connection);
    const token = tokenOf(documentId, { email: contact.email.toLowerCase() });
    const answer = await open(token);
    expect(answer.status).toBe(200);
    const opened = OpenedWithdrawal.parse(answer.json);
    expect(opened.channels).toEqual(['web', 'print', 'openData']);
    expect(opened.contact).toMatch(/^Trésorerie, M… D…, 05\u00a0••/);
    expect(answer.text).not.toContain(contact.email);
    expect((await knock(cms, '/api/retrait/confirmer', { method: 'GET' })).status).toBe(405);
    expect(await readContentVersion(strapi.db.connection)).toBe(before);
  });

  it('is nobody’s when it is guessed, of another purpose, or of another association', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const guessed = await confirm('A'.repeat(43));
    expect([guessed.status, guessed.json.error.code]).toEqual([404, 'link-unknown']);
    const other = await publishAssociation(strapi, { contacts: [person()] });
    expect((await confirm(tokenOf(other.documentId, contact))).text).toBe(guessed.text);
    expect((await confirm(tokenOf(documentId, contact), { association: other.documentId })).status).toBe(400);
    expect((await version(documentId, 'published')).contacts[0]).toMatchObject({ web: true, print: true });
  });

  it('is found by the code of the letter, by number alone too, and by no other code', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const type = (code: unknown) => knock(cms, '/api/retrait/code', { json: { code } });
    for (const reach of [contact, { phone: contact.phone }])
      expect((await type(withdrawalLink(documentId, reach)?.code)).json).toEqual({ token: tokenOf(documentId, reach) });
    const unknown = await type('0000-0000-0000');
    expect([unknown.status, unknown.json.error.code]).toEqual([404, 'link-unknown']);
  });

  it('stands at the foot of the letters of a campaign, and is good by a number alone on paper', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const letter = makeCampaignLetter(
      { documentId: 'campagne', closesOn: '2099-09-30', replyTo: null },
      0,
      { subject: 'Votre fiche', body: 'Bonjour, {lien}' },
      {
        documentId: 'demande',
        associationId: documentId,
        associationName: 'Club',
        email: contact.email,
        generation: 1,
      },
      await readLetterSettings(strapi),
    );
    const inLetter = /\/retrait\/#([\w-]{43})/.exec(layOut(letter.parts).text)?.[1];
    expect((await open(inLetter)).status).toBe(200);
    expect((await open(tokenOf(documentId, { phone: contact.phone }))).status).toBe(200);
  });
});

describe('a withdrawal', () => {
  it('takes the number and the address out of both versions, of every contact that has them, and of texts', async () => {
    const contact = person();
    const sharing = person({ name: 'Paul Roux', phone: contact.phone });
    const other = person({ name: 'Zoé Petit' });
    const { documentId } = await publishAssociation(strapi, {
      contacts: [contact, sharing, other],
      description: `Appelez Marie au ${spaced(contact.phone)} ou écrivez à ${contact.email}, ou Zoé au ${spaced(other.phone)}.`,
      activities: [{ label: 'Chorale', price: `Se renseigner : ${spaced(contact.phone)}`, slots: [] }],
    });
    const before = await readContentVersion(strapi.db.connection);
    cms.received.length = 0;
    const answer = await confirm(tokenOf(documentId, contact));
    expect(answer.status).toBe(200);
    Withdrawn.parse(answer.json);

    for (const status of ['draft', 'published'] as const) {
      const stored = await version(documentId, status);
      expect(stored.contacts.map(({ web, print, openData }: typeof agreed) => [web, print, openData])).toEqual([
        [false, false, false],
        [false, false, false],
        [true, true, true],
      ]);
      expect(stored.contacts[0]).toMatchObject({ consentDate: null, consentSource: null, phone: contact.phone });
      expect(stored.description).toBe(
        `Appelez Marie au (coordonnées retirées) ou écrivez à (coordonnées retirées), ou Zoé au ${spaced(other.phone)}.`,
      );
      expect(stored.activities[0].price).not.toContain(spaced(contact.phone));
    }
    const exported = JSON.stringify((await readExport(cms)).associations.find(({ id }) => id === documentId));
    expect(exported).toContain(other.phone);
    for (const gone of [contact.phone, spaced(contact.phone), contact.email, sharing.email, 'Paul Roux']) {
      expect(exported).not.toContain(gone);
    }
    expect(await readContentVersion(strapi.db.connection)).not.toBe(before);
    expect(cms.received.some(({ url }) => url === '/hooks/strapi')).toBe(true);
  });

  it('is never refused for what else is wrong with the entry, and publishes nothing that is not finished', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    // An entry of before a stricter rule, and an editor in the middle of something.
    await strapi.db
      .connection('associations')
      .where({ document_id: documentId })
      .update({ summary: 'x'.repeat(2000) });
    await documents(strapi, ASSOCIATION).update({ documentId, data: { name: 'Nom pas encore décidé' } });
    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);
    const [draft, published] = [await version(documentId, 'draft'), await version(documentId, 'published')];
    expect(draft.name).toBe('Nom pas encore décidé');
    expect(published.name).not.toBe('Nom pas encore décidé');
    expect([draft, published].map(({ contacts }) => contacts[0].web)).toEqual([false, false]);
  });

  it('takes it out of texts although an editor has unticked every box before', async () => {
    const contact = person({ web: false, print: false, openData: false });
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    // As it was written while the boxes were ticked.
    await strapi.db
      .connection('associations')
      .where({ document_id: documentId })
      .update({ summary: `Au ${spaced(contact.phone)}.` });
    const token = tokenOf(documentId, contact);
    expect((await confirm(token)).status).toBe(200);
    expect((await version(documentId, 'published')).summary).toBe('Au (coordonnées retirées).');
    expect((await version(documentId, 'draft')).summary).toBe('Au (coordonnées retirées).');
    const [line, ...more] = await journalOf(documentId, 'contact retiré');
    expect(line?.note).toMatch(/Retiré aussi des textes/);
    expect(line?.note).not.toContain('Ne paraît plus');
    expect(more).toEqual([]);
    expect((await confirm(token)).status).toBe(200);
    expect(await journalOf(documentId, 'contact retiré')).toHaveLength(1);
  });

  it('is told to the person and to the office, with the printed editions that still hold the contact, once', async () => {
    const contact = person();
    const { documentId, name } = await publishAssociation(strapi, { contacts: [contact] });
    await strapi.db.query('api::site-settings.site-settings').updateMany({
      where: {},
      data: { operatorEmail: 'office@example.org' },
    });
    await holding({ editions: [HOLDING] });
    const token = tokenOf(documentId, contact);
    const answer = await confirm(token);
    expect(answer.json).toEqual({ association: name, printedEditions: ['Annuaire 2025'], unknownEditions: [] });
    const question = cms.received.findLast(({ url }) => url === '/editions/holding');
    expect(JSON.parse(question?.body ?? '')).toEqual({
      emails: [contact.email],
      phones: [contact.phone],
    });
    const again = await confirm(token);
    expect(again.status).toBe(200);
    expect((await open(token)).json.channels).toEqual([]);

    const lines = await journalOf(documentId, 'contact retiré');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.note).toContain('Annuaire 2025');
    const letters = await lettersOf(strapi, `withdrawal:${lines[0]?.documentId}`);
    expect(letters.map(({ kind, recipient }) => [kind, recipient?.toLowerCase()])).toEqual(
      expect.arrayContaining([
        ['withdrawal-done', contact.email.toLowerCase()],
        ['withdrawal-notice', 'office@example.org'],
      ]),
    );
    for (const { text } of letters) expect(text).toContain('Annuaire 2025');
  });

  it('says of which editions it cannot tell, rather than none, to the person, the office and the journal', async () => {
    await strapi.db.query('api::site-settings.site-settings').updateMany({
      where: {},
      data: { operatorEmail: 'office@example.org' },
    });
    const { id, title } = await frozenEdition();
    const told = async (): Promise<string[]> => {
      const contact = person();
      const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
      const answer = await confirm(tokenOf(documentId, contact));
      const { printedEditions, unknownEditions } = Withdrawn.parse(answer.json);
      expect(printedEditions).toEqual([]);
      const [line] = await journalOf(documentId, 'contact retiré');
      const letters = await lettersOf(strapi, `withdrawal:${line?.documentId}`);
      expect(letters).toHaveLength(2);
      for (const text of [line?.note ?? '', ...letters.map((letter) => letter.text)]) {
        for (const unknown of unknownEditions) expect(text).toContain(unknown);
        expect(text).not.toContain('aucune édition');
        expect(text).toMatch(/ne peut pas (le )?dire|ne\s+pouvons\s+pas\s+dire/);
      }
      return unknownEditions;
    };
    await holding({ unreadable: [{ edition: id, title: null }] });
    expect(await told()).toEqual([title]);
    // Of an edition whose record is gone, the printing service may still know the title.
    await holding({
      unreadable: [
        { edition: 'gone', title: 'Annuaire 2019' },
        { edition: 'lost', title: null },
      ],
    });
    expect(await told()).toEqual(['Annuaire 2019', expect.stringContaining('lost')]);
    // An edition that the CMS knows to be frozen, and that was not looked into: its files are lost.
    cms.answer = ({ url }) =>
      url === '/editions/holding'
        ? { status: 200, body: { editions: [], looked: [], unreadable: [] } }
        : { status: 202, body: null };
    expect(await told()).toContain(title);
    // The printing service is down, or answers something else.
    for (const answer of [
      { status: 404, body: null },
      { status: 500, body: { error: 'x' } },
      { status: 200, body: { editions: [] } },
    ]) {
      cms.answer = ({ url }) => (url === '/editions/holding' ? answer : { status: 202, body: null });
      expect(await told()).toContain(title);
    }
  });

  it('reaches copies that this version of the program cannot read', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const now = await readEntry(strapi, documentId);
    if (!now) throw new Error('Nothing is published');
    const { id } = await submitAnswer(strapi, answerTo(documentId, { ...now.entry, acronym: 'A' }, now.version));
    const people = { contacts: [{ ...contact, language: 'fr' }], motto: `Au ${spaced(contact.phone)}` };
    const newer = { format: 'trame-entry/99', people };
    await strapi.db.query(SUBMISSION).update({ where: { documentId: id }, data: { entry: newer } });
    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);
    const row = await strapi.db.query(SUBMISSION).findOne({ where: { documentId: id } });
    expect(row.entry).toEqual({
      format: 'trame-entry/99',
      people: {
        contacts: [
          {
            ...newer.people.contacts[0],
            ...{ web: false, print: false, professionals: false, openData: false },
            ...{ consentDate: null, consentSource: null },
          },
        ],
        motto: 'Au (coordonnées retirées)',
      },
    });
  });

  it('is not undone by an answer that was sent before, nor by putting an earlier state back', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const first = await readEntry(strapi, documentId);
    if (!first) throw new Error('Nothing is published');
    const earlier = await submitAnswer(
      strapi,
      answerTo(documentId, { ...first.entry, acronym: 'AVANT' }, first.version),
    );
    await acceptAnswer(strapi, earlier.id, { version: first.version, entry: null }, CLAIRE);
    const now = await readEntry(strapi, documentId);
    if (!now) throw new Error('Nothing is published');
    const contacts = now.entry.contacts.map((one) => ({ ...one, role: 'Présidence', professionals: true }));
    const waiting = await submitAnswer(strapi, answerTo(documentId, { ...now.entry, contacts }, now.version));

    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);
    const opened = await openAnswer(strapi, waiting.id, CLAIRE);
    await acceptAnswer(strapi, waiting.id, { version: opened.version, entry: null }, CLAIRE);
    const off = { web: false, print: false, professionals: false, openData: false };
    expect((await version(documentId, 'published')).contacts[0]).toMatchObject({ role: 'Présidence', ...off });
    for (const line of await journalOf(documentId, 'fiche modifiée')) {
      await revertEntry(strapi, line.documentId, CLAIRE).catch((error: { code?: string }) =>
        expect(error.code).toBe('conflict'),
      );
      for (const stored of (await version(documentId, 'published')).contacts) expect(stored).toMatchObject(off);
    }
  });

  it('is told to the editor when the association ticks its boxes again', async () => {
    const [contact, other] = [person(), person({ name: 'Paul Petit', web: false, print: false, openData: false })];
    const { documentId } = await publishAssociation(strapi, { contacts: [contact, other] });
    await confirm(tokenOf(documentId, contact));
    const now = await readEntry(strapi, documentId);
    if (!now) throw new Error('Nothing is published');
    const ticked = (names: readonly string[]) =>
      now.entry.contacts.map((one) => (names.includes(one.name) ? { ...one, role: 'Bureau', web: true } : one));
    const faultsAfter = async (contacts: ReturnType<typeof ticked>) => {
      const { id } = await submitAnswer(strapi, answerTo(documentId, { ...now.entry, contacts }, now.version));
      return (await openAnswer(strapi, id, CLAIRE)).faults;
    };
    // Paul was never out by his own word: whoever is asked for the first time is not warned about.
    expect(await faultsAfter(ticked(['Paul Petit']))).toEqual([]);
    expect(await faultsAfter(ticked(['Paul Petit', 'Marie Durand']))).toEqual([
      { path: '', message: expect.stringMatching(/^Marie Durand a demandé le .* à ne plus paraître/) },
    ]);
    // Under another name, with the number alone.
    const renamed = ticked(['Marie Durand']).map((one) => (one.web ? { ...one, name: 'Accueil', email: '' } : one));
    expect((await faultsAfter(renamed)).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Accueil a demandé/),
    ]);
  });
});

describe('no byte', () => {
  /** Spellings of one number and one address, taken in turn by the fields. */
  const wordings = (contact: { phone: string; email: string }): string[] => {
    const digits = spaced(contact.phone).replaceAll(' ', '');
    return [
      `Tél. ${spaced(contact.phone)}`,
      digits,
      `${contact.phone} ou ${contact.email.toUpperCase()}`,
      spaced(contact.phone).replaceAll(' ', '\u00a0'),
      spaced(contact.phone).replaceAll(' ', '.'),
      `+33 (0)${digits.slice(1, 2)} ${digits.slice(2)}`,
      `0033${digits.slice(1)}`,
      digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      `Voir https://wa.me/33${digits.slice(1)}, merci`,
      contact.email.replace('@', ' (at) '),
      `\u202a${spaced(contact.phone).replaceAll(' ', '-')}\u202c`,
      `mailto:${contact.email.replace('@', '%40')}`,
    ];
  };
  const addresses = (contact: { phone: string; email: string }): string[] => [
    `https://wa.me/33${contact.phone.slice(3)}`,
    `https://api.whatsapp.com/send?phone=%2B33%20${contact.phone.slice(3)}`,
  ];

  it('of the site, the proof, the letters or a kept copy holds it, whatever field of the catalogue said it, in whatever spelling', async () => {
    const [contact, other] = [person(), person({ name: 'Zoé Petit' })];
    // Other files of the same run have queued letters too, about contacts of their own.
    const earlier = new Set((await lettersOf(strapi, '')).map(({ key }) => key));
    const logo = await makeImage(strapi, 'Un logo');
    const photo = await makeImage(strapi, 'Une photo');
    const { documentId } = await publishAssociation(strapi, {
      contacts: [contact, other],
      officialName: 'Les amis du lavoir',
      acronym: 'ADL',
      description: 'x',
      howToJoin: 'x',
      volunteersNote: 'x',
      internalNote: 'x',
      website: 'https://example.org',
      activities: [
        { label: 'x', description: 'x', price: 'x', place: 'x', season: 'x', slots: [{ day: 'lundi', note: 'x' }] },
      ],
      address: { street: 'x', complement: 'x', postalCode: '33620', city: 'x', public: true },
      accessibility: { note: 'x' },
      networks: [
        { network: 'whatsapp', url: 'https://example.org/a' },
        { network: 'autre', url: 'https://example.org/b' },
      ],
      logo: logo.id,
      photos: [photo.id],
    });
    // As if the contact had agreed, and its words were written since: to the rows, where a rule of today was not.
    const [words, urls] = [wordings(contact), addresses(contact)];
    let turn = 0;
    const said: string[] = [];
    for (const stored of await storedVersions(strapi, documentId)) {
      for (const [path, { kind, limit }] of textFields) {
        if (kind === 'identifier' && path !== 'slug') continue;
        for (const { holder, key, path: at } of visit(stored, storedPath(path))) {
          turn += 1;
          const text = (kind === 'url' ? urls : words)[turn % (kind === 'url' ? urls : words).length] ?? '';
          const short = (limit ?? 255) < 100 ? words[1] : text;
          const value = path === 'slug' ? `club-${spaced(contact.phone).replaceAll(' ', '-')}` : short;
          await strapi.db
            .query(modelAt(strapi, at.slice(0, -1)))
            .update({ where: { id: holder.id }, data: { [key]: value } });
          said.push(path);
        }
      }
    }
    expect(new Set(said).size).toBe(
      textFields.filter(([path, { kind }]) => kind !== 'identifier' || path === 'slug').length,
    );

    const edition = await documents(strapi, 'api::edition.edition').create({
      data: { year: 2097, title: unique('Annuaire') },
    });
    const campaign = await makeCampaign(strapi);
    const request = await createProgramRecord(strapi, REQUEST, {
      campaignId: campaign.documentId,
      associationId: documentId,
      associationName: `Club ${spaced(contact.phone)}`,
      state: 'en attente',
      email: other.email,
      generation: 1,
      tokenHash: unique('jeton'),
      expiresAt: new Date('2099-12-31'),
    });
    // It waits: a letter that has left cannot be called back, and the sender of this run would take it at once.
    await strapi.db.transaction(async ({ trx }) => {
      await queueLetters(strapi, [
        {
          key: `waiting:${documentId}`,
          kind: 'invitation',
          request,
          to: other.email,
          replyTo: null,
          association: documentId,
          parts: {
            subject: `La fiche de Club ${spaced(contact.phone)}`,
            paragraphs: [`Bonjour, Club ${contact.phone}`],
            ...{ office: (await readLetterSettings(strapi)).office, why: 'Un essai.', withdrawalLink: null },
          },
        },
      ]);
      await trx.raw(`update trame_letters set due_at = '2099-01-01' where key = ?`, [`waiting:${documentId}`]);
    });
    const now = await readEntry(strapi, documentId);
    if (!now) throw new Error('Nothing is published');
    const waiting = await submitAnswer(
      strapi,
      answerTo(documentId, { ...now.entry, acronym: 'AVANT' }, now.version, { base: now.entry }),
    );

    /** Everything that leaves, as bytes; addresses of pictures hold digits of their own. */
    const leaving = async () => {
      const print = await fetch(`${cms.url}/api/export/print/${edition.documentId}`, {
        headers: { Authorization: `Bearer ${EXPORT_TOKEN}` },
      });
      expect(print.status).toBe(200);
      const { siteExport, printExport } = {
        siteExport: await readExport(cms),
        printExport: PrintExport.parse(await print.json()),
      };
      const entryNow = (await readEntry(strapi, documentId))?.entry;
      if (!entryNow) throw new Error('Nothing is published');
      const settings = await readLetterSettings(strapi);
      const paper = composeLetters(
        { documentId: campaign.documentId, title: 'Campagne', closesOn: null },
        [
          {
            request: { documentId: request, associationId: documentId, associationName: 'Club' },
            entry: entryNow,
            link: { url: 'https://example.org/#x', code: 'XXXXX-XXXXX' },
            townHall: null,
          },
        ],
        { ...noNames, phone: formatPhone },
        {
          ...{ settings, written: 'Bonjour {association}', today: '2026-09-01' },
          withheld: await readWithheldFromLetters(strapi, ['print', 'web']),
        },
      );
      const letters = (await lettersOf(strapi, '')).filter(({ key }) => !earlier.has(key));
      const submission = await findSubmission(strapi, waiting.id);
      const { contacts: _own, ...keptEntry } = submission?.entry ?? { contacts: [] };
      return {
        site: JSON.stringify([
          siteExport.associations.find(({ id }) => id === documentId),
          siteExport.events,
          siteExport.guides,
        ]),
        print: JSON.stringify(printExport.content.associations.find(({ id }) => id === documentId)),
        paper: JSON.stringify(paper.letters),
        letters: JSON.stringify(
          letters.filter(({ state }) => state !== 'sent').map(({ subject, text }) => [subject, text]),
        ),
        kept: JSON.stringify([submission?.title, keptEntry]),
      };
    };
    const holders = (bytes: Awaited<ReturnType<typeof leaving>>) =>
      Object.entries(bytes)
        .filter(([, text]) => {
          const read = text.replace(/"url":"\/uploads\/[^"]*"|"hash":"[^"]*"|[\w-]{43}/g, '');
          return holdsPhone(read, contact.phone) || holdsEmail(read, contact.email);
        })
        .map(([where]) => where);
    // The looking sees it before: in each of them.
    expect(holders(await leaving())).toEqual(['site', 'print', 'paper', 'letters', 'kept']);

    // What has left before the withdrawal cannot be called back.
    for (const { key, state } of await lettersOf(strapi, '')) if (state !== 'queued') earlier.add(key);
    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);
    expect(holders(await leaving())).toEqual([]);

    const [draft, published] = [await version(documentId, 'draft'), await version(documentId, 'published')];
    expect(published).toMatchObject({ name: expect.stringContaining('(coordonnées retirées)'), website: null });
    expect([draft.slug, published.slug]).toEqual(['club', 'club']);
    const site = (await readExport(cms)).associations.find(({ id }) => id === documentId);
    expect(site).toMatchObject({ networks: [], logo: { alt: expect.any(String) } });
    expect(site?.contacts).toEqual([expect.objectContaining({ email: other.email })]);
  });
});

const EVENT = 'api::event.event';
const GUIDE = 'api::guide.guide';
const editing = (uid: string, documentId: string) =>
  `http://cms.example.org/admin/content-manager/collection-types/${uid}/${documentId}`;
const bothVersions = (uid: typeof EVENT | typeof GUIDE, documentId: string) =>
  Promise.all(
    (['draft', 'published'] as const).map((status) =>
      documents(strapi, uid).findOne({ documentId, status, populate: '*' }),
    ),
  );
const waysOf = (event: { registration: { value: string }[] }) => event.registration.map(({ value }) => value);

describe('what stands outside the entry', () => {
  const propose = async (association: string, kind: 'événement' | 'guide', details: Record<string, unknown>) =>
    (await submitAnswer(strapi, answerTo(association, null, '', { kind, channel: 'espace', details }))).id;

  it('leaves proposals that wait or were refused, of this association', async () => {
    const contact = person();
    const { documentId } = await publishAssociation(strapi, { contacts: [contact] });
    const other = await publishAssociation(strapi);
    const event = (more: Record<string, unknown>) => ({
      title: 'Grand bal d’été',
      kind: 'rencontre',
      summary: `Réservez au ${spaced(contact.phone)}, ou sur place.`,
      dates: [{ day: '2099-07-14', lastDay: '', begin: '20:00', end: '23:30' }],
      place: 'Place du Lavoir',
      commune: null,
      price: '',
      free: true,
      contact: spaced(contact.phone),
      picture: { choice: 'none' },
      cancelled: false,
      ...more,
    });
    const waiting = await propose(documentId, 'événement', event({}));
    const refused = await propose(
      documentId,
      'événement',
      event({ title: `Bal, tél. ${spaced(contact.phone)}`, contact: `Marie, ${contact.email}` }),
    );
    await refuseAnswer(strapi, refused, 'Sans le numéro.', CLAIRE);
    const guide = await propose(documentId, 'guide', {
      kind: 'expérience',
      title: 'Notre premier forum',
      summary: 'Ce que nous y avons appris.',
      text: `Un bon souvenir.\n\nPour en parler : ${contact.email.toUpperCase()}.`,
      place: '',
    });
    const ofOther = await propose(other.documentId, 'événement', event({}));
    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);

    const detailsOf = async (id: string) => (await findSubmission(strapi, id))?.details;
    expect(await detailsOf(waiting)).toEqual(
      event({ contact: '', summary: 'Réservez au (coordonnées retirées), ou sur place.' }),
    );
    expect(await findSubmission(strapi, refused)).toMatchObject({
      title: 'Bal, tél. (coordonnées retirées)',
      details: { title: 'Bal, tél. (coordonnées retirées)', contact: 'Marie, (coordonnées retirées)' },
    });
    expect(await detailsOf(guide)).toMatchObject({
      text: 'Un bon souvenir.\n\nPour en parler : (coordonnées retirées).',
    });
    expect(await detailsOf(ofOther)).toEqual(event({}));

    const opened = await openAnswer(strapi, waiting, CLAIRE);
    await acceptAnswer(strapi, waiting, { version: opened.version, entry: null }, CLAIRE);
    const made = await strapi.db.query(EVENT).findMany({
      where: { organisers: { documentId } },
      populate: { registration: true },
    });
    // It says when and where: accepted, it is published as well.
    expect(made.map(({ registration }) => registration)).toEqual([[], []]);
    for (const gone of [contact.phone, spaced(contact.phone)]) expect(JSON.stringify(made)).not.toContain(gone);
  });

  it('is removed where it is the way to register for an event of this association alone, draft and published', async () => {
    const [contact, other] = [person(), person()];
    const { documentId } = await publishAssociation(strapi, { contacts: [contact, other] });
    const event = await documents(strapi, EVENT).create({
      data: {
        ...eventData(),
        organisers: [documentId],
        registration: [
          { kind: 'téléphone', value: contact.phone },
          { kind: 'courriel', value: contact.email },
          { kind: 'téléphone', value: other.phone },
        ],
      },
      status: 'published',
    });
    // An event that could not be published today, with an editor in the middle of something.
    await documents(strapi, EVENT).update({ documentId: event.documentId, data: { title: 'Titre pas encore décidé' } });
    await strapi.db
      .connection('events')
      .where({ document_id: event.documentId })
      .update({ summary: 'x'.repeat(2000) });
    const before = await readContentVersion(strapi.db.connection);
    expect((await confirm(tokenOf(documentId, contact))).status).toBe(200);

    const [draft, published] = await bothVersions(EVENT, event.documentId);
    expect([waysOf(draft), waysOf(published)]).toEqual([[other.phone], [other.phone]]);
    expect([draft.title, published.title]).toEqual(['Titre pas encore décidé', event.title]);
    expect(await readContentVersion(strapi.db.connection)).not.toBe(before);
    const { rows } = await strapi.db.connection.raw(
      `select 1 from components_agenda_registrations where value in (?, ?)`,
      [contact.phone, contact.email.toLowerCase()],
    );
    expect(rows).toEqual([]);
    const [line] = await journalOf(documentId, 'contact retiré');
    expect(line?.note).toContain(`Retiré des inscriptions d’événements que l’association organise seule`);
    expect(line?.note).toContain(editing(EVENT, event.documentId));
    expect(line?.note).not.toContain('Figure encore');
  });

  it('is named to the office, and left, where it may be somebody else’s text', async () => {
    const contact = person();
    const [own, other] = [
      await publishAssociation(strapi, { contacts: [contact] }),
      await publishAssociation(strapi, { contacts: [person()] }),
    ];
    await strapi.db.query('api::site-settings.site-settings').updateMany({
      where: {},
      data: { operatorEmail: 'office@example.org' },
    });
    const registration = [{ kind: 'téléphone', value: contact.phone }];
    const make = (uid: typeof EVENT | typeof GUIDE, data: Record<string, unknown>, status = 'published') =>
      documents(strapi, uid).create({ data, status });
    const guideOf = (children: object[]) => ({
      title: unique('Guide'),
      kind: 'guide pratique',
      summary: 'Ce qu’il faut savoir.',
      body: [{ type: 'paragraph', children }],
    });
    const said = (text: string, more = {}) => ({ type: 'text', text, ...more });
    const [head, tail] = [spaced(contact.phone).slice(0, 8), spaced(contact.phone).slice(8)];
    const holding = [
      [EVENT, await make(EVENT, { ...eventData(), organisers: [own.documentId, other.documentId], registration })],
      [EVENT, await make(EVENT, { ...eventData(), organisers: [other.documentId], registration })],
      [
        EVENT,
        await make(EVENT, { ...eventData(), organisers: [own.documentId], organiserName: 'Mairie', registration }),
      ],
      [EVENT, await make(EVENT, { ...eventData(), description: `Écrire à ${contact.email}` }, 'draft')],
      [GUIDE, await make(GUIDE, guideOf([said(`Appelez le ${head}`), said(tail, { bold: true })]))],
      [
        GUIDE,
        await make(
          GUIDE,
          guideOf([{ type: 'link', url: `mailto:${contact.email}`, children: [said('écrivez-nous')] }]),
          'draft',
        ),
      ],
      [EVENT, await make(EVENT, { ...eventData(), title: `Bal, tél. ${spaced(contact.phone)}` })],
    ] as const;
    const innocent = await make(GUIDE, guideOf([said(`Appelez le ${spaced('+33536499999')}`)]));
    const before = await Promise.all(holding.map(([uid, { documentId }]) => bothVersions(uid, documentId)));
    expect((await confirm(tokenOf(own.documentId, contact))).status).toBe(200);
    expect(await Promise.all(holding.map(([uid, { documentId }]) => bothVersions(uid, documentId)))).toEqual(
      // The entry that organises them is another row of the answer, with its own contact unticked.
      before.map((versions) =>
        versions.map((one) => one && { ...one, organisers: one.organisers && expect.anything() }),
      ),
    );

    const [line] = await journalOf(own.documentId, 'contact retiré');
    const letters = await lettersOf(strapi, `withdrawal:${line?.documentId}`);
    const office = letters.find(({ kind }) => kind === 'withdrawal-notice');
    const toPerson = letters.find(({ kind }) => kind === 'withdrawal-done');
    for (const text of [line?.note ?? '', office?.text ?? '']) {
      for (const [uid, page] of holding) expect(text).toContain(editing(uid, page.documentId));
      expect(text).toContain(holding[0][1].title);
      expect(text).toContain('Bal, tél. (coordonnées retirées)');
      expect(text).not.toContain(innocent.documentId);
      expect(text).not.toContain(spaced(contact.phone));
      expect(text).not.toContain('inscriptions');
    }
    expect(toPerson?.text).not.toContain('/admin/');
  });
});
