/** What a release shows, told apart by what can change for a reader. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Event } from '@trame/cms/domain/contract/site/event';
import { indexLetter } from '@trame/cms/domain/french';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Content } from '../../content/index-content.ts';
import { monthPath, nearPaths } from '../agenda/month-path.ts';
import { buildAgenda } from '../agenda/occurrences.ts';
import { organisersOf } from '../agenda/organisers.ts';
import { placeOf } from '../agenda/place.ts';
import { forAudience } from '../audiences/for-audience.ts';
import { venuePages } from '../places/venue-week.ts';
import { letterPath } from '../associations/letters.ts';
import { fingerprint } from './fingerprint.ts';

/** Kinds of records that have a page. */
export type RecordKind = 'association' | 'event' | 'guide' | 'resource' | 'action';

/** By its identifier: a record that gets another name, and with it another address, stays the same one. */
export const recordSubject = (kind: RecordKind, id: string): string => `${kind}:${id}`;

/** Fingerprints by subject: a record (`recordSubject`), or the address of a page that is made of several. */
export type Shown = ReadonlyMap<string, string>;

/**
 * Without what says that nothing changed: an association that confirms its entry, or goes into the booklet, says nothing new.
 * An agreement to open data is seen on no page, nor are the words by which people look for it.
 */
function saidOf({
  inPrint: _,
  verifiedOn: _on,
  verifiedBy: _by,
  toConfirm: _to,
  words: _words,
  contacts,
  ...rest
}: Association) {
  return { ...rest, contacts: contacts.map(({ openData: _open, ...contact }) => contact) };
}

/** With where it takes place and by whom, which a reader takes for a part of it. */
function toldOf(content: Content, event: Event) {
  const { externalIds: _, ...said } = event;
  return { ...said, place: placeOf(content, event), by: organisersOf(content, event).map(({ name }) => name) };
}

/** As a list names them. */
const listed = (records: readonly { id: string; slug: string; name?: string; title?: string; summary?: string }[]) =>
  records.map(({ id, slug, name, title, summary }) => ({ id, slug, name, title, summary }));

/** Linear in the size of the content; called once a release. */
export function shownIn(content: Content): Shown {
  const shown = new Map<string, string>();
  const record = (kind: RecordKind, id: string, said: unknown) => {
    const letters = fingerprint(said);
    shown.set(recordSubject(kind, id), letters);
    return letters;
  };
  const associations = content.associations.all.map((one) => record('association', one.id, saidOf(one)));
  const events = content.events.all.map((one) => record('event', one.id, toldOf(content, one)));
  const guides = content.guides.all.map((one) => record('guide', one.id, one));
  const resources = content.resources.all.map((one) => record('resource', one.id, one));
  for (const { action } of content.actions) record('action', action.id, action);

  const page = (address: string, said: unknown) => shown.set(address, fingerprint(said));
  for (const theme of content.themes.all) {
    const { id, slug, name, description } = theme;
    page(publicPaths.theme(slug), [
      { name, description },
      listed(content.associationsOfTheme(id)),
      listed(content.eventsOfTheme(id)),
      listed(content.resourcesOfTheme(id)),
      listed(content.guidesOfTheme(id)),
    ]);
  }
  for (const commune of content.communes.all) {
    const { id, slug, name, description, website, population, postalCodes } = commune;
    page(publicPaths.commune(slug), [
      { name, description, website, population, postalCodes },
      listed(content.associationsOfCommune(id)),
      listed(content.eventsOfCommune(id)),
      listed(content.resourcesOfCommune(id)),
    ]);
  }
  for (const { venue, week, unscheduled, events: there } of venuePages(content))
    page(publicPaths.venue(venue.slug), [
      venue,
      week.map(({ slots }) => slots.map(({ slot, activity, association }) => [slot, activity, association.name])),
      unscheduled.map(({ activity, association }) => [activity, association.name]),
      listed(there),
    ]);
  for (const audience of content.audiences.all)
    page(publicPaths.audience(audience.slug), [
      audience,
      forAudience(content, audience).map(({ found }) =>
        found.map(({ association, activities }) => [association.name, activities]),
      ),
      listed(content.eventsOfAudience(audience.id)),
    ]);
  for (const letter of new Set(content.associations.all.map(({ name }) => indexLetter(name))))
    page(letterPath(letter), listed(content.associationsOfLetter(letter)));
  // The months themselves depend on no day.
  for (const { month, ongoing, days } of buildAgenda(content.events.all, '').months) {
    const inIt = [...ongoing, ...days.flatMap(({ occurrences }) => occurrences)];
    page(
      monthPath(month),
      inIt.map(({ event }) => shown.get(recordSubject('event', event.id))),
    );
  }
  for (const plan of content.actionPlans) page(`/plan-d-actions/${plan.slug}/`, plan);

  const { settings, home, legal } = content;
  page('/', [home, settings.siteName, settings.tagline, events]);
  page('/associations/', associations);
  page(
    '/benevolat/',
    content.associations.all
      .filter(({ seeksVolunteers }) => seeksVolunteers)
      .map(({ slug, name, volunteersNote, summary }) => [slug, name, volunteersNote ?? summary]),
  );
  page('/themes/', listed(content.themes.all));
  page('/communes/', listed(content.communes.all));
  for (const address of ['/agenda/', nearPaths.week, nearPaths.weekend]) page(address, events);
  page('/guides/', guides);
  page('/ressources/', resources);
  page('/plan-d-actions/', content.actionPlans);
  page('/annuaire/', [associations, events]);
  page('/donnees/', [associations, events, resources]);
  page('/mentions-legales/', [legal, settings]);
  page('/confidentialite/', [legal, settings.operatorName]);
  page('/accessibilite/', [legal, settings.operatorName]);
  return shown;
}

const SECTIONS =
  /^\/(?:associations\/lettre\/[^/]+|agenda\/mois\/[^/]+|themes\/[^/]+|communes\/[^/]+|publics\/[^/]+|annuaire)\//;

/**
 * The subject whose change is a change of the page; undefined for a page that says nothing of the content.
 * A further page of a list changes with the list.
 */
export function subjectsByAddress(content: Content, shown: Shown): (address: string) => string | undefined {
  const records = new Map<string, string>();
  for (const { id, slug } of content.associations.all)
    records.set(publicPaths.association(slug), recordSubject('association', id));
  for (const { id, slug } of content.events.all) records.set(publicPaths.event(slug), recordSubject('event', id));
  for (const { id, slug } of content.guides.all) records.set(publicPaths.guide(slug), recordSubject('guide', id));
  for (const { id, slug } of content.resources.all)
    records.set(publicPaths.resource(slug), recordSubject('resource', id));
  for (const { plan, action } of content.actions)
    records.set(publicPaths.action(plan.slug, action.slug), recordSubject('action', action.id));
  return (address) => {
    const record = records.get(address);
    if (record !== undefined) return record;
    const list = SECTIONS.exec(address)?.[0] ?? address;
    return shown.has(list) ? list : undefined;
  };
}
