import type { Event } from '@trame/cms/domain/contract/event';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Content } from '../../content/index-content.ts';

/** Who organises: associations with their page, and whoever is named in words. */
export interface Organiser {
  readonly name: string;
  readonly href: string | null;
}

export function organisersOf(content: Pick<Content, 'associations'>, event: Event): Organiser[] {
  const associations = content.associations
    .some(event.organisers)
    .map(({ name, slug }): Organiser => ({ name, href: publicPaths.association(slug) }));
  return event.organiserName === null ? associations : [...associations, { name: event.organiserName, href: null }];
}
