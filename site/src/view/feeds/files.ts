/** Every feed and calendar of a release, by its address. */
import { oncePer } from '../../once.ts';
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { t } from '../../i18n/t.ts';
import { calendarEntry } from '../agenda/calendar-entries.ts';
import { buildCalendar, type CalendarEntry } from '../agenda/calendar.ts';
import { comingFirst } from '../agenda/coming-first.ts';
import { recordSubject } from '../changes/shown.ts';
import { uuidOf } from '../uuid.ts';
import { atomEntry, atomFeed, type AtomEntry } from './atom.ts';
import { associationEntry, eventEntry, guideEntry, resourceEntry, type FeedSource } from './entries.ts';
import { calendarPaths, feedPaths, hasCalendar } from './paths.ts';

/** Entries of a feed: what a reader that comes once a week has missed. */
const MOST_ENTRIES = 50;

interface Followed {
  readonly associations?: readonly Association[];
  readonly events?: readonly Event[];
  readonly guides?: readonly Guide[];
  readonly resources?: readonly Resource[];
}

/**
 * Addresses that people subscribed to stay, with nothing in them when there is nothing: those of communes, themes and audiences
 * always, that of an association as long as it has had an event with a date.
 * @param begun instant from which changes are noted
 */
export function feedFiles(source: FeedSource, begun: string): ReadonlyMap<string, () => string> {
  const { content, siteUrl, today } = source;
  const { siteName, territoryName, operatorName, operatorWebsite } = content.settings;
  const files = new Map<string, () => string>();

  const textOf = oncePer(atomEntry);
  const ofAssociation = oncePer((one: Association) => associationEntry(source, one));
  const ofEvent = oncePer((one: Event) => eventEntry(source, one));
  const ofGuide = oncePer((one: Guide) => guideEntry(source, one));
  const ofResource = oncePer((one: Resource) => resourceEntry(source, one));
  const isOver = oncePer((one: Event) => ({ over: comingFirst([one], today)[0]?.past === true }));

  const latest = ({ associations = [], events = [], guides = [], resources = [] }: Followed): AtomEntry[] =>
    [
      ...associations.map(ofAssociation),
      ...events.filter((one) => !isOver(one).over).map(ofEvent),
      ...guides.map(ofGuide),
      ...resources.map(ofResource),
    ]
      .sort((a, b) => (a.updated === b.updated ? a.title.localeCompare(b.title, 'fr') : a.updated < b.updated ? 1 : -1))
      .slice(0, MOST_ENTRIES);

  const feed = (path: string, page: string, title: string, followed: Followed) =>
    files.set(path, () =>
      atomFeed(
        {
          id: `urn:uuid:${uuidOf('feed', path)}`,
          title: `${title} – ${siteName}`,
          subtitle: t('feeds.subtitle', { territory: territoryName }),
          self: siteUrl + path,
          page: siteUrl + page,
          author: { name: operatorName, url: operatorWebsite ?? `${siteUrl}/` },
          icon: `${siteUrl}/apple-touch-icon.png`,
          begun,
          entries: latest(followed),
        },
        textOf,
      ),
    );

  const toCalendar = oncePer((event: Event): CalendarEntry =>
    calendarEntry({ content, siteUrl, datesOf: ({ id }) => source.datesOf(recordSubject('event', id)) }, event),
  );
  const calendar = (path: string, title: string | null, events: readonly Event[]) =>
    files.set(path, () =>
      buildCalendar(events.map(toCalendar), {
        name: t('agenda.calendarName', { site: title === null ? siteName : `${title} – ${siteName}` }),
        description: t('agenda.calendarDescription', { territory: territoryName }),
      }),
    );

  const everything = {
    associations: content.associations.all,
    events: content.events.all,
    guides: content.guides.all,
    resources: content.resources.all,
  };
  feed(feedPaths.all, '/', t('feeds.all'), everything);
  feed(feedPaths.associations, '/associations/', t('feeds.associations'), { associations: everything.associations });
  feed(feedPaths.events, '/agenda/', t('feeds.events'), { events: everything.events });
  feed(feedPaths.guides, '/guides/', t('feeds.guides'), { guides: everything.guides });
  calendar(calendarPaths.all, null, everything.events);

  for (const { id, slug, name } of content.themes.all) {
    const events = content.eventsOfTheme(id);
    feed(feedPaths.theme(slug), publicPaths.theme(slug), name, {
      associations: content.associationsOfTheme(id),
      events,
      guides: content.guidesOfTheme(id),
      resources: content.resourcesOfTheme(id),
    });
    calendar(calendarPaths.theme(slug), name, events);
  }
  for (const { id, slug, name } of content.communes.all) {
    const events = content.eventsOfCommune(id);
    feed(feedPaths.commune(slug), publicPaths.commune(slug), name, {
      associations: content.associationsOfCommune(id),
      events,
      resources: content.resourcesOfCommune(id),
    });
    calendar(calendarPaths.commune(slug), name, events);
  }
  for (const { id, slug, name } of content.audiences.all)
    calendar(calendarPaths.audience(slug), name, content.eventsOfAudience(id));
  for (const association of content.associations.all) {
    const events = content.eventsOfAssociation(association.id);
    if (hasCalendar(events)) calendar(calendarPaths.association(association.slug), content.nameOf(association), events);
  }
  for (const event of content.events.all)
    if (hasCalendar([event])) calendar(calendarPaths.event(event.slug), event.title, [event]);
  return files;
}
