/** One association of the export as an entry of the booklet. */
import type { Activity, Association, Contact, Slot } from '@trame/cms/domain/contract/site/association';
import type { Accessibility } from '@trame/cms/domain/contract/site/territory';
import { formatAges } from '@trame/cms/domain/ages';
import { formatMonth } from '@trame/cms/domain/dates';
import { listInWords } from '@trame/cms/domain/french';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { compareSlots, formatHours } from '@trame/cms/domain/slots';
import { PRINTED_SUMMARY_LENGTH, printedLength, shortenedForPrint } from '@trame/cms/domain/print-length';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { days } from '@trame/cms/domain/vocabulary/days';
import { networks } from '@trame/cms/domain/vocabulary/networks';
import type { Content } from '../content/index-content.ts';
import { accessibilityWords } from '../view/associations/accessibility-words.ts';
import { addressLines } from '../view/associations/address-lines.ts';
import type { Entry, EntryActivity, EntryContact, Link, Picture } from './booklet.ts';
import { pictureKey } from './picture-key.ts';
import type { SafeText } from './safe-text.ts';
import { readableAddress } from '../view/readable-address.ts';
import { shortHead } from './short-head.ts';
import { fields, phrases, records, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

/** What an entry needs besides the association. */
export interface EntryContext {
  readonly safe: SafeText;
  readonly warn: Warn;
  readonly content: Content;
  /** Name of the association's own theme when it is a part of the chapter, not the chapter itself. */
  readonly specialty: string | null;
  /** Public address of the site; null when it works on one machine only. */
  readonly site: string | null;
  /** Codes are for paper that is kept: what is read on a screen has links. */
  readonly codes: boolean;
}

/** More than these, and one association would fill the page of six: the site has them all. */
const MOST_ACTIVITIES = 5;
const MOST_CONTACTS = 3;
/** Letters of a detail, a role, a place… as the booklet prints it: what is longer is no detail. */
const MOST_DETAIL_LETTERS = 120;
/** A sentence that people need in order to come, or to help. */
const MOST_NOTE_LETTERS = 240;
const MOST_NAME_LETTERS = 160;
const SHORT_NAME_LETTERS = 30;

/** @param number rank of the entry in the booklet */
export function entryData(association: Association, number: number, context: EntryContext): Entry {
  const { safe, warn, site } = context;
  const record = records.association(association.name);
  const shortened = (field: string) => {
    warn({ kind: 'shortened', association: association.id, record, message: warningTexts.shortened(field) });
  };
  /** A line of the entry, cut where it would be endless. */
  const line = (text: string | null, field: string, most = MOST_DETAIL_LETTERS) => {
    if (text === null || printedLength(text) <= most) return safe.line(text, { record, field });
    shortened(field);
    return safe.line(shortenedForPrint(text, most), { record, field });
  };
  /** The first of a list, and what to say of the others. */
  const capped = <T>(all: readonly T[], most: number, field: string, more: (count: number) => string) => {
    const shown = all.length > most ? all.slice(0, most - 1) : all;
    if (shown.length < all.length) shortened(field);
    return { shown, more: shown.length < all.length ? more(all.length - shown.length) : null };
  };
  const commune = association.commune === null ? undefined : context.content.communes.byId(association.commune);
  const name = printedName(association, context);
  const activities = capped(association.activities, MOST_ACTIVITIES, fields.activities, (count) =>
    phrases.moreActivities(count, site !== null),
  );
  const contacts = capped(association.contacts, MOST_CONTACTS, fields.contacts, (count) =>
    phrases.moreContacts(count, site !== null),
  );

  return {
    number,
    slug: association.slug,
    name,
    shortName: shortHead(name, SHORT_NAME_LETTERS),
    acronym: line(association.acronym, fields.acronym, SHORT_NAME_LETTERS),
    commune: line(commune?.name ?? null, fields.place),
    specialty: line(context.specialty, fields.theme),
    audiences: audiencesLine(association, line, context),
    summary: summaryOf(association, context),
    activities: activities.shown.flatMap((activity) => activityData(activity, association, line, context)),
    moreActivities: activities.more,
    accessibility: accessibilityLine(association.accessibility, line),
    volunteers: association.seeksVolunteers
      ? { note: line(association.volunteersNote, fields.volunteersNote, MOST_NOTE_LETTERS) }
      : null,
    contacts: contacts.shown.flatMap((contact) => contactData(contact, line, safe, record)),
    moreContacts: contacts.more,
    address: addressLinesOf(association, line),
    website: association.website === null ? null : webLink(association.website, safe, record),
    networks: association.networks.map(({ network, url }) => ({ text: networks.label(network), href: asciiUrl(url) })),
    verified: association.verifiedOn === null ? null : phrases.verified(formatMonth(association.verifiedOn)),
    logo: logoOf(association, line, context),
    living:
      site === null || !context.codes
        ? null
        : { href: new URL(publicPaths.association(association.slug), site).href, alt: phrases.codeAlt(name) },
  };
}

/** The summary as the form counts it: what is longer ends at a word, with an ellipsis. */
function summaryOf(association: Association, { safe, warn }: EntryContext): string[] {
  const record = records.association(association.name);
  const { summary } = association;
  const length = printedLength(summary);
  if (length <= PRINTED_SUMMARY_LENGTH) return safe.paragraphs(summary, { record, field: fields.summary });
  const message = warningTexts.longSummary(length, PRINTED_SUMMARY_LENGTH);
  warn({ kind: 'shortened', association: association.id, record, message });
  return safe.paragraphs(shortenedForPrint(summary), { record, field: fields.summary });
}

function logoOf(association: Association, line: Line, context: EntryContext): Picture | null {
  if (association.logo === null) return null;
  const { hash, alt } = association.logo;
  return {
    key: pictureKey('logo', hash),
    alt: line(alt, fields.logo) ?? phrases.logoAlt(printedName(association, context)),
  };
}

/** The name under which the association stands: an entry is never lost because its name cannot be printed. */
export function printedName(association: Association, { safe, warn }: Pick<EntryContext, 'safe' | 'warn'>): string {
  const record = records.association(association.name);
  const name = safe.line(shortenedForPrint(association.name, MOST_NAME_LETTERS), { record, field: fields.name });
  if (name !== null) {
    if (printedLength(association.name) > MOST_NAME_LETTERS) {
      const message = warningTexts.shortened(fields.name);
      warn({ kind: 'shortened', association: association.id, record, message });
    }
    return name;
  }
  const fallback =
    safe.line(association.officialName, { record, field: fields.officialName }) ??
    association.slug.replaceAll('-', ' ');
  warn({
    kind: 'missing-character',
    association: association.id,
    record: records.association(association.slug),
    message: warningTexts.unprintableName(fallback),
  });
  return fallback;
}

type Line = (text: string | null, field: string, most?: number) => string | null;

/** "Lundi et jeudi, 18 h – 19 h 30 (hors vacances)": days that share their hours are said once. */
export function formatWeek(slots: readonly Slot[]): string[] {
  const groups = Map.groupBy([...slots].sort(compareSlots), ({ begin, end, note }) =>
    JSON.stringify([begin, end, note]),
  );
  return [...groups.values()].map((group) => {
    const [first] = group;
    const names = upperFirst(listInWords(group.map(({ day }) => days.label(day).toLowerCase())));
    const hours = first === undefined ? null : formatHours(first);
    const when = hours === null ? names : `${names}, ${hours}`;
    return first?.note ? `${when} (${first.note})` : when;
  });
}

function activityData(
  activity: Activity,
  association: Association,
  line: Line,
  { content }: EntryContext,
): EntryActivity[] {
  const label = line(activity.label, fields.activity);
  if (label === null) return [];
  const commune = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode);
  const elsewhere = commune !== undefined && commune.id !== association.commune ? commune.name : null;
  const place = [activity.place, elsewhere].filter((part) => part !== null).join(', ');
  const details = [...formatWeek(activity.slots), formatAges(activity), place || null, activity.price, activity.season];
  return [
    { label, details: details.map((detail) => line(detail, fields.activity)).filter((detail) => detail !== null) },
  ];
}

function audiencesLine(association: Association, line: Line, { content }: EntryContext): string | null {
  const names = content.audiences.some(association.audiences).map(({ name }) => name);
  return names.length === 0 ? null : line(phrases.for(listInWords(names.map(lowerFirst))), fields.audience);
}

function accessibilityLine(accessibility: Accessibility | null, line: Line): string | null {
  const kinds = accessibilityWords(accessibility);
  const parts = [
    kinds.length === 0 ? null : phrases.welcomes(listInWords(kinds.map(lowerFirst))),
    accessibility?.note ?? null,
  ];
  return line(parts.filter((part) => part !== null).join('. ') || null, fields.accessibility, MOST_NOTE_LETTERS);
}

/** The export holds only contacts that agreed to its channel: the web for the site's own booklet, paper for an edition. */
function contactData(contact: Contact, line: Line, safe: SafeText, record: string): EntryContact[] {
  const email = safe.address(contact.email && formatEmail(contact.email), { record, field: fields.contact });
  const data: EntryContact = {
    role: line(contact.role, fields.contact),
    name: line(contact.name, fields.contact),
    phone: contact.phone === null ? null : { text: formatPhone(contact.phone), href: `tel:${contact.phone}` },
    email: email === null ? null : { text: email, href: `mailto:${contact.email}` },
  };
  return Object.values(data).some((value) => value !== null) ? [data] : [];
}

function addressLinesOf({ address }: Association, line: Line): string[] {
  const lines = address === null ? [] : addressLines(address);
  return lines.map((part) => line(part, fields.address)).filter((part) => part !== null);
}

/** A link shown without its scheme. */
export function webLink(url: string, safe: SafeText, record: string): Link | null {
  const text = safe.address(readableAddress(url), { record, field: fields.website });
  return text === null ? null : { text, href: asciiUrl(url) };
}

/** Targets of PDF links are ASCII: accents are percent-encoded, host names become punycode. */
function asciiUrl(url: string): string {
  return new URL(url).href;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
