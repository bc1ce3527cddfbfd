import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeMessage, messageIdOf } from '../message.ts';
import { managerInvitationLetter, signInLetter } from './access.ts';
import { type CampaignText, campaignLetter } from '../../../update/campaigns/campaign-text.ts';
import { acceptedLetter, refusedLetter } from './decision.ts';
import { ownDataLetter } from './data-request.ts';
import { layOut, type LetterParts, type LetterText, type Office } from './layout.ts';
import { listLetter } from './list-letter.ts';
import { receiptLetter } from './receipt.ts';
import { offlineWarningLetter, withdrawalDoneLetter } from './stale-entry.ts';

const LINK = 'https://asso.example.org/ma-fiche/#abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE';
const WITHDRAWAL = 'https://asso.example.org/retrait/#zyxwvutsrqponmlkjihgfedcba0123456789_-ABCDE';
/** What anybody may open. */
const PAGE = 'https://asso.example.org/associations/canoe-estuaire/';
/** As the programs of mail gateways leave them. */
const CUT = [LINK, WITHDRAWAL].map((link) => link.split('#')[0]);
const secret = { url: LINK, code: 'K7QF-29XM-TWDA' };
const withdrawal = { url: WITHDRAWAL, code: 'WQ0R-55TB-9ZZD' };
const FROM = {
  name: 'Office de tourisme',
  address: 'annuaire@example.org',
  local: 'annuaire',
  domain: 'example.org',
};
const office: Office = {
  name: 'Office de tourisme de l’Estuaire',
  address: '1 place du Port\n33390 Blaye',
  phone: '05 57 00 00 00',
  email: 'office@example.org',
};
const HOSTILE = `Les <script>alert('x')</script>\r\nBcc: victime@example.org\n& "amis" {lien} http://evil.example/`;

const campaign = (more: Partial<CampaignText> = {}): CampaignText => ({
  subject: '{association} : votre fiche {saison}',
  body: 'Bonjour,\n\nRelisez la fiche de {association} avant le {cloture} !\n\n{lien}\n\nBien à vous,\n{office}',
  association: 'Canoë Estuaire',
  link: secret,
  closing: '30 septembre 2026',
  season: '2026-2027',
  office,
  withdrawalLink: withdrawal,
  ...more,
});

/** Every letter that can leave, for a given name. */
const everyLetter = (name: string): Record<string, LetterText> =>
  Object.fromEntries(Object.entries(partsOf(name)).map(([which, parts]) => [which, layOut(parts)]));

const partsOf = (name: string): Record<string, LetterParts> => ({
  campaign: campaignLetter(campaign({ association: name, office: { ...office, name } })),
  list: listLetter({
    subject: 'Pour {association}',
    body: `Bonjour,\n\n{association} est sur ${PAGE} !\n\n{office}`,
    associations: [name],
    office: { ...office, name },
    stopLink: withdrawal,
    withdrawalLink: withdrawal,
  }),
  unchanged: receiptLetter({
    association: name,
    kind: 'unchanged',
    changes: [],
    day: '1er juillet 2026',
    office,
    withdrawalLink: withdrawal,
  }),
  changed: receiptLetter({
    association: name,
    kind: 'changed',
    changes: ['Contacts', name],
    day: '1er juillet 2026',
    office,
    withdrawalLink: withdrawal,
  }),
  new: receiptLetter({
    association: name,
    kind: 'new',
    changes: [],
    day: '1er juillet 2026',
    office,
    withdrawalLink: null,
  }),
  proposal: receiptLetter({
    association: name,
    kind: 'proposal',
    changes: [],
    day: '1er juillet 2026',
    office,
    withdrawalLink: null,
  }),
  accepted: acceptedLetter({ subject: name, office, withdrawalLink: withdrawal }, { page: PAGE, retouched: true }),
  refused: refusedLetter({ subject: name, office, withdrawalLink: withdrawal }, { reason: name, link: secret }),
  signIn: signInLetter(secret, 15, office),
  ownData: ownDataLetter(secret, 24, office),
  manager: managerInvitationLetter({ association: name, by: name, link: secret, days: 7 }, office),
  withdrawn: withdrawalDoneLetter(name, { holding: ['Annuaire 2025', name], unknown: ['Annuaire 2023'] }, office),
  offline: offlineWarningLetter(
    { association: name, link: PAGE, day: '30 septembre 2026', seasons: 3 },
    office,
    withdrawal,
  ),
});

const parse = async (letter: LetterText) =>
  simpleParser(
    await composeMessage(
      {
        ...letter,
        key: 'campaign:a:b:invitation',
        to: 'contact@example.org',
        replyTo: 'office@example.org',
        oneClick: null,
      },
      FROM,
      new Date('2026-07-01T08:00:00Z'),
    ),
  );

describe('every letter', () => {
  const letters = Object.entries(everyLetter('Canoë Estuaire'));

  it.each(letters)('%s reads the same as text and as HTML, and says who sends it and why', async (_, letter) => {
    const mail = await parse(letter);
    expect(mail.subject).toBe(letter.subject);
    const fromHtml = (mail.html || '')
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'");
    for (const body of [mail.text ?? '', fromHtml]) {
      expect(body).toContain('Vous recevez ce message parce que');
      expect(body).toMatch(/Envoyé par\s+l’Office de tourisme de l’Estuaire|Envoyé par Canoë Estuaire/);
      expect(body).toContain('1 place du Port, 33390 Blaye');
    }
  });

  it.each(letters)('%s loads nothing, tells nobody that it was read, and has at most one button', (_, { html }) => {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|video)\b|url\(|@import|\bsrc=|\bon\w+=/i);
    expect(html.match(/display:inline-block/g)?.length ?? 0).toBeLessThanOrEqual(1);
    for (const [, url] of html.matchAll(/href="([^"]+)"/g)) expect([LINK, WITHDRAWAL, PAGE, ...CUT]).toContain(url);
  });

  it.each(letters)('%s shows the plain address of each link in both forms', (_, { text, html }) => {
    for (const [, url = ''] of html.matchAll(/href="([^"]+)"/g)) {
      expect(text).toContain(url);
      expect(html).toContain(`>${url}</a>`);
    }
  });

  it.each(letters)('%s says the code of each secret link in both forms, and where to type it', (_, letter) => {
    for (const said of [letter.text, letter.html]) {
      for (const { url, code } of [secret, withdrawal]) {
        expect(said.includes(code)).toBe(said.includes(url));
        if (said.includes(url)) expect(said.replaceAll(url, '')).toContain(url === LINK ? CUT[0] : code);
      }
    }
  });

  it.each(letters)('%s is set as French is', (_, { subject, text }) => {
    const written = `${subject}\n${text}`.replace(/https?:\S+/g, '');
    expect(written).not.toMatch(/ [;:!?»]|« |\p{L}'\p{L}|\.\.\.|undefined|null/u);
  });
});

describe('a hostile name', () => {
  it.each(Object.entries(everyLetter(HOSTILE)))('is only text in %s, and adds no header', async (_, letter) => {
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).not.toMatch(/<script|href="http:\/\/evil/);
    const mail = await parse(letter);
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.has('bcc')).toBe(false);
    expect(
      [mail.to]
        .flat()
        .flatMap((list) => list?.value ?? [])
        .map(({ address }) => address),
    ).toEqual(['contact@example.org']);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is not filled in a second time', () => {
    const { text } = layOut(campaignLetter(campaign({ association: 'Les {lien} et {inconnu}' })));
    expect(text).toContain('Les {lien} et {inconnu}');
  });
});

describe('the text of a campaign', () => {
  it('is filled in, with the link as a button', () => {
    const { subject, text, html } = layOut(campaignLetter(campaign()));
    expect(subject).toBe('Canoë Estuaire\u00a0: votre fiche 2026-2027');
    expect(text).toContain('avant le 30 septembre 2026\u202f!');
    expect(text).toContain(`Vérifier notre fiche\u00a0:\n${LINK}`);
    expect(text).toContain('Bien à vous,\nOffice de tourisme de l’Estuaire');
    expect(html).toContain('>Vérifier notre fiche</a>');
  });

  it('always has a link, also when the editor forgot it', () => {
    expect(layOut(campaignLetter(campaign({ body: 'Bonjour, répondez-nous.' }))).text).toContain(LINK);
  });

  it('refuses variables that do not exist, and names those that do', () => {
    expect(() => campaignLetter(campaign({ body: 'Bonjour {prenom}' }))).toThrow(
      /\{prenom\}.*\{association\}, \{lien\}, \{cloture\}, \{office\} et \{saison\}/,
    );
    expect(() => campaignLetter(campaign({ subject: '{sujet}' }))).toThrow(/\{sujet\}/);
  });
});

describe('a message', () => {
  it('has the same Message-ID however often it is made, and another one for another key', async () => {
    const [first, second] = [await parse(everyLetter('A')['signIn']!), await parse(everyLetter('B')['signIn']!)];
    expect(first.messageId).toBe(second.messageId);
    expect(first.messageId).toBe(messageIdOf('campaign:a:b:invitation', FROM));
    expect(messageIdOf('campaign:a:c:invitation', FROM)).not.toBe(first.messageId);
  });
});
