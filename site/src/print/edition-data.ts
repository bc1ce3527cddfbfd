/** What an edition adds around the entries: the forum, useful numbers, partners, advertisements. */
import type { Advertisement, Edition } from '@trame/cms/domain/contract/press/edition';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { listInWords, sortByName } from '@trame/cms/domain/french';
import { tellApart } from '@trame/cms/domain/told-apart';
import type { Content } from '../content/index-content.ts';
import { organisersOf } from '../view/agenda/organisers.ts';
import { placeOf, shortPlace } from '../view/agenda/place.ts';
import { dateInWords } from '../view/agenda/date-words.ts';
import { spansOf } from '../view/agenda/span.ts';
import type { AdvertisementPage, Booklet, Forum, UsefulNumberRow } from './booklet.ts';
import { pictureKey } from './picture-key.ts';
import type { Indexed } from './index-data.ts';
import type { SafeText } from './safe-text.ts';
import { fields, phrases, records } from './texts.ts';

/** The forum's programme: when, where, and who will be there, with the page where each one is presented. */
export function forumData(event: Event, content: Content, indexed: readonly Indexed[], safe: SafeText): Forum {
  const record = records.event(event.title);
  const lines = (texts: readonly (string | null | undefined)[], field: string) =>
    texts.map((text) => safe.line(text ?? null, { record, field })).filter((text) => text !== null);
  const place = placeOf(content, event);
  const entries = new Map(indexed.map((entry) => [entry.association.id, entry]));
  const participants = content.associations.some([...new Set([...event.participants, ...event.organisers])]);
  const organisers = organisersOf(content, event).map(({ name }) => name);
  const shown = participants.flatMap(({ id, name, commune }) => {
    const entry = entries.get(id);
    const place = commune === null ? undefined : content.communes.byId(commune)?.name;
    const source = { record, field: fields.organiser };
    const printed = entry ?? { name: safe.line(name, source), commune: safe.line(place ?? null, source) };
    return printed.name === null ? [] : [{ ...printed, name: printed.name, entry: entry?.number ?? null }];
  });
  const nameOf = tellApart(shown, (one) => one);
  return {
    title: safe.line(event.title, { record, field: fields.title }) ?? event.slug.replaceAll('-', ' '),
    timings:
      event.timings.length === 0
        ? lines([event.period], fields.period)
        : lines(
            event.timings.flatMap(spansOf).map((span) => upperFirst(dateInWords(span))),
            fields.period,
          ),
    place: lines([place && shortPlace(place), place?.street, place?.precision], fields.place),
    paragraphs: safe.paragraphs(event.description ?? event.summary, { record, field: fields.summary }),
    details: [
      ...lines([event.price ?? (event.free ? phrases.free : null)], fields.price),
      ...lines([organisers.length === 0 ? null : phrases.organisedBy(listInWords(organisers))], fields.organiser),
    ],
    participants: sortByName(
      shown.map((one) => ({ name: nameOf(one), entry: one.entry })),
      ({ name }) => name,
    ),
  };
}

export function usefulNumberRows({ usefulNumbers, title }: Edition, safe: SafeText): UsefulNumberRow[] {
  const source = { record: records.edition(title), field: fields.usefulNumber };
  return usefulNumbers.flatMap(({ name, number, note }) => {
    // Figures of a number stand in groups, as they are said: a full space parts them.
    const shownName = safe.line(name, source);
    const shownNumber = safe.line(number, source)?.replaceAll('\u202f', '\u00a0') ?? null;
    return shownName === null || shownNumber === null
      ? []
      : [{ name: shownName, number: shownNumber, note: safe.line(note, source) }];
  });
}

export function partnerLogos({ partners }: Edition, safe: SafeText): Booklet['partners'] {
  return partners.map(({ name, logo }) => {
    const shown = safe.line(name, { record: records.partner(name), field: fields.name }) ?? name;
    const alt = safe.line(logo.alt, { record: records.partner(name), field: fields.logo }) ?? shown;
    return { name: shown, picture: { key: pictureKey('partner', logo.hash), alt } };
  });
}

/**
 * Advertisements on as few pages as they need, those of one size in the order of the editors: whole pages, then halves two by
 * two, then quarters by rows of two. A half that is left alone takes a row of quarters under it.
 */
export function advertisementPages(advertisements: readonly Advertisement[], safe: SafeText): AdvertisementPage[] {
  const of = (size: Advertisement['size']) =>
    advertisements
      .filter((one) => one.size === size)
      .map(({ advertiser, image }) => {
        const source = { record: records.advertisement(advertiser), field: fields.picture };
        return {
          size,
          picture: { key: pictureKey(size, image.hash), alt: safe.line(image.alt, source) ?? advertiser },
        };
      });
  const quarters = of('quart de page');
  const rows = [
    ...of('demi-page').map((half) => [half]),
    ...Array.from({ length: Math.ceil(quarters.length / 2) }, (_, row) => quarters.slice(2 * row, 2 * row + 2)),
  ];
  return [
    ...of('page entière').map((whole) => [[whole]]),
    ...Array.from({ length: Math.ceil(rows.length / 2) }, (_, page) => rows.slice(2 * page, 2 * page + 2)),
  ];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
