/** What leaves the CMS for the site: the one contract between `cms` and `site`. */
import { z } from 'zod';
import { formerAddressKinds } from '../../former-addresses.ts';
import { Id, Slug } from '../../primitives.ts';
import { siteLanguages } from '../../vocabulary/site-languages.ts';
import { ActionPlan } from './action-plan.ts';
import { Association } from './association.ts';
import { Event } from './event.ts';
import { Guide } from './guide.ts';
import { Resource } from './resource.ts';
import { Home, Legal, SiteSettings, WebSettings } from './settings.ts';
import { Audience, Commune, Theme, Venue } from './territory.ts';

/** Raised when a change is not an addition that an older site could not read: `format` is compared before anything else. */
export const SITE_EXPORT_FORMAT = 'trame-site/2';

/**
 * The header in which the export says up to which line of the register of suppressions (`domain/stored/suppression.ts`) it is
 * what was left. Not in the document: most lines change nothing of it, and the same content keeps its ETag.
 */
export const REGISTER_HEADER = 'x-trame-register';

/** An address at which a record of the document stood before, and no other record of its kind stands today: it leads there. */
export const FormerAddress = z.strictObject({ kind: z.enum(formerAddressKinds), slug: Slug, id: Id });
export type FormerAddress = z.infer<typeof FormerAddress>;

/**
 * `GET /api/export/site`: everything that is published and public, and nothing else.
 *
 * References between records are ids (Strapi's documentId) of records in the same document; a reference to something
 * unpublished is left out. There is no date of generation: the same content is the same bytes, hence the same ETag.
 */
export const SiteContent = z.strictObject({
  format: z.literal(SITE_EXPORT_FORMAT),
  settings: SiteSettings,
  home: Home,
  legal: Legal,
  themes: z.array(Theme),
  audiences: z.array(Audience),
  communes: z.array(Commune),
  venues: z.array(Venue),
  associations: z.array(Association),
  events: z.array(Event),
  guides: z.array(Guide),
  resources: z.array(Resource),
  actionPlans: z.array(ActionPlan),
});
export type SiteContent = z.infer<typeof SiteContent>;

/** What the site is built from: the content, and what no paper has a use for: the map and the addresses of before. */
export const SiteExport = SiteContent.extend({
  settings: WebSettings,
  /** By kind and slug; absent when there is none. */
  formerAddresses: z.array(FormerAddress).optional(),
  /** Devices tell the CMS which words of a search nothing answered; absent where the territory did not choose it. */
  countsUnanswered: z.literal(true).optional(),
  /** In which the site stands besides French; absent when there is none. */
  languages: z.array(z.enum(siteLanguages.values)).min(1).optional(),
});
export type SiteExport = z.infer<typeof SiteExport>;
