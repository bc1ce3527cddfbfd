/** Records as entries of feeds. No contact is in them: whoever is interested opens the page. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { guideKinds } from '@trame/cms/domain/vocabulary/guide-kinds';
import { french } from '../../content/french.ts';
import type { Content } from '../../content/index-content.ts';
import { joinFacts } from '../../i18n/facts.ts';
import { upperFirst } from '../../i18n/frame.ts';
import { t } from '../../i18n/t.ts';
import { upperFirstWord } from '../agenda/calendar-entries.ts';
import { comingFirst } from '../agenda/coming-first.ts';
import { dateInWords } from '../agenda/date-words.ts';
import { placeOf, shortPlace } from '../agenda/place.ts';
import { stateInWords } from '../agenda/state-words.ts';
import type { DatesNoted } from '../dates-noted.ts';
import { recordSubject, type RecordKind } from '../changes/shown.ts';
import { uuidOf } from '../uuid.ts';
import type { AtomEntry } from './atom.ts';

export interface FeedSource {
  readonly content: Content;
  /** Public address of the site, without a slash at the end. */
  readonly siteUrl: string;
  readonly datesOf: (subject: string) => DatesNoted;
  /** Day of the release in Paris, `YYYY-MM-DD`. */
  readonly today: string;
}

interface Told {
  readonly kind: RecordKind;
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Sentences; those that are null are left out. */
  readonly sentences: readonly (string | null)[];
  readonly label: string;
  readonly themes: readonly string[];
  /** Days that the record itself gives (`YYYY-MM-DD`), which stand as long as nothing later is noted. */
  readonly dated?: { readonly published: string | null; readonly updated: string | null };
}

/** A day that is still to come dates nothing that can be read today. */
const earlier = (given: string | null, noted: string): string => (given !== null && given < noted ? given : noted);
const instantOf = (day: string | null | undefined): string | null => (day ? `${day}T00:00:00.000Z` : null);

function entry({ content, siteUrl, datesOf }: FeedSource, told: Told): AtomEntry {
  const { since, changed, noted } = datesOf(recordSubject(told.kind, told.id));
  const news = since !== null && since === changed ? t('feeds.isNew') : changed === null ? null : t('feeds.hasChanged');
  return {
    id: `urn:uuid:${uuidOf('feed', told.kind, told.id)}`,
    title: told.title,
    url: siteUrl + told.path,
    summary: [news, ...told.sentences].filter((sentence) => sentence !== null && sentence !== '').join('\n'),
    published: instantOf(told.dated?.published) ?? since,
    updated: changed ?? earlier(instantOf(told.dated?.updated), noted),
    categories: [
      { term: told.kind, label: told.label },
      ...content.themes.some(told.themes).map(({ slug, name }) => ({ term: slug, label: name })),
    ],
  };
}

export const associationEntry = (source: FeedSource, one: Association): AtomEntry =>
  entry(source, {
    kind: 'association',
    id: one.id,
    path: publicPaths.association(one.slug),
    title: source.content.nameOf(one),
    sentences: [french(one.summary)],
    label: t('feeds.association'),
    themes: one.themes,
  });

/** "ANNULÉ – Forum", when and where it is, then what it is. */
export function eventEntry(source: FeedSource, one: Event): AtomEntry {
  const [dated] = comingFirst([one], source.today);
  const span = dated?.span ?? null;
  const place = placeOf(source.content, one);
  const where = place && shortPlace(place);
  const { words } = stateInWords(one, { span, place: where }, false);
  const when = span === null ? (one.period ?? t('agenda.undated')) : dateInWords(span);
  return entry(source, {
    kind: 'event',
    id: one.id,
    path: publicPaths.event(one.slug),
    title: words === null ? one.title : `${upperFirstWord(words)} – ${one.title}`,
    sentences: [french(upperFirst(joinFacts([when, where]))), french(one.summary)],
    label: eventKinds.label(one.kind),
    themes: one.themes,
  });
}

export const guideEntry = (source: FeedSource, one: Guide): AtomEntry =>
  entry(source, {
    kind: 'guide',
    id: one.id,
    path: publicPaths.guide(one.slug),
    title: one.title,
    sentences: [french(one.summary)],
    label: guideKinds.label(one.kind),
    themes: one.themes,
    dated: { published: one.date, updated: one.updatedOn ?? one.date },
  });

export const resourceEntry = (source: FeedSource, one: Resource): AtomEntry =>
  entry(source, {
    kind: 'resource',
    id: one.id,
    path: publicPaths.resource(one.slug),
    title: one.title,
    sentences: [french(one.summary)],
    label: t('feeds.resource'),
    themes: one.themes,
  });
