/**
 * What residents see without what was taken off the directory since: published when a new version is refused, so that a
 * withdrawal waits for nobody's mistake (decision 0048).
 */
import { withoutWithheldTexts } from '@trame/cms/domain/agreed-texts';
import { REMOVED } from '@trame/cms/domain/cleared-text';
import type { FoundContacts } from '@trame/cms/domain/contacts-in-text';
import { keepKnownReferences } from '@trame/cms/domain/contract/site/known-references';
import { SiteExport, type SiteContent } from '@trame/cms/domain/contract/site/site-export';
import { isValues, type Values } from '@trame/cms/domain/visit';
import { withheld, type Withheld } from '@trame/cms/domain/withheld-contacts';
import { maySayContact } from '@trame/cms/domain/withheld-index';
import type { z } from 'zod';
import { contactsSaid } from '../checks/said.ts';

/** A record of the contract, with the keys of its schema. */
type Record_ = Values & { readonly id: string };

/** Fields of which a record shows what it showed, as far as it does so still: they are what a person can take back. */
const TAKEN_BACK: ReadonlySet<string> = new Set([
  'contacts',
  'address',
  'website',
  'onlineUrl',
  'inPrint',
  'timings',
  'state',
]);
const ROWS_TAKEN_BACK: ReadonlySet<string> = new Set(['networks', 'registration']);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isFile = (value: unknown): value is Values => isValues(value) && typeof value['hash'] === 'string';

/** Without pictures and documents that the record shows no more. @param now the record of today, as JSON */
function withoutFiles(value: unknown, now: string): unknown {
  const isGone = (one: unknown): boolean =>
    (isFile(one) && !now.includes(`"hash":${JSON.stringify(one['hash'])}`)) ||
    (isValues(one) && one['type'] === 'image' && isGone(one['image']));
  if (Array.isArray(value)) return value.filter((one) => !isGone(one)).map((one) => withoutFiles(one, now));
  if (!isValues(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isGone(inner) ? null : withoutFiles(inner, now)]),
  );
}

const areRecords = (value: unknown): value is readonly Record_[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isValues(one) && typeof one['id'] === 'string');

/** Axes of a plan, and their actions: those that are published still. */
function rowsStill(last: readonly Record_[], now: unknown, keepGone: boolean): Values[] {
  const byId = new Map((areRecords(now) ? now : []).map((one) => [one.id, one]));
  return last.flatMap((one) => {
    const today = byId.get(one.id);
    return today ? [shownStill(one, today, keepGone)] : keepGone ? [one] : [];
  });
}

/** The record as it was published, without what the one of today shows no more. */
function shownStill(last: Values, now: Values, keepGone: boolean): Values {
  const json = JSON.stringify(now);
  // Taken out of its texts by the export, which knows every spelling: its words of today are the only sure ones.
  if (json.includes(REMOVED) && !JSON.stringify(last).includes(REMOVED)) return now;
  const kept = withoutFiles(last, json) as Values;
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]): [string, unknown] => {
      const today = now[key];
      if (areRecords(value)) return [key, rowsStill(value, today, keepGone)];
      if (isEmpty(today) && !isEmpty(value)) return [key, today];
      if (TAKEN_BACK.has(key)) return [key, today];
      if (ROWS_TAKEN_BACK.has(key) && Array.isArray(value) && Array.isArray(today))
        return [key, value.filter((row) => today.some((one) => same(one, row)))];
      return [key, value];
    }),
  );
}

/** What is left of a record that is not on the directory any more, while an editor has not said that so many may go. */
const strippedOf = (last: Values): Values => ({
  ...last,
  ...('contacts' in last ? { contacts: [] } : {}),
  ...('address' in last ? { address: null } : {}),
  ...('registration' in last ? { registration: [] } : {}),
});

/**
 * @param last what the live release was made of
 * @param now what may be published today
 * @param keepGone also what is no longer published: a new version was refused because too much of the site would be gone. Its
 *   contacts, addresses and registrations leave all the same.
 * @returns the same object when nothing was taken off; null when it cannot be said without that
 */
export function withoutWithdrawn(
  last: SiteExport,
  now: SiteExport,
  { keepGone }: { readonly keepGone: boolean },
): SiteExport | null {
  /** Of the whole content: read when a record says a contact that it does not say itself any more, which few publications have. */
  let whole: FoundContacts | null = null;
  /** Null when the record cannot do without what was taken off. @param present the record of today, whose contacts may be said */
  const cleared = <Schema extends z.ZodType>(
    schema: Schema,
    record: unknown,
    present?: unknown,
  ): z.output<Schema> | null => {
    const result = schema.safeParse(record);
    if (!result.success) return null;
    let own: FoundContacts | null = null;
    const isAllowed = (kind: keyof FoundContacts, one: string): boolean =>
      (own ??= contactsSaid(present ?? ''))[kind].has(one) || (whole ??= contactsSaid(now))[kind].has(one);
    const find = (text: string): Withheld[] => {
      if (!maySayContact(text)) return [];
      const said = contactsSaid(text);
      return [
        ...[...said.phones].filter((one) => !isAllowed('phones', one)).map((one) => withheld('web', 'phone', one)),
        ...[...said.emails].filter((one) => !isAllowed('emails', one)).map((one) => withheld('web', 'email', one)),
      ];
    };
    return withoutWithheldTexts(schema, result.data, find)?.value ?? null;
  };
  const records = <Schema extends z.ZodType>(schema: Schema, before: readonly unknown[], today: readonly unknown[]) => {
    const byId = new Map((today as readonly Record_[]).map((one) => [one.id, one]));
    return (before as readonly Record_[]).flatMap((one): z.output<Schema>[] => {
      const present = byId.get(one.id);
      // What is said today as it was may be said: its contacts are among those of today.
      if (present && same(one, present)) return [one as z.output<Schema>];
      if (!present && !keepGone) return [];
      // A record that cannot be said without it is the one of today, which was made without; or absent.
      const record = cleared(schema, present ? shownStill(one, present, keepGone) : strippedOf(one), present);
      const instead = record ?? (present ? cleared(schema, present, present) : null);
      return instead === null ? [] : [same(instead, one) ? (one as z.output<Schema>) : instead];
    });
  };
  const single = <Schema extends z.ZodType>(schema: Schema, before: Values, today: Values) => {
    if (same(before, today)) return before as z.output<Schema>;
    const rest = cleared(schema, shownStill(before, today, keepGone), today) ?? cleared(schema, today, today);
    return same(rest, before) ? (before as z.output<Schema>) : rest;
  };

  const { shape } = SiteExport;
  const settings = single(shape.settings, last.settings, now.settings);
  const home = single(shape.home, last.home, now.home);
  const legal = single(shape.legal, last.legal, now.legal);
  if (!settings || !home || !legal) return null;
  const list = <Key extends ListKey>(key: Key) => records(shape[key].element, last[key], now[key]) as SiteExport[Key];
  const rest: SiteContent = {
    format: last.format,
    ...{ settings, home, legal, themes: list('themes') },
    audiences: list('audiences'),
    communes: list('communes'),
    venues: list('venues'),
    associations: list('associations'),
    events: list('events'),
    guides: list('guides'),
    resources: list('resources'),
    actionPlans: list('actionPlans'),
  };
  if (isWhole(rest, last) && same(formerAddressesStill(last, now, rest).formerAddresses, last.formerAddresses))
    return last;
  const hasTheme = new Set(rest.themes.map(({ id }) => id));
  const left = keepKnownReferences({
    ...rest,
    associations: rest.associations.filter((one) => one.themes.some((id) => hasTheme.has(id))),
  });
  const result = SiteExport.safeParse({ ...left, ...formerAddressesStill(last, now, left), ...languagesOf(last) });
  if (!result.success) return null;
  return same(result.data, last) ? last : result.data;
}

/** Whether each record is still the one that it was. */
const isWhole = (rest: SiteContent, last: SiteExport): boolean =>
  (Object.keys(rest) as (keyof SiteContent)[]).every((key) => {
    const [before, left]: unknown[] = [last[key], rest[key]];
    if (!Array.isArray(before) || !Array.isArray(left)) return left === before;
    return left.length === before.length && left.every((one, at) => one === before[at]);
  });

type ListKey = {
  [Key in keyof SiteContent]: SiteContent[Key] extends readonly unknown[] ? Key : never;
}[keyof SiteContent];

/** The pages that there were are made again in the languages that they were in. */
const languagesOf = ({ languages }: SiteExport): Partial<SiteExport> => (languages ? { languages } : {});

/** An address of before that today’s content does not know any more said something that was taken off, or is another record’s. */
function formerAddressesStill(last: SiteExport, now: SiteExport, left: SiteContent): Partial<SiteExport> {
  const { associations, events, guides, resources, themes, communes } = left;
  const ids = new Set([associations, events, guides, resources, themes, communes].flat().map(({ id }) => id));
  const today = new Set((now.formerAddresses ?? []).map((address) => JSON.stringify(address)));
  const formerAddresses = (last.formerAddresses ?? []).filter(
    (address) => ids.has(address.id) && today.has(JSON.stringify(address)),
  );
  return formerAddresses.length === 0 ? {} : { formerAddresses };
}
