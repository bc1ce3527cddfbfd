/** What the deployer asks of the preview worker, in the variable TRAME_PREVIEW_ROUTE; the record itself is in TRAME_ONLY_SLUG. */
import { z } from 'zod';

/** The routes of the site that a record has its page at. */
export const previewRoutes = z.enum(['/associations/[slug]', '/agenda/[slug]', '/guides/[slug]', '/ressources/[slug]']);
export type PreviewRoute = z.infer<typeof previewRoutes>;

export const PREVIEW_ROUTE_VARIABLE = 'TRAME_PREVIEW_ROUTE';
