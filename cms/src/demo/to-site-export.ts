import type { Image } from '../domain/contract/site/media.ts';
import { SITE_EXPORT_FORMAT, type SiteExport } from '../domain/contract/site/site-export.ts';
import { maySee, visibleContacts } from '../domain/consent.ts';
import type { ExportChannel } from '../domain/vocabulary/consent-channels.ts';
import { compareSlots } from '../domain/slots.ts';
import { type Artwork, artworkFileName, artworkFormat } from './artwork.ts';
import type {
  DemoAction,
  DemoActionPlan,
  DemoAssociation,
  DemoContent,
  DemoEvent,
  DemoGuide,
  DemoImage,
  DemoResource,
} from './demo-content.ts';
import { demoId } from './demo-id.ts';

/** Where pictures are read from in a preview that no CMS stands behind. */
export const uploadsUrl = (artwork: Artwork): string => `/uploads/${artworkFileName(artwork)}`;

/** Key of an action in links: action slugs are unique within their plan only. */
export function actionKey(plan: Pick<DemoActionPlan, 'slug'>, action: Pick<DemoAction, 'slug'>): string {
  return `${plan.slug}/${action.slug}`;
}

export interface ExportOptions {
  /** Address of a drawn picture; `/uploads/<file>` unless told. */
  mediaUrl?: (artwork: Artwork) => string;
}

/**
 * Demonstration content as the site would receive it from the CMS, with the consent rule applied for the web.
 * Records come in the order of their ids, as the CMS gives them: same content, same bytes.
 *
 * @throws {Error} when a record points at something that is not there: an error in the content files.
 */
export const toSiteExport = (content: DemoContent, options: ExportOptions = {}): SiteExport =>
  exportFor('web', content, options);

/** A picture of the content as the CMS would describe its file. */
export function imageOf(picture: DemoImage, { mediaUrl = uploadsUrl }: ExportOptions): Image {
  const { width, height, mime } = artworkFormat(picture.artwork);
  return {
    url: mediaUrl(picture.artwork),
    hash: artworkFileName(picture.artwork).replace(/\.\w+$/, ''),
    mime,
    width,
    height,
    alt: picture.alt,
    caption: picture.caption,
  };
}

/** The contacts that a channel may show. On paper, an entry that is not to be printed has none. */
function contactsFor(channel: ExportChannel, { contacts, inPrint }: DemoAssociation) {
  if (channel === 'print' && !inPrint) return [];
  return visibleContacts(contacts, channel)
    .map(({ role, name, phone, email, ...consent }) => ({
      role,
      name,
      phone,
      email,
      ...(channel === 'web' && maySee(consent, 'openData') ? { openData: true as const } : {}),
    }))
    .filter(({ name, phone, email }) => name ?? phone ?? email);
}

/** The content as one channel may see it. @throws {Error} as `toSiteExport` */
export function exportFor(channel: ExportChannel, content: DemoContent, options: ExportOptions): SiteExport {
  const reference = referenceChecker(content);
  const image = (picture: DemoImage | null): Image | null => picture && imageOf(picture, options);
  const images = (pictures: DemoImage[]): Image[] =>
    pictures.map((picture) => image(picture)).filter((picture) => picture !== null);
  const many = (type: RecordType, slugs: string[]): string[] => slugs.map((slug) => reference(type, slug));
  const one = (type: RecordType, slug: string | null): string | null => (slug === null ? null : reference(type, slug));

  /** Paper has no use for it. */
  const easyTextOf = ({ easyText }: { easyText?: string | undefined }) =>
    easyText !== undefined && channel === 'web' ? { easyText } : {};
  const { easyText: homeInEasyWords, ...home } = content.home;

  const association = (record: DemoAssociation): SiteExport['associations'][number] => ({
    id: demoId('association', record.slug),
    slug: record.slug,
    name: record.name,
    officialName: record.officialName,
    acronym: record.acronym,
    rnaId: record.rnaId,
    siret: record.siret,
    legalForm: record.legalForm,
    foundedYear: record.foundedYear,
    summary: record.summary,
    description: record.description,
    howToJoin: record.howToJoin,
    ...easyTextOf(record),
    ...(record.words && channel === 'web' ? { words: record.words } : {}),
    themes: many('theme', record.themes),
    audiences: many('audience', record.audiences),
    commune: one('commune', record.commune),
    communesOfActivity: many('commune', record.communesOfActivity),
    activities: record.activities.map((activity) => ({ ...activity, slots: [...activity.slots].sort(compareSlots) })),
    contacts: contactsFor(channel, record),
    address: record.address?.public ? withoutFlag(record.address) : null,
    website: record.website,
    networks: record.networks,
    logo: image(record.logo),
    photos: images(record.photos),
    seeksVolunteers: record.seeksVolunteers,
    volunteersNote: record.volunteersNote,
    accessibility: record.accessibility,
    verifiedOn: record.verifiedOn,
    verifiedBy: record.verifiedBy,
    inPrint: record.inPrint,
    ...(record.notice && channel === 'web' ? { notice: record.notice } : {}),
    ...(record.takesMessages && channel === 'web' ? { takesMessages: true as const } : {}),
  });

  const event = (record: DemoEvent): SiteExport['events'][number] => ({
    ...record,
    id: demoId('event', record.slug),
    venue: one('venue', record.venue),
    organisers: many('association', record.organisers),
    participants: many('association', record.participants),
    themes: many('theme', record.themes),
    image: image(record.image),
    actions: many('action', record.actions).sort(),
  });

  const guide = ({ easyText, ...record }: DemoGuide): SiteExport['guides'][number] => ({
    ...record,
    ...easyTextOf({ easyText }),
    id: demoId('guide', record.slug),
    image: image(record.image),
    attachments: [],
    themes: many('theme', record.themes),
    associations: many('association', record.associations),
    actions: many('action', record.actions).sort(),
    guides: many('guide', record.guides),
  });

  const resource = (record: DemoResource): SiteExport['resources'][number] => ({
    ...record,
    id: demoId('resource', record.slug),
    owner: one('association', record.owner),
    commune: one('commune', record.commune),
    photos: images(record.photos),
    attachments: [],
    themes: many('theme', record.themes),
    actions: many('action', record.actions).sort(),
  });

  const actionPlan = (plan: DemoActionPlan): SiteExport['actionPlans'][number] => ({
    ...plan,
    id: demoId('action-plan', plan.slug),
    axes: plan.axes.map((axis) => ({
      ...axis,
      id: demoId('axis', `${plan.slug}/${axis.number}`),
      actions: axis.actions.map((action) => {
        const key = actionKey(plan, action);
        const pointing = (type: RecordType, records: { slug: string; actions: string[] }[]) =>
          records.filter(({ actions }) => actions.includes(key)).map(({ slug }) => demoId(type, slug));
        return {
          ...action,
          id: demoId('action', key),
          associations: many('association', action.associations),
          events: pointing('event', content.events),
          resources: pointing('resource', content.resources),
          guides: pointing('guide', content.guides),
        };
      }),
    })),
  });

  return {
    format: SITE_EXPORT_FORMAT,
    settings: {
      ...content.settings,
      logo: image(content.settings.logo),
      bookletCover: image(content.settings.bookletCover),
    },
    home: {
      ...home,
      ...easyTextOf({ easyText: homeInEasyWords }),
      image: image(content.home.image),
      highlightedAssociations: many('association', content.home.highlightedAssociations),
      highlightedGuides: many('guide', content.home.highlightedGuides),
    },
    legal: content.legal,
    themes: content.themes
      .map((theme) => ({ ...theme, id: demoId('theme', theme.slug), parent: one('theme', theme.parent) }))
      .sort(byId),
    audiences: content.audiences.map((audience) => ({ ...audience, id: demoId('audience', audience.slug) })).sort(byId),
    communes: content.communes.map((commune) => ({ ...commune, id: demoId('commune', commune.slug) })).sort(byId),
    venues: content.venues
      .map((venue) => ({ ...venue, id: demoId('venue', venue.slug), commune: one('commune', venue.commune) }))
      .sort(byId),
    associations: content.associations.map(association).sort(byId),
    events: content.events.map(event).sort(byId),
    guides: content.guides.map(guide).sort(byId),
    resources: content.resources.map(resource).sort(byId),
    actionPlans: content.actionPlans.map(actionPlan).sort(byId),
  };
}

export type RecordType =
  | 'theme'
  | 'audience'
  | 'commune'
  | 'venue'
  | 'association'
  | 'event'
  | 'guide'
  | 'resource'
  | 'action'
  | 'action-plan';

/** Turns a slug into the id of a record of the content, and refuses a slug that nothing has. */
export function referenceChecker(content: DemoContent): (type: RecordType, slug: string) => string {
  const slugs = (records: { slug: string }[]) => new Set(records.map(({ slug }) => slug));
  const known: Record<RecordType, Set<string>> = {
    theme: slugs(content.themes),
    audience: slugs(content.audiences),
    commune: slugs(content.communes),
    venue: slugs(content.venues),
    association: slugs(content.associations),
    event: slugs(content.events),
    guide: slugs(content.guides),
    resource: slugs(content.resources),
    'action-plan': slugs(content.actionPlans),
    action: new Set(
      content.actionPlans.flatMap((plan) =>
        plan.axes.flatMap(({ actions }) => actions.map((action) => actionKey(plan, action))),
      ),
    ),
  };
  return (type, slug) => {
    if (!known[type].has(slug)) throw new Error(`The demonstration content points at a missing ${type}: ${slug}`);
    return demoId(type, slug);
  };
}

/** Code-unit order: the same on every machine, whatever its locale. */
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function withoutFlag({
  street,
  complement,
  postalCode,
  city,
  latitude,
  longitude,
}: NonNullable<DemoAssociation['address']>) {
  return { street, complement, postalCode, city, latitude, longitude };
}
