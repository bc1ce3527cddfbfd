/** What leaves the CMS for the site: the one contract between `cms` and `site`. */
import { z } from 'zod';
import { ActionPlan } from './action-plan.ts';
import { Association } from './association.ts';
import { Event } from './event.ts';
import { Guide } from './guide.ts';
import { Resource } from './resource.ts';
import { Home, Legal, SiteSettings } from './settings.ts';
import { Audience, Commune, Theme, Venue } from './territory.ts';

/** Raised when a change is not an addition that an older site could not read: `format` is compared before anything else. */
export const SITE_EXPORT_FORMAT = 'trame-site/2';

/**
 * The header in which the export says up to which line of the register of suppressions (`domain/stored/suppression.ts`) it is
 * what was left. Not in the document: most lines change nothing of it, and the same content keeps its ETag.
 */
export const REGISTER_HEADER = 'x-trame-register';

/**
 * `GET /api/export/site`: everything that is published and public, and nothing else.
 *
 * References between records are ids (Strapi's documentId) of records in the same document; a reference to something
 * unpublished is left out. There is no date of generation: the same content is the same bytes, hence the same ETag.
 */
export const SiteExport = z.strictObject({
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
export type SiteExport = z.infer<typeof SiteExport>;
