/** The export as pages to be found: the words of each, part by part, what a result shows, and for whom, when and where it is. */
import type { Activity, Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Resource } from '@trame/cms/domain/contract/site/resource';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Accessibility, Commune } from '@trame/cms/domain/contract/site/territory';
import { joinFacts } from '../../../i18n/facts.ts';
import { formatAges, widestAges, type AgeRange } from '@trame/cms/domain/ages';
import { clockOf, dayOf, weekdayRank } from '@trame/cms/domain/dates';
import { noticeInWords } from '@trame/cms/domain/notice';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { compareSlots, formatSlot } from '@trame/cms/domain/slots';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { guideKinds } from '@trame/cms/domain/vocabulary/guide-kinds';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import { indexContent, type Content } from '../../../content/index-content.ts';
import { dateInWords } from '../../../view/agenda/date-words.ts';
import { datesOf, nextOf } from '../../../view/agenda/occurrences.ts';
import { placeOf, shortPlace } from '../../../view/agenda/place.ts';
import { daysOf, isOff, type Span } from '../../../view/agenda/span.ts';
import { stateInWords } from '../../../view/agenda/state-words.ts';
import { noticeOn } from '../../../view/associations/notice.ts';
import { printedFacts } from '../../../view/associations/printed-facts.ts';
import { rangesOf } from '../facts/ages.ts';
import { timesOf } from '../facts/moments.ts';
import { priceOf } from '../facts/price.ts';
import { BETWEEN_SLOTS, type ShownRow } from '../bundle/shown-row.ts';
import { pointOfActivity, pointOfAddress, pointOfVenue, type ExactPoint } from './exact-points.ts';
import type { Flag, PageKind } from '../facts/format.ts';

/** One thing that a page offers: an activity, or the page itself where it lists none. */
export interface IndexedRow {
  readonly label: readonly string[];
  readonly text: readonly string[];
  /** Where it takes place. “Bibliothèque” alone says what is done there; “Salle du centre social” says where it is. */
  readonly where: readonly string[];
  /** For whom; the widest of several. */
  readonly ages: AgeRange;
  readonly times: number;
  /** Null: those of the page. */
  readonly communes: readonly Commune[] | null;
  /** Euros; null when nothing is said. */
  readonly price: number | null;
  /** Days to come on which it takes place, first and last of each, `YYYY-MM-DD`. */
  readonly dates: readonly (readonly [string, string])[];
  readonly shown: ShownRow | null;
  /** Null where only the commune is known. */
  readonly at: ExactPoint | null;
}

export interface IndexedPage {
  readonly kind: PageKind;
  readonly url: string;
  /** What it is called, its other names behind. */
  readonly names: readonly string[];
  readonly rows: readonly IndexedRow[];
  /** What it does: its summary, what it is filed under, whom it welcomes. */
  readonly text: readonly string[];
  /** Everything else that it says, much of it in passing: a choir sings “à la maison de retraite” and is none. */
  readonly mentions: readonly string[];
  /** Slugs, a theme with its chapter. */
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  readonly communes: readonly Commune[];
  readonly flags: readonly Flag[];
  /** What a result shows, by name; `activites` is a list of `ShownRow` as JSON. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Longest excerpt of a result, in characters. */
const EXCERPT_LENGTH = 180;
const ANY_AGE: AgeRange = { ageMin: null, ageMax: null };

/**
 * Every page, kind by kind in the order of the results, and within a kind in that of the site.
 * @param builtAt ISO instant: events that were over by then are not found
 */
export function indexedPages(siteExport: SiteExport, builtAt: string): IndexedPage[] {
  const content = indexContent(siteExport);
  const today = dayOf(builtAt);
  const actions = (elsewhere: boolean): IndexedPage[] =>
    content.actions
      .filter(({ plan }) => plan.elsewhere === elsewhere)
      .map(({ plan, axis, action }) => ({
        ...bare(elsewhere ? 'ailleurs' : 'plan-d-actions', publicPaths.action(plan.slug, action.slug), [action.title]),
        text: said([
          action.introduction,
          axis.title,
          plan.title,
          action.diagnosis,
          action.stake,
          action.implementation,
          action.objectives,
          action.expectedResults,
          action.partners,
        ]),
        meta: present({
          title: action.title,
          genre: plan.elsewhere ? 'Fiche action d’un autre territoire' : 'Fiche action',
          commune: plan.territory,
          resume: excerpt(action.introduction ?? action.stake ?? action.objectives ?? axis.title),
        }),
      }));
  const guides = (elsewhere: boolean): IndexedPage[] =>
    content.guides.all
      .filter(({ kind }) => (kind === 'expérience') === elsewhere)
      .map((guide) => ({
        ...bare(guide.kind === 'expérience' ? 'experiences' : 'guides', publicPaths.guide(guide.slug), [guide.title]),
        text: said([guide.summary, guide.place, guide.easyText ?? null, ...themeNames(guide.themes, content)]),
        mentions: said([plainText(guide.body), ...themeWords(guide.themes, content)]),
        themes: themeSlugs(guide.themes, content),
        meta: present({
          title: guide.title,
          genre: guideKinds.label(guide.kind),
          commune: guide.place,
          resume: excerpt(guide.summary),
        }),
      }));
  return [
    ...content.associations.all.map((association) => associationPage(association, content, today)),
    ...content.events.all.flatMap((event) => eventPage(event, content, today)),
    ...content.resources.all.map((resource) => resourcePage(resource, content)),
    ...guides(false),
    ...guides(true),
    ...actions(false),
    ...actions(true),
  ];
}

const NO_ROW: IndexedRow = {
  label: [],
  text: [],
  where: [],
  ages: ANY_AGE,
  times: 0,
  communes: null,
  price: null,
  dates: [],
  shown: null,
  at: null,
};

const bare = (kind: PageKind, url: string, names: readonly (string | null)[]): IndexedPage => ({
  kind,
  url,
  names: said(names),
  rows: [NO_ROW],
  text: [],
  mentions: [],
  themes: [],
  publics: [],
  communes: [],
  flags: [],
  meta: {},
});

/** @param today `YYYY-MM-DD`: what an association says for a time is shown while it holds */
function associationPage(association: Association, content: Content, today: string): IndexedPage {
  const notice = noticeOn(association, today);
  const audiences = content.audiences.some(association.audiences);
  const places = communesOfAssociation(association, content);
  const shown = association.activities.map((activity) => shownActivity(activity, content));
  const rows = association.activities.map((activity, rank): IndexedRow => {
    const own = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode);
    return {
      label: [activity.label],
      text: said([activity.description, activity.season, ...activity.slots.map(({ note }) => note)]),
      where: said([activity.place]),
      ages: widestAges(rangesOf(activity, audiences)),
      times: timesOf(activity.slots),
      communes: own ? [own] : null,
      price: priceOf(activity.price),
      dates: [],
      shown: shown[rank] ?? null,
      at: pointOfActivity(activity, association, content),
    };
  });
  return {
    ...bare('associations', publicPaths.association(association.slug), [
      association.name,
      association.acronym,
      association.officialName,
      ...(association.words ?? []),
    ]),
    rows:
      rows.length > 0
        ? rows
        : [{ ...NO_ROW, ages: widestAges(rangesOf(ANY_AGE, audiences)), at: pointOfAddress(association) }],
    mentions: said([
      association.description,
      association.seeksVolunteers ? association.volunteersNote : null,
      ...themeWords(association.themes, content),
    ]),
    text: said([
      association.summary,
      association.easyText ?? null,
      ...themeNames(association.themes, content),
      ...audiences.map(({ name }) => name),
      association.accessibility?.note ?? null,
    ]),
    themes: themeSlugs(association.themes, content),
    publics: audiences.map(({ slug }) => slug),
    communes: places,
    flags: [...(association.seeksVolunteers ? ['volunteers' as const] : []), ...accessFlags(association.accessibility)],
    meta: present({
      title: association.name,
      genre: 'Association',
      appel: printedFacts(association).contact,
      sigle: association.acronym,
      commune: places.map(({ name }) => name).join(', ') || null,
      resume: excerpt(association.summary),
      avis: notice && noticeInWords(notice),
      activites: shown.length > 0 ? JSON.stringify(shown) : null,
    }),
  };
}

function shownActivity(activity: Activity, content: Content): ShownRow {
  const commune = activity.communeCode === null ? undefined : content.communeByCode(activity.communeCode);
  const slots = [...activity.slots].sort(compareSlots);
  return {
    label: activity.label,
    when: slots.map(formatSlot).join(BETWEEN_SLOTS) || null,
    ages: formatAges(activity),
    price: activity.price,
    place: said([activity.place, commune?.name ?? null]).join(', ') || null,
  };
}

function communesOfAssociation(association: Association, content: Content): Commune[] {
  const active = content.communes.some(association.communesOfActivity);
  return active.length > 0 ? active : content.communes.some(association.commune === null ? [] : [association.commune]);
}

function eventPage(event: Event, content: Content, today: string): IndexedPage[] {
  const { upcoming } = datesOf(event, today);
  if (event.timings.length > 0 && upcoming.length === 0) return [];
  const venue = content.venues.some(event.venue === null ? [] : [event.venue])[0];
  const commune = content.communeOfEvent(event);
  const communes = commune === undefined ? [] : [commune];
  const next = nextOf(upcoming);
  const place = placeOf(content, event);
  const { words } = stateInWords(event, { span: next ?? null, place: place && shortPlace(place) }, false);
  const kept = upcoming.filter((span) => !isOff(span));
  return [
    {
      ...bare('agenda', publicPaths.event(event.slug), [event.title]),
      rows: [
        {
          ...NO_ROW,
          where: said([venue?.name ?? null, event.place]),
          at: pointOfVenue(venue, content),
          times: timesOf(kept.flatMap((span) => slotsOf(span, today))),
          price: event.free ? 0 : priceOf(event.price),
          dates: kept.map(({ firstDay, lastDay }) => [firstDay > today ? firstDay : today, lastDay] as const),
        },
      ],
      mentions: said([event.description, ...themeWords(event.themes, content)]),
      text: said([
        event.summary,
        eventKinds.label(event.kind),
        ...content.associations.some(event.organisers).map(({ name }) => name),
        event.organiserName,
        ...themeNames(event.themes, content),
        event.accessibility?.note ?? null,
      ]),
      themes: themeSlugs(event.themes, content),
      communes,
      flags: accessFlags(event.accessibility),
      meta: present({
        title: event.title,
        genre: joinFacts([eventKinds.label(event.kind), words]),
        lieu: venue?.name ?? event.place,
        commune: communes[0]?.name ?? venue?.city ?? null,
        quand: next ? dateInWords(next) : event.period,
        prix: event.price ?? (event.free ? 'Gratuit' : null),
        resume: excerpt(event.summary),
      }),
    },
  ];
}

/** Days and hours of one date; one that lasts several days takes place the whole day. */
function slotsOf(span: Span, today: string): { day: Day; begin: string | null; end: string | null }[] {
  const own = daysOf(span, today, days.values.length);
  const single = own.length === 1 && !span.allDay;
  const begin = single ? clockOf(span.begin) : null;
  const end = single && span.end !== null ? clockOf(span.end) : null;
  return own.map((day) => ({ day: days.values[weekdayRank(day)]!, begin, end }));
}

function resourcePage(resource: Resource, content: Content): IndexedPage {
  const communes = content.communes.some(resource.commune === null ? [] : [resource.commune]);
  const owner =
    content.associations.some(resource.owner === null ? [] : [resource.owner]).map(content.nameOf)[0] ??
    resource.ownerName;
  const flags: Flag[] = resource.kind === 'salle' ? ['room'] : resource.kind === 'matériel' ? ['material'] : [];
  return {
    ...bare('ressources', publicPaths.resource(resource.slug), [resource.title]),
    rows: [{ ...NO_ROW, price: priceOf(resource.price) }],
    mentions: said([resource.description, resource.conditions, ...themeWords(resource.themes, content)]),
    text: said([resource.summary, resourceKinds.label(resource.kind), owner, ...themeNames(resource.themes, content)]),
    themes: themeSlugs(resource.themes, content),
    communes,
    flags,
    meta: present({
      title: resource.title,
      genre: resourceKinds.label(resource.kind),
      association: owner,
      commune: communes[0]?.name ?? null,
      prix: resource.price,
      resume: excerpt(resource.summary),
    }),
  };
}

function accessFlags(accessibility: Accessibility | null): Flag[] {
  if (accessibility === null) return [];
  const { mobility, hearing, sight, intellectual, psychological } = accessibility;
  return [
    ...(mobility ? (['mobility'] as const) : []),
    ...(hearing ? (['hearing'] as const) : []),
    ...(sight ? (['sight'] as const) : []),
    ...(intellectual || psychological ? (['mind'] as const) : []),
  ];
}

const said = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text): text is string => text !== null && text !== '');

function present(meta: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(meta).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

/** A theme is found under its chapter too. */
function themeSlugs(ids: readonly string[], content: Content): string[] {
  const slugs = content.themes.some(ids).flatMap((theme) => {
    const chapter = theme.parent === null ? undefined : content.themes.byId(theme.parent);
    return chapter ? [theme.slug, chapter.slug] : [theme.slug];
  });
  return [...new Set(slugs)];
}

const themeNames = (ids: readonly string[], content: Content): string[] =>
  content.themes.some(ids).map(({ name }) => name);

/** Words that people say for a theme are said of everything that is filed under it: a club of volleyball is none of football. */
const themeWords = (ids: readonly string[], content: Content): string[] =>
  content.themes.some(ids).flatMap(({ words = [] }) => words);

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
