import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import {
  ALERT_FORM_PAGE,
  alertForm,
  KEEP_UNCONFIRMED_ALERTS_DAYS,
  MOST_ALERTS,
  MOST_UNCONFIRMED_ALERTS,
  SEARCHED_LENGTH,
} from '../../domain/alerts.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { asOneLine } from '../../domain/quoted-line.ts';
import { causeOf } from '../../domain/cause.ts';
import { SEARCH_LENGTH, type SearchesAnswer } from '../../domain/contract/press/searches.ts';
import { collectContacts, noContacts } from '../../domain/contacts-in-text.ts';
import { dayOf } from '../../domain/dates.ts';
import { parseEmail } from '../../domain/email.ts';
import { EMAIL_LENGTH } from '../../domain/written-on-pages.ts';
import { readEnvironment, siteUrl } from '../../environment.ts';
import { lockUntilCommit } from '../../platform/database/sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { answerSearches } from '../../platform/deployer/searches.ts';
import { networkKey } from '../../platform/http/address-key.ts';
import { DAY, HOUR, type Pace } from '../../platform/http/limits.ts';
import { countOne, holdToPace } from '../../platform/http/pace.ts';
import { Refused, refusals } from '../../platform/http/refused.ts';
import { alertLetters, alertLink, alertToken } from '../../platform/links/alert-link.ts';
import { hashLinkToken } from '../../platform/links/link-token.ts';
import { mayLeave } from '../../platform/mail/asked-letters.ts';
import { alertConfirmationLetter, fullAlertsLetter, standingAlertLetter } from '../../platform/mail/letters/alert.ts';
import type { LetterParts } from '../../platform/mail/letters/layout.ts';
import { readLetterSettings } from '../../platform/mail/office.ts';
import { hashRecipient } from '../../platform/mail/outbox.ts';
import { queueLetters } from '../../platform/mail/queue-letters.ts';
import { lettersAreHeld } from '../../platform/mail/whether-letters-leave.ts';
import { alertsOfMailbox, askAgain, insertAlert } from './alert-store.ts';
import { knownFrom, sameSearch } from './found-records.ts';

export const AskedAlert = z.strictObject({
  /** The part of the address of the results after `?`; empty when the words were typed into the form. */
  recherche: z.string().max(SEARCH_LENGTH),
  q: z.string().max(SEARCHED_LENGTH + 200),
  email: z.string().max(EMAIL_LENGTH),
});

/** Letters to one mailbox, whoever types its address. */
const PER_MAILBOX: Pace = { times: 5, seconds: DAY };
/** A classroom behind one address. */
const PER_NETWORK: Pace = { times: 40, seconds: DAY };
/** All together, in an hour: each asks the search of the site. */
const ALTOGETHER: Pace = { times: 300, seconds: HOUR };

const DAY_MS = DAY * 1000;

const words = {
  nothing: 'Dites ce que vous cherchez : un mot, un jour, une commune…',
  tooLong: `C’est trop long : ${SEARCHED_LENGTH} caractères au plus.`,
  contact: 'Une recherche ne contient ni adresse ni numéro de téléphone. Retirez-les.',
  elsewhere: 'Modifiez votre recherche sur le site, puis recommencez.',
  lost: 'Ce que vous cherchez n’est plus dans l’annuaire : ce thème, ce public ou cette commune a changé. Refaites votre recherche sur le site, puis recommencez.',
  held: 'Les lettres ne partent pas en ce moment : votre alerte ne pourrait pas être confirmée. Réessayez demain.',
};

/** An address of the web, with or without what stands before it: `exemple.fr`, `//exemple`. */
const WEB = /:\/|\/\/|www\.|[\p{L}\p{N}]\.[\p{L}]{2,}|\d\.\d+\.\d/iu;
/** A post code and some ages have fewer; more are a number that somebody spelt out. */
const MOST_FIGURES = 9;

/** What must not be said to somebody who did not ask, under the name of the office. Null when it may. */
function faultOf(typed: string): string | null {
  if (typed.length > SEARCHED_LENGTH) return words.tooLong;
  const found = noContacts();
  collectContacts(typed, found);
  const figures = typed.replace(/\P{Nd}/gu, '').length;
  return WEB.test(typed) || typed.includes('@') || figures > MOST_FIGURES || found.phones.size + found.emails.size > 0
    ? words.contact
    : null;
}

type Asked = SearchesAnswer['answers'][number] & { readonly known: readonly string[] };

/**
 * Takes a search of which somebody wants the news, and sends the letter that confirms it. The answer is the same whether the
 * address is known or not, and comes as fast: the letter is written after it.
 * @param from the address of whoever asks, IPv4 or IPv6
 * @returns the path of the page that says so
 * @throws {Refused} for what is to be mended, by field, and when letters or the search do not answer
 */
export async function askAlert(
  strapi: Core.Strapi,
  { recherche, q, email }: z.infer<typeof AskedAlert>,
  from: string,
): Promise<string> {
  const address = parseEmail(email);
  const search = new URLSearchParams(recherche.trim() === '' ? { q: q.trim() } : recherche);
  const typed = asOneLine(search.getAll('q').join(' '));
  if (search.has('q')) search.set('q', typed);
  // How the results are looked at is no part of what is looked for.
  search.delete('vue');
  const field = recherche.trim() === '' ? 'q' : 'recherche';
  const fault = recherche.trim() === '' && typed === '' ? words.nothing : faultOf(typed);
  // A search that came along is not typed here: it is mended where it was made.
  if (fault !== null && field === 'recherche') throw new Refused('invalid', `${fault} ${words.elsewhere}`);
  const faults = [
    ...(fault === null ? [] : [{ path: 'q', message: fault }]),
    ...(address.ok ? [] : [{ path: 'email', message: address.message }]),
  ];
  if (faults.length > 0 || !address.ok) throw refusals.invalid(faults);
  if (lettersAreHeld()) throw new Refused('unavailable', words.held);
  await holdToPace('alerts of one network', networkKey(from), PER_NETWORK);
  await holdToPace('alerts', '', ALTOGETHER);
  const { records, answers } = await answerSearches([search.toString()]);
  const [answer] = answers;
  if (answer === undefined || answer.words === '')
    throw field === 'q'
      ? refusals.invalid([{ path: 'q', message: words.nothing }])
      : new Refused('invalid', words.lost);
  const asked: Asked = { ...answer, known: knownFrom(answer, records) };
  setImmediate(() => {
    sendFirstLetter(strapi, address.value, asked).catch((error: unknown) =>
      strapi.log.error(`The first letter of an alert could not be sent: ${causeOf(error)}`),
    );
  });
  return `${ALERT_FORM_PAGE}#${alertForm.done}`;
}

/** Writes to the address that was typed, if anything may be written to it. Says nothing of it to whoever asked. */
async function sendFirstLetter(strapi: Core.Strapi, email: string, asked: Asked, now = new Date()): Promise<void> {
  const mailbox = mailboxOf(email);
  if ((await countOne('alerts of one mailbox', mailbox, PER_MAILBOX)) !== null || !(await mayLeave(strapi))) return;
  const { office } = await readLetterSettings(strapi);
  const endsAt = new Date(now.getTime() + KEEP_UNCONFIRMED_ALERTS_DAYS * DAY_MS);
  await inTransaction(strapi, async (trx) => {
    await lockUntilCommit(trx, `alerts of ${mailbox}`);
    const queue = (parts: LetterParts, key: string, to = email) =>
      queueLetters(strapi, [
        { parts, key, kind: 'alert-confirmation', to, replyTo: office.email, request: null, association: null },
      ]);
    /** Of letters that say the same: one a day. */
    const today = `${hashRecipient(email).slice(0, 32)}:${dayOf(now)}`;
    const own = await alertsOfMailbox(trx, mailbox, now);
    const same = own.find(({ search }) => sameSearch(search, asked.search));
    if (same?.confirmedAt) {
      await queue(
        standingAlertLetter(asked.words, alertLink(same.id), office),
        `${alertLetters(same.id)}same:${today}`,
        // Its link is for whoever confirmed it, however the address is spelt now.
        same.email,
      );
      return;
    }
    if (same === undefined) {
      if (own.length >= MOST_ALERTS) {
        const ownData = `${siteUrl(readEnvironment())}/mes-donnees/`;
        await queue(fullAlertsLetter(MOST_ALERTS, ownData, office), `alerts-full:${today}`);
        return;
      }
      // Somebody else may have typed it: who does not confirm is not written to again before those are forgotten.
      if (own.filter(({ confirmedAt }) => confirmedAt === null).length >= MOST_UNCONFIRMED_ALERTS) return;
    }
    const id = same?.id ?? randomUUID();
    if (same) {
      await askAgain(trx, id, { email, endsAt });
    } else {
      const { search, words: inWords, known } = asked;
      const alert = { id, email, search, words: inWords, known: [...known] };
      await insertAlert(trx, alert, hashLinkToken(alertToken(id)), { askedAt: now, endsAt });
    }
    // One letter an hour, however often it is asked for.
    const hour = now.toISOString().slice(0, 13);
    await queue(
      alertConfirmationLetter(asked.words, alertLink(id), KEEP_UNCONFIRMED_ALERTS_DAYS, office),
      `${alertLetters(id)}asked:${hour}`,
    );
  });
}
