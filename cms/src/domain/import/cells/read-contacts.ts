/** Numbers, addresses and names of people, several in one cell if need be. */
import { parseEmail } from '../../email.ts';
import { parsePhone, zerosForO } from '../../phone.ts';
import type { Cell } from '../workbook.ts';
import { notUnderstood, understood, type CellReading } from './read.ts';
import { saysNothing, tidyLine, tidyText } from './words.ts';

const words = {
  unread: (shown: string) =>
    `«\u00a0${shown}\u00a0» ne se lit pas comme des numéros de téléphone. Écrivez un ou deux numéros de dix chiffres, comme 05 36 49 00 00.`,
  zero: (shown: string) =>
    `Le premier zéro de «\u00a0${shown}\u00a0» avait été effacé par le tableur\u00a0: il est remis.`,
  letter: (shown: string) => `La lettre O de «\u00a0${shown}\u00a0» est lue comme un zéro.`,
};

const EMAIL = /[^\s,;:/|()<>«»"']+@[^\s,;:/|()<>«»"']+/g;
/** From the first digit to the last, with what people put between. Short numbers are four digits. */
const PHONE =
  /(?:\+|\(\+?\s?\d{2,3}\)|0)[\d\s.\-_\u00a0\u202f()]{7,}\d|(?<!\d[\s.-]?)(?:3\d{3}|3\d \d{2})(?![\s.-]?\d)|(?<!\d)\d{9}(?!\d)/g;
/** Two numbers of ten digits that nothing parts but the sign that parts pairs too. */
const FRENCH_TEN = /0\s?[1-9](?:[\s.\-_\u00a0\u202f]*\d{2}){4}/g;

/** A number that Excel took for one: nine digits, its 0 gone. */
const withItsZero = (digits: string): string | null => (/^[1-9]\d{8}$/.test(digits) ? `0${digits}` : null);

export interface ReadPhone {
  /** E.164, or a short number. */
  readonly phone: string;
  /** What stands beside it: « (Marie) », « bureau ». */
  readonly note: string;
}

/** What people write before a number or an address to say what it is. */
const LABEL = /(?:t[ée]l(?:[ée]phone)?|portable|port|mobile|fixe|mail|e-?mail|courriel|fax)\s*[.:]*/giu;

/** What is left of a text once what was read is taken out. */
const rest = (text: string): string =>
  text
    .replace(LABEL, ' ')
    .replace(/[\s,;:/|<>«»"'–-]*$|^[\s,;:/|<>«»"'–-]+/gu, '')
    .replace(/^\(([^()]*)\)$|^\(([^()]*)$|^([^()]*)\)$/u, '$1$2$3')
    .replace(/\s*(?:\/|;|\||\bou\b|\bet\b)\s*$|^\s*(?:\/|;|\||ou\b|et\b)\s*/giu, '')
    .replace(/\s{2,}/g, ' ')
    .trim();

/** Reads the phones of a cell; a line end, a slash, « ou », « et » part them, or nothing at all. */
export function readPhones(cell: Cell): CellReading<readonly ReadPhone[]> {
  const typed = tidyLine(cell.text);
  const text = zerosForO(typed);
  const read = phonesIn({ ...cell, text });
  return read.fault === null && text !== typed && read.value.length > 0
    ? { ...read, remarks: [words.letter(typed), ...read.remarks] }
    : read;
}

function phonesIn(cell: Cell): CellReading<readonly ReadPhone[]> {
  const shown = cell.text;
  if (saysNothing(shown)) return understood([]);
  const typed = cell.number === undefined ? null : withItsZero(String(cell.number));
  const alone = typed ?? withItsZero(shown.replace(/[\s.\-\u00a0\u202f]/g, ''));
  if (alone !== null) {
    const read = parsePhone(alone);
    return read.ok ? understood([{ phone: read.value, note: '' }], words.zero(shown)) : notUnderstood([], read.message);
  }
  const whole = parsePhone(shown);
  // A name beside a number is read with it below.
  if (whole.ok && !/\p{L}/u.test(shown.replace(LABEL, ''))) return understood([{ phone: whole.value, note: '' }]);
  const found: { phone: string; from: number; to: number }[] = [];
  const remarks: string[] = [];
  for (const match of shown.matchAll(PHONE)) {
    const tens = [...match[0].matchAll(FRENCH_TEN)];
    const pieces =
      tens.length > 1
        ? tens.map((one) => ({ text: one[0], at: match.index + one.index }))
        : [{ text: match[0], at: match.index }];
    for (const { text, at } of pieces) {
      const zero = withItsZero(text.replace(/\s/g, ''));
      const read = parsePhone(zero ?? text.replace(/_/g, ' '));
      if (!read.ok) return notUnderstood([], read.message);
      if (zero !== null) remarks.push(words.zero(text));
      found.push({ phone: read.value, from: at, to: at + text.length });
    }
  }
  if (found.length === 0 || /\d{4,}/.test(without(shown, found).replace(/\s/g, ''))) {
    return notUnderstood([], whole.ok ? words.unread(shown) : whole.message);
  }
  // What stands beside a number belongs to it: before the first one, or between a number and the next.
  const phones = found.map(({ phone, from, to }, rank) => {
    const before = rank === 0 ? shown.slice(0, from) : '';
    const after = shown.slice(to, found[rank + 1]?.from ?? shown.length);
    return { phone, note: [rest(before), rest(after)].filter(Boolean).join(', ') };
  });
  return { value: phones, remarks, fault: null };
}

const without = (text: string, found: readonly { from: number; to: number }[]): string => {
  let left = '';
  let at = 0;
  for (const { from, to } of found) {
    left += text.slice(at, from);
    at = to;
  }
  return left + text.slice(at);
};

export interface ReadEmail {
  readonly email: string;
  readonly note: string;
}

/** Reads the addresses of a cell. */
export function readEmails(cell: Cell): CellReading<readonly ReadEmail[]> {
  const shown = tidyLine(cell.text).replace(/\s*(?:\(at\)|\[at\]|\barobase\b)\s*/gi, '@');
  if (saysNothing(shown)) return understood([]);
  const whole = parseEmail(shown.replace(/[.,;]+$/, ''));
  if (whole.ok) return understood([{ email: whole.value, note: '' }]);
  const found = [...shown.matchAll(EMAIL)];
  const emails: ReadEmail[] = [];
  for (const [rank, match] of found.entries()) {
    const read = parseEmail(match[0].replace(/[.]+$/, ''));
    if (!read.ok) return notUnderstood([], read.message);
    const to = match.index + match[0].length;
    const before = rank === 0 ? shown.slice(0, match.index) : '';
    emails.push({
      email: read.value,
      note: [rest(before), rest(shown.slice(to, found[rank + 1]?.index ?? shown.length))].filter(Boolean).join(', '),
    });
  }
  return emails.length > 0 ? understood(emails) : notUnderstood([], whole.message);
}

export interface ReadPerson {
  readonly name: string;
  /** « Présidente », if the cell says so. */
  readonly role: string;
}

const ROLE =
  /(?:(?:vice|co)[- ]?)?(?:pr[ée]sident|tr[ée]sorier|secr[ée]taire|responsable|r[ée]f[ée]rent|animateur|animatrice|directeur|directrice|correspondant|professeur|entra[iî]neur|accueil|inscriptions?)[\p{L}.()·-]*(?:\s+(?:adjoint[\p{L}.()·-]*|g[ée]n[ée]ral[\p{L}]*))?/iu;

/** Reads a name, and the role beside it: « Mme Martin (présidente) », « Trésorier : Paul Durand ». */
export function readPerson(cell: Cell): CellReading<ReadPerson> {
  const shown = tidyLine(cell.text);
  if (saysNothing(shown)) return understood({ name: '', role: '' });
  const inside = /\(([^()]+)\)/.exec(shown);
  const led = /^([^:]+?)\s*:\s*(.+)$/.exec(shown);
  if (inside?.[1] && ROLE.test(inside[1])) {
    return understood({ name: shown.replace(inside[0], '').trim(), role: inside[1].trim() });
  }
  if (led?.[1] && led[2] && ROLE.test(led[1])) return understood({ name: led[2], role: led[1].trim() });
  const tail = /^(.+?)\s*[,–-]\s*([^,–-]+)$/.exec(shown);
  if (tail?.[1] && tail[2] && ROLE.test(tail[2]) && !ROLE.test(tail[1]))
    return understood({ name: tail[1], role: tail[2].trim() });
  return understood({ name: shown, role: '' });
}

export interface ReadContact extends ReadPerson {
  readonly phone: string;
  readonly email: string;
}

/**
 * Reads a cell that holds everything of a person: « Mme Martin 06 39 98 00 11 martin@example.org ». A line for each of several
 * people; a second number or address makes a second contact of the same name.
 */
export function readMixedContacts(cell: Cell): CellReading<readonly ReadContact[]> {
  const contacts: ReadContact[] = [];
  const remarks: string[] = [];
  for (const line of tidyText(cell.text).split('\n')) {
    if (saysNothing(line)) continue;
    const addresses = [...line.matchAll(EMAIL)].map((match) => match[0]);
    const emails = addresses.length > 0 ? readEmails({ text: addresses.join(' ; ') }) : understood([]);
    if (emails.fault !== null) return notUnderstood([], emails.fault);
    const left = addresses.reduce((text, address) => text.replace(address, ' '), line);
    const hasDigits = /\d{4}|\d\d[\s.-]\d\d/.test(left);
    const phones = hasDigits
      ? readPhones({ text: rest(left), ...(cell.number === undefined ? {} : { number: cell.number }) })
      : understood([]);
    if (phones.fault !== null) return notUnderstood([], phones.fault);
    remarks.push(...phones.remarks);
    const said = hasDigits
      ? phones.value
          .map(({ note }) => note)
          .filter(Boolean)
          .join(', ')
      : rest(left);
    const { name, role } = readPerson({ text: said }).value;
    const count = Math.max(1, phones.value.length, emails.value.length);
    for (let rank = 0; rank < count; rank += 1) {
      contacts.push({
        name,
        role,
        phone: phones.value[rank]?.phone ?? '',
        email: emails.value[rank]?.email ?? '',
      });
    }
  }
  return {
    value: contacts.filter(({ name, role, phone, email }) => `${name}${role}${phone}${email}` !== ''),
    remarks,
    fault: null,
  };
}
