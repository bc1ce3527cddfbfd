/** What the tables are made from. */
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Commune } from '@trame/cms/domain/contract/site/territory';
import type { Content } from '../../content/index-content.ts';

export interface OpenContent {
  /** Of open data (`openExport`), never the whole content of the site. */
  readonly content: Content;
  /** Public address of the site, without a slash at the end. */
  readonly siteUrl: string;
}

/** Absolute addresses of the pages of the site. */
export const pagesOf = (siteUrl: string) => ({
  association: (slug: string) => siteUrl + publicPaths.association(slug),
  event: (slug: string) => siteUrl + publicPaths.event(slug),
  resource: (slug: string) => siteUrl + publicPaths.resource(slug),
  theme: (slug: string) => siteUrl + publicPaths.theme(slug),
  commune: (slug: string) => siteUrl + publicPaths.commune(slug),
  plan: (slug: string) => `${siteUrl}/plan-d-actions/${slug}/`,
  action: (plan: string, slug: string) => siteUrl + publicPaths.action(plan, slug),
});

/** What a point is the point of. */
export const POSITIONS = ['adresse', 'lieu', 'commune'] as const;
export type Position = (typeof POSITIONS)[number];

export interface Point {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly position: Position;
}

interface Located {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The point of what is known exactly, else the centre of its commune, and which of both it is; null when neither has one. */
export function pointOf(exact: Located | null | undefined, kind: Position, commune: Commune | undefined): Point | null {
  if (exact && exact.latitude !== null && exact.longitude !== null)
    return { latitude: exact.latitude, longitude: exact.longitude, position: kind };
  if (commune === undefined || commune.latitude === null || commune.longitude === null) return null;
  return { latitude: commune.latitude, longitude: commune.longitude, position: 'commune' };
}
