import type { Event } from '@trame/cms/domain/contract/site/event';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Content } from '../../content/index-content.ts';

/** Who organises: associations with their page, and whoever is named in words. */
export interface Organiser {
  /** Told apart from another association of the same name. */
  readonly name: string;
  readonly href: string | null;
}

export function organisersOf(content: Pick<Content, 'associations' | 'nameOf'>, event: Event): Organiser[] {
  const associations = content.associations
    .some(event.organisers)
    .map((found): Organiser => ({ name: content.nameOf(found), href: publicPaths.association(found.slug) }));
  return event.organiserName === null ? associations : [...associations, { name: event.organiserName, href: null }];
}
