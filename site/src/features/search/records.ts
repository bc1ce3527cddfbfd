/** The export as search records: what is found, under which filters, and what a result shows before its page is opened. */
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { agesOverlap, formatAges } from '@trame/cms/domain/ages';
import { dayOf } from '@trame/cms/domain/dates';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { compareSlots, formatSlot } from '@trame/cms/domain/slots';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { guideKinds } from '@trame/cms/domain/vocabulary/guide-kinds';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import { indexContent, type Content } from '../../content/index-content.ts';
import { dateInWords } from '../../view/agenda/date-words.ts';
import { placeOf, shortPlace } from '../../view/agenda/place.ts';
import { stateInWords } from '../../view/agenda/state-words.ts';
import { datesOf, nextOf } from '../../view/agenda/occurrences.ts';
import { daysOf, isOff, type Span } from '../../view/agenda/span.ts';
import { rangesOf, rangeValue } from './ages.ts';
import { grainFor, valueFilter, type Grain, type ResultType, type Shelf } from './shelves.ts';
import { indexedText } from '../../view/indexed-text.ts';

export interface SearchRecord {
  readonly shelf: Shelf;
  /**
   * Path of the page; on the shelf of activities with the rank in the entry, from 1 (`#activite-2`), or `#lieu` for a page that
   * stands on both: Pagefind keeps one record for each url, whatever its language.
   */
  readonly url: string;
  /** Words of the name: a question that is the name comes first. */
  readonly name: string;
  /** What is searched: words in order, the weighty ones repeated. Never shown. */
  readonly content: string;
  /** What is shown; it is sealed on its way to the index, so that it is not searched. */
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, string[]>>;
}

/** End of the url of a page on the shelf of activities. */
export const PLACED = '#lieu';

/** Longest excerpt of a result, in characters. */
const EXCERPT_LENGTH = 180;

/**
 * Every record of both shelves. The order is that of the site (associations by name, then the rest), which is also the order of
 * results when nothing but facets is asked.
 *
 * @param builtAt ISO instant: events that were over by then are not found
 */
export function searchRecords(
  siteExport: SiteExport,
  builtAt: string,
  grain: Grain = searchGrain(siteExport),
): SearchRecord[] {
  const content = indexContent(siteExport);
  const today = dayOf(builtAt);
  const records = [
    ...content.associations.all.flatMap((association) => associationRecords(association, content)),
    ...content.events.all.flatMap((event) => eventRecords(event, content, today)),
    ...content.guides.all.map((guide) =>
      page({
        shelf: 'pages',
        type: 'guides',
        url: publicPaths.guide(guide.slug),
        name: guide.title,
        text: [guide.summary, guide.place, plainText(guide.body), themeNames(guide.themes, content)],
        meta: { genre: guideKinds.label(guide.kind), commune: guide.place, resume: excerpt(guide.summary) },
        filters: { theme: themeSlugs(guide.themes, content) },
      }),
    ),
    ...content.resources.all.flatMap((resource) => {
      const commune = content.communes.some(resource.commune === null ? [] : [resource.commune]);
      const owner =
        content.associations.some(resource.owner === null ? [] : [resource.owner]).map(content.nameOf)[0] ??
        resource.ownerName;
      return onBothShelves(
        {
          type: 'ressources',
          url: publicPaths.resource(resource.slug),
          name: resource.title,
          text: [
            resource.summary,
            resource.description,
            owner,
            resource.conditions,
            themeNames(resource.themes, content),
          ],
          meta: {
            genre: resourceKinds.label(resource.kind),
            association: owner,
            commune: commune[0]?.name ?? null,
            resume: excerpt(resource.summary),
          },
          filters: { theme: themeSlugs(resource.themes, content) },
        },
        commune.length > 0 ? { commune: commune.map(({ slug }) => slug) } : null,
      );
    }),
    ...content.actions.map(({ plan, axis, action }) =>
      page({
        shelf: 'pages',
        type: 'plan-d-actions',
        url: publicPaths.action(plan.slug, action.slug),
        name: action.title,
        text: [
          action.introduction,
          axis.title,
          plan.title,
          action.diagnosis,
          action.stake,
          action.implementation,
          action.objectives,
          action.expectedResults,
          action.partners,
        ],
        meta: {
          genre: plan.elsewhere ? 'Fiche action d’un autre territoire' : 'Fiche action',
          commune: plan.territory,
          resume: excerpt(action.introduction ?? action.stake ?? action.objectives ?? axis.title),
        },
        filters: {},
      }),
    ),
  ];
  return grain === 'facet' ? records : records.map((record) => ({ ...record, filters: byValue(record.filters) }));
}

/** How the filters of this directory are cut. */
export function searchGrain({ associations }: Pick<SiteExport, 'associations'>): Grain {
  return grainFor(associations.reduce((sum, { activities }) => sum + activities.length, 0));
}

function byValue(filters: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([facet, values]) => values.map((value) => [valueFilter(facet, value), ['1']])),
  );
}

/** The different age ranges under which activities are found, sorted: what a page needs to turn an age into a filter. */
export function ageRanges(siteExport: SiteExport): string[] {
  const content = indexContent(siteExport);
  const values = content.associations.all.flatMap((association) =>
    association.activities.flatMap((activity) => rangesOfActivity(activity, association, content)),
  );
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function associationRecords(association: Association, content: Content): SearchRecord[] {
  const url = publicPaths.association(association.slug);
  const names = [association.name, association.acronym, association.officialName];
  const theme = themeSlugs(association.themes, content);
  const audiences = content.audiences.some(association.audiences);
  const places = communesOfAssociation(association, content);
  const labels = [...new Set(association.activities.map(({ label }) => label))];
  const shared = {
    type: 'associations' as const,
    meta: {
      genre: 'Association',
      sigle: association.acronym,
      commune: places.map(({ name }) => name).join(', ') || null,
      resume: excerpt(association.summary),
    },
  };
  const ownPage = {
    ...shared,
    url,
    name: association.name,
    labels,
    text: [
      ...names,
      association.summary,
      association.description,
      ...association.activities.flatMap(activityText),
      themeNames(association.themes, content),
      audiences.map(({ name }) => name).join(' '),
      association.seeksVolunteers ? `bénévoles bénévolat ${association.volunteersNote ?? ''}` : null,
    ],
    meta: { ...shared.meta, activites: labels.join(' · ') || null },
    filters: { theme, public: audiences.map(({ slug }) => slug) },
  };

  if (association.activities.length === 0) {
    return onBothShelves(ownPage, { commune: places.map(({ slug }) => slug) });
  }
  return [
    page({ shelf: 'pages', ...ownPage }),
    ...association.activities.map((activity, index) => {
      const where = communesOfActivity(activity, association, content);
      const ages = rangesOf(activity, audiences);
      const slots = [...activity.slots].sort(compareSlots);
      return page({
        shelf: 'activities',
        type: 'associations',
        url: `${url}#activite-${index + 1}`,
        name: activity.label,
        // The name, not the summary, which speaks of the other activities too.
        text: [...names, ...activityText(activity), themeNames(association.themes, content)],
        meta: {
          genre: 'Activité',
          association: content.nameOf(association),
          lieu: activity.place,
          commune: where.map(({ name }) => name).join(', ') || null,
          quand: slots.map(formatSlot).join(' ; ') || null,
          ages: formatAges(activity),
          prix: activity.price,
        },
        filters: {
          theme,
          public: audiences
            .filter((audience) => ages.some((range) => agesOverlap(range, audience)))
            .map(({ slug }) => slug),
          commune: where.map(({ slug }) => slug),
          age: rangesOfActivity(activity, association, content),
          jour: daysIn(slots.map(({ day }) => day)),
        },
      });
    }),
  ];
}

function rangesOfActivity(activity: Activity, association: Association, content: Content): string[] {
  return [...new Set(rangesOf(activity, content.audiences.some(association.audiences)).map(rangeValue))];
}

const activityText = (activity: Activity): (string | null)[] => [
  activity.description,
  activity.place,
  activity.season,
  activity.slots.map(({ day, note }) => `${day} ${note ?? ''}`).join(' '),
];

/** Where an activity takes place: its own commune, else those where the association is active, else its seat. */
function communesOfActivity(activity: Activity, association: Association, content: Content) {
  const own = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode);
  return own ? [own] : communesOfAssociation(association, content);
}

function communesOfAssociation(association: Association, content: Content) {
  const active = content.communes.some(association.communesOfActivity);
  return active.length > 0 ? active : content.communes.some(association.commune === null ? [] : [association.commune]);
}

function eventRecords(event: Event, content: Content, today: string): SearchRecord[] {
  const { upcoming } = datesOf(event, today);
  if (event.timings.length > 0 && upcoming.length === 0) return [];
  const venue = content.venues.some(event.venue === null ? [] : [event.venue])[0];
  const commune = content.communeOfEvent(event);
  const next = nextOf(upcoming);
  const place = placeOf(content, event);
  const { words } = stateInWords(event, { span: next ?? null, place: place && shortPlace(place) }, false);
  const organisers = [...content.associations.some(event.organisers).map(({ name }) => name), event.organiserName];
  return onBothShelves(
    {
      type: 'agenda',
      url: publicPaths.event(event.slug),
      name: event.title,
      text: [
        event.summary,
        event.description,
        ...organisers,
        venue?.name ?? null,
        event.place,
        themeNames(event.themes, content),
      ],
      meta: {
        genre: [eventKinds.label(event.kind), words].filter((part) => part !== null).join(' · '),
        lieu: venue?.name ?? event.place,
        commune: commune?.name ?? venue?.city ?? null,
        quand: next ? dateInWords(next) : event.period,
        resume: excerpt(event.summary),
      },
      filters: { theme: themeSlugs(event.themes, content) },
    },
    commune || next ? { commune: commune ? [commune.slug] : [], jour: weekdaysOf(upcoming, today) } : null,
  );
}

interface Draft {
  readonly type: ResultType;
  readonly url: string;
  readonly name: string;
  readonly labels?: readonly string[];
  readonly text: readonly (string | null)[];
  readonly meta: Readonly<Record<string, string | null>>;
  readonly filters: Readonly<Record<string, string[]>>;
}

/** A page that also has a place or a day is found on both shelves. */
function onBothShelves(draft: Draft, placed: Readonly<Record<string, string[]>> | null): SearchRecord[] {
  const pages = page({ shelf: 'pages', ...draft });
  if (placed === null) return [pages];
  return [
    pages,
    page({ shelf: 'activities', ...draft, url: `${draft.url}${PLACED}`, filters: { ...draft.filters, ...placed } }),
  ];
}

function page({ shelf, type, url, name, labels = [], text, meta, filters }: Draft & { shelf: Shelf }): SearchRecord {
  return {
    shelf,
    url,
    name: indexedText([name, meta['sigle'] ?? '']),
    content: indexedText([name, name, name, ...labels, ...labels, ...text.filter((part) => part !== null)]),
    meta: present({ title: name, ...meta }),
    filters: withoutEmpty({ type: [type], ...filters }),
  };
}

function present(meta: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(meta).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

function withoutEmpty(filters: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}

/** A theme is found under its chapter too. */
function themeSlugs(ids: readonly string[], content: Content): string[] {
  const slugs = content.themes.some(ids).flatMap((theme) => {
    const chapter = theme.parent === null ? undefined : content.themes.byId(theme.parent);
    return chapter ? [theme.slug, chapter.slug] : [theme.slug];
  });
  return [...new Set(slugs)];
}

function themeNames(ids: readonly string[], content: Content): string {
  return content.themes
    .some(ids)
    .map(({ name }) => name)
    .join(' ');
}

function daysIn(found: readonly Day[]): Day[] {
  return days.values.filter((day) => found.includes(day));
}

/** The days of the week on which something still takes place: every day of what lasts several. */
function weekdaysOf(upcoming: readonly Span[], today: string): Day[] {
  const kept = upcoming.filter((span) => !isOff(span));
  return daysIn(kept.flatMap((span) => daysOf(span, today, days.values.length)).map(weekdayOf));
}

/** @param day `YYYY-MM-DD` */
function weekdayOf(day: string): Day {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return days.values[(sundayFirst + 6) % 7] as Day;
}

/** The beginning of a text, cut at a word. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(' ', EXCERPT_LENGTH)).replace(/[\s,;:.–-]+$/, '')}…`;
}

const isWords = (node: unknown): boolean => {
  const { type } = (node ?? {}) as { readonly type?: unknown };
  return type === 'text' || type === 'link';
};

/** The words of a rich text, whatever its marks, each paragraph a line of its own. */
function plainText(node: unknown): string {
  if (Array.isArray(node)) return node.map(plainText).join(isWords(node[0]) ? ' ' : '\n');
  if (typeof node !== 'object' || node === null) return '';
  const { text, children } = node as { text?: unknown; children?: unknown };
  return typeof text === 'string' ? text : plainText(children);
}
