/**
 * Every text of every letter, each with a number and an address that nobody may read: none is in what its reader gets. A new
 * kind of letter has to be among them, or this file has no type.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailSpellings,
  holdsEmail,
  holdsPhone,
  oddEmailSpellings,
  oddPhoneSpellings,
  phoneOverLines,
  phoneSpellings,
} from '../../../associations/withdrawals/testing/spellings.ts';
import { REMOVED } from '../../../domain/cleared-text.ts';
import type { LetterKind } from '../../../domain/letter-kinds.ts';
import { TEXTS_APART } from '../../../domain/withheld-contacts.ts';
import { indexWithheld } from '../../../domain/withheld-index.ts';
import { campaignLetter } from '../../../update/campaigns/campaign-text.ts';
import { editorInvitationLetter, managerInvitationLetter, newPasswordLetter, signInLetter } from './access.ts';
import { clearedParts } from './cleared-parts.ts';
import { alertConfirmationLetter, alertLetter } from './alert.ts';
import { ownDataLetter } from './data-request.ts';
import { acceptedLetter, refusedLetter } from './decision.ts';
import { alarmLetter } from './alarm.ts';
import { jobFailureLetter } from './job-failure.ts';
import { layOut, type LetterParts, type LetterText, type Office } from './layout.ts';
import { listLetter } from './list-letter.ts';
import { messageAnswerLetter, messageCopyLetter, messageLetter } from './message.ts';
import { receiptLetter } from './receipt.ts';
import { offlineWarningLetter, withdrawalDoneLetter } from './stale-entry.ts';
import { withdrawalNoticeLetter } from './withdrawal-notice.ts';

const PHONE = '+33639980012';
const EMAIL = 'marie.durand@example.org';
const index = indexWithheld('web', [{ owner: 'club', phone: PHONE, email: EMAIL, shown: false }]);
const find = (text: string) => index.find(text);

const LINK = 'https://asso.example.org/ma-fiche/#abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE';
const secret = { url: LINK, code: 'K7QF-29XM-TWDA' };
const PAGE = 'https://asso.example.org/associations/canoe-estuaire/';
const OFFICE: Office = { name: 'Office', address: '1 place du Port', phone: '05 57 00 00 00', email: 'o@example.org' };
const editionsOf = (said: string) => ({ holding: ['Annuaire 2025', said], unknown: [said] });

/** Braces are variables of a text that an editor writes. */
const written = (said: string): string => said.replace(/[{}]/g, '');

/** Each kind of letter; whatever of it comes from a record, an editor or a stranger says `said`. */
const letters: Readonly<Record<LetterKind, (said: string, office: Office) => LetterParts>> = {
  invitation: (said, office) =>
    campaignLetter({
      ...{
        subject: `{association} ${written(said)}`,
        body: `{association}\n\n${written(said)}\n\n{lien}`,
        association: said,
      },
      ...{ link: secret, closing: '30 septembre 2026', season: said, office, withdrawalLink: secret },
    }),
  reminder: (said, office) =>
    campaignLetter({
      ...{
        subject: `Rappel ${written(said)}`,
        body: written(said),
        association: said,
        link: secret,
        closing: null,
        season: said,
      },
      ...{ office, withdrawalLink: null },
    }),
  sample: (said, office) =>
    campaignLetter({
      ...{
        subject: written(said),
        body: `Avant\n\n${written(said)}`,
        association: said,
        link: secret,
        closing: null,
        season: said,
      },
      ...{ office, withdrawalLink: secret },
    }),
  'list-letter': (said, office) =>
    listLetter({
      ...{ subject: `{association} ${written(said)}`, body: `{association}\n\n${written(said)}`, office },
      ...{ associations: [said], stopLink: secret, withdrawalLink: secret },
    }),
  message: (said, office) =>
    messageLetter({ ...{ association: said, from: said, text: written(said), office }, link: secret, days: 90 }),
  'message-answer': (said, office) =>
    messageAnswerLetter({
      ...{ association: said, from: said, text: said, office },
      answer: written(said),
      page: PAGE,
    }),
  'message-copy': (said, office) =>
    messageCopyLetter({ ...{ association: said, from: said, text: said, office }, answer: said, sender: said }),
  receipt: (said, office) =>
    receiptLetter({
      ...{ association: said, kind: 'changed', changes: ['Contacts', said], day: '1er juillet 2026', office },
      withdrawalLink: secret,
    }),
  accepted: (said, office) =>
    acceptedLetter({ subject: said, office, withdrawalLink: secret }, { page: PAGE, retouched: true }),
  refused: (said, office) =>
    refusedLetter({ subject: said, office, withdrawalLink: null }, { reason: said, link: secret }),
  'sign-in': (_said, office) => signInLetter(secret, 15, office),
  'new-password': (_said, office) => newPasswordLetter(LINK, 60, office),
  'editor-invitation': (_said, office) => editorInvitationLetter(LINK, 'Camille', office),
  'own-data': (_said, office) => ownDataLetter(secret, 24, office),
  'manager-invitation': (said, office) =>
    managerInvitationLetter({ association: said, by: said, link: secret, days: 7 }, office),
  'withdrawal-done': (said, office) => withdrawalDoneLetter(said, editionsOf(said), office),
  'withdrawal-notice': (said, office) =>
    withdrawalNoticeLetter(
      {
        ...{ association: said, contact: said, editions: editionsOf(said), texts: true, links: [PAGE] },
        ...{ removedFrom: [`événement « ${said} » (${PAGE})`], holding: [`guide « ${said} » (${PAGE})`] },
      },
      office,
    ),
  'offline-warning': (said, office) =>
    offlineWarningLetter({ association: said, link: PAGE, day: '30 septembre 2026', seasons: 3 }, office, secret),
  'alert-confirmation': (said, office) => alertConfirmationLetter(said, secret, 3, office),
  alert: (said, office) =>
    alertLetter({
      ...{ search: said, news: [{ title: said, lines: [written(said)], url: PAGE }], more: 2, results: PAGE },
      ...{ endsOn: '2028-06-30', stopLink: secret, office },
    }),
  alarm: (said, office) =>
    alarmLetter({ title: 'Le disque', words: said, since: new Date(), now: new Date(), over: null, link: '' }, office),
  'job-failure': (said, office) =>
    jobFailureLetter({ title: said, failures: 3, words: said, link: `${PAGE}jobs` }, office),
};

const set = (parts: LetterParts) => layOut(clearedParts(parts, find));
/** Markup has figures of its own, and a link its token; addresses of our own pages say nothing. */
const wordsOf = ({ subject, text, html }: LetterText): string =>
  [subject, text, html.replace(/<[^>]+style="[^"]*"[^>]*>/g, '')].join(TEXTS_APART).replaceAll(LINK, '');
const spelling = fc.oneof(
  phoneSpellings(PHONE),
  emailSpellings(EMAIL),
  oddPhoneSpellings(PHONE),
  oddEmailSpellings(EMAIL),
);

describe.each(Object.entries(letters))('a letter of the kind %s', (kind, write) => {
  it('says no withheld number or address, in whatever spelling', () => {
    for (const { text } of fc.sample(spelling, { numRuns: 150, seed: 1 + kind.length })) {
      const letter = set(write(`Club ${text} de Blaye`, { ...OFFICE, name: text, address: `1 place\n${text}` }));
      const words = wordsOf(letter);
      expect(find(words), `${text}\n${words}`).toEqual([]);
      expect(holdsPhone(words, PHONE) || holdsEmail(words, EMAIL), `${text}\n${words}`).toBe(false);
      expect(words).toContain(REMOVED);
      expect(letter.text).toContain('05 57 00 00 00');
    }
  });

  it('is left alone when it says none, and keeps its links', () => {
    const parts = write('Club 2026, 12 rue du Port, 33390 Blaye', OFFICE);
    expect(clearedParts(parts, find)).toEqual(parts);
    const links = (one: LetterText) => one.html.match(/href="[^"]*"/g);
    expect(links(set(write('Club 06 39 98 00 12', OFFICE)))).toEqual(links(layOut(parts)));
  });
});

describe('a letter', () => {
  it('says no number that goes on over empty lines', () => {
    for (const said of phoneOverLines(PHONE)) {
      const words = wordsOf(set(letters.invitation(said, OFFICE)));
      expect(holdsPhone(words, PHONE), said).toBe(false);
    }
  });

  it('leads to no page whose address says it', () => {
    const page = 'https://asso.example.org/associations/club-0639980012/';
    const parts = acceptedLetter(
      { subject: 'Club', office: OFFICE, withdrawalLink: secret },
      { page, retouched: false },
    );
    const { text, html } = set(parts);
    expect(text + html).not.toContain('0639980012');
    expect(text).toContain('relu et publié');
  });
});
