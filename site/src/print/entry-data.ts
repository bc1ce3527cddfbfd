/** One association of the export as an entry of the booklet. */
import type { Activity, Association, Contact, Slot } from '@trame/cms/domain/contract/association';
import type { Accessibility } from '@trame/cms/domain/contract/territory';
import { formatAges } from '@trame/cms/domain/ages';
import { formatMonth } from '@trame/cms/domain/dates';
import { listInWords } from '@trame/cms/domain/french';
import { formatPhone } from '@trame/cms/domain/phone';
import { compareSlots, formatHours } from '@trame/cms/domain/slots';
import { days } from '@trame/cms/domain/vocabulary/days';
import { networks } from '@trame/cms/domain/vocabulary/networks';
import { displayWebAddress } from '@trame/cms/domain/web-address';
import type { Content } from '../content/index-content.ts';
import { accessibilityWords } from '../features/associations/accessibility-words.ts';
import { addressLines } from '../features/associations/address-lines.ts';
import type { Entry, EntryActivity, EntryContact, Link, Picture } from './booklet.ts';
import type { SafeText } from './safe-text.ts';
import { fields, phrases, records, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

/** What an entry needs besides the association. */
export interface EntryContext {
  readonly safe: SafeText;
  readonly warn: Warn;
  readonly content: Content;
  /** Name of the association's own theme when it is a part of the chapter, not the chapter itself. */
  readonly specialty: string | null;
}

/** Length that the editor's form asks for; a longer summary is printed whole and reported. */
const SUMMARY_LIMIT = 400;
/**
 * A page holds some 46 lines of an entry: 46 letters wide for the presentation, 24 for contacts, 80 for activities. Below this
 * estimate an entry fits for certain; above, the template measures it, which takes time.
 */
const SURELY_FITS_LINES = 34;
const LETTERS = { presentation: 46, contacts: 24, activities: 80 } as const;
/** Letters that take up to twice the room of the others, among them all those of other scripts and emoji. */
const WIDE = /[^\n -lnopqrstuvxyzà-ÿ\u00a0\u202f’–·]|[A-Z]/g;

/** @param number rank of the entry in the booklet */
export function entryData(association: Association, number: number, context: EntryContext): Entry {
  const { safe, warn } = context;
  const record = records.association(association.name);
  const line = (text: string | null, field: string) => safe.line(text, { record, field });
  const commune = association.commune === null ? undefined : context.content.communes.byId(association.commune);

  const length = Array.from(association.summary).length;
  if (length > SUMMARY_LIMIT) warn({ record, message: warningTexts.longSummary(length, SUMMARY_LIMIT) });

  const entry = {
    number,
    slug: association.slug,
    name: printedName(association, context),
    acronym: line(association.acronym, fields.acronym),
    commune: line(commune?.name ?? null, fields.place),
    specialty: line(context.specialty, fields.theme),
    audiences: audiencesLine(association, line, context),
    summary: safe.paragraphs(association.summary, { record, field: fields.summary }),
    activities: association.activities.flatMap((activity) => activityData(activity, association, line, context)),
    accessibility: accessibilityLine(association.accessibility, line),
    volunteers: association.seeksVolunteers ? { note: line(association.volunteersNote, fields.volunteersNote) } : null,
    contacts: association.contacts.flatMap((contact) => contactData(contact, line, safe, record)),
    address: addressLinesOf(association, line),
    website: association.website === null ? null : webLink(association.website, safe, record),
    networks: association.networks.map(({ network, url }) => ({ text: networks.label(network), href: asciiUrl(url) })),
    verified: association.verifiedOn === null ? null : phrases.verified(formatMonth(association.verifiedOn)),
    logo: logoOf(association, line, context),
  } satisfies Omit<Entry, 'tall'>;
  return { ...entry, tall: estimatedLines(entry) > SURELY_FITS_LINES };
}

function logoOf(association: Association, line: Line, context: EntryContext): Picture | null {
  if (association.logo === null) return null;
  const { hash, alt } = association.logo;
  return { hash, alt: line(alt, fields.logo) ?? phrases.logoAlt(printedName(association, context)) };
}

/** The name under which the association stands: an entry is never lost because its name cannot be printed. */
export function printedName(association: Association, { safe, warn }: Pick<EntryContext, 'safe' | 'warn'>): string {
  const record = records.association(association.name);
  const name = safe.line(association.name, { record, field: fields.name });
  if (name !== null) return name;
  const fallback =
    safe.line(association.officialName, { record, field: fields.officialName }) ??
    association.slug.replaceAll('-', ' ');
  warn({ record: records.association(association.slug), message: warningTexts.unprintableName(fallback) });
  return fallback;
}

type Line = (text: string | null, field: string) => string | null;

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
  return line(parts.filter((part) => part !== null).join('. ') || null, fields.accessibility);
}

/** Only what agreed to the web is in the export of the site, and this PDF is on the web. */
function contactData(contact: Contact, line: Line, safe: SafeText, record: string): EntryContact[] {
  const email = safe.address(contact.email, { record, field: fields.contact });
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
  const text = safe.address(displayWebAddress(url), { record, field: fields.website });
  return text === null ? null : { text, href: asciiUrl(url) };
}

/** Targets of PDF links are ASCII: accents are percent-encoded, host names become punycode. */
function asciiUrl(url: string): string {
  return new URL(url).href;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function estimatedLines(entry: Omit<Entry, 'tall'>): number {
  const lines = (texts: readonly (string | null)[], perLine: number) =>
    texts.reduce((sum, text) => sum + (text === null ? 0 : Math.ceil(widthOf(text) / perLine)), 0);
  const { name, acronym, specialty, audiences, summary, accessibility, volunteers, logo } = entry;
  const about = `${specialty ?? ''} ${audiences ?? ''}`;
  const presentation = [`${name} ${name}`, acronym, about, ...summary, accessibility, volunteers?.note ?? null];
  const contacts = entry.contacts.flatMap((contact) => [
    `${contact.name ?? ''} ${contact.role ?? ''}`,
    contact.phone?.text ?? null,
    contact.email?.text ?? null,
  ]);
  const aside = [entry.commune, ...contacts, ...entry.address, entry.website?.text ?? null, entry.verified];
  const activities = entry.activities.map(({ label, details }) => [label, ...details].join(' · '));
  return (
    Math.max(lines(presentation, LETTERS.presentation) + 2, lines(aside, LETTERS.contacts) + (logo === null ? 1 : 5)) +
    lines(activities, LETTERS.activities)
  );
}

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
