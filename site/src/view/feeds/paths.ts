/** Addresses of feeds and calendars. People have typed them into programs that nobody looks at again: they never change. */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { publicPaths } from '@trame/cms/domain/public-paths';

export const feedPaths = {
  all: '/flux.xml',
  associations: '/associations/flux.xml',
  events: '/agenda/flux.xml',
  guides: '/guides/flux.xml',
  theme: (slug: string) => `${publicPaths.theme(slug)}flux.xml`,
  commune: (slug: string) => `${publicPaths.commune(slug)}flux.xml`,
} as const;

export const calendarPaths = {
  all: '/agenda.ics',
  event: (slug: string) => `/agenda/${slug}.ics`,
  theme: (slug: string) => `${publicPaths.theme(slug)}agenda.ics`,
  commune: (slug: string) => `${publicPaths.commune(slug)}agenda.ics`,
  audience: (slug: string) => `${publicPaths.audience(slug)}agenda.ics`,
  association: (slug: string) => `${publicPaths.association(slug)}agenda.ics`,
} as const;

/** An event without a date has nothing to put in a calendar, and an association with no other one has none. */
export const hasCalendar = (events: readonly Event[]): boolean => events.some(({ timings }) => timings.length > 0);
