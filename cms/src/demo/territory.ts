import { typography } from '../domain/french.ts';
import { associations } from './content/associations/index.ts';
import { audiences } from './content/audiences.ts';
import { communes } from './communes.ts';
import { actionPlans } from './content/action-plans/index.ts';
import { campaigns } from './content/campaigns.ts';
import { editions } from './content/editions.ts';
import { events } from './content/events/index.ts';
import { guides } from './content/guides/index.ts';
import { home } from './content/home.ts';
import { legal } from './content/legal.ts';
import { resources } from './content/resources/index.ts';
import { siteSettings } from './content/site-settings.ts';
import { themes } from './content/themes.ts';
import { venues } from './content/venues.ts';
import type { DemoContent } from './demo-content.ts';

/**
 * The whole demonstration: the real territory Latitude Nord Gironde and the documents that the project answers to, with
 * fictional associations. Events and verifications are set around `today`, so that the agenda is never empty.
 *
 * @param options.today day of seeding, `YYYY-MM-DD`, Europe/Paris.
 */
export function demoContent({ today }: { today: string }): DemoContent {
  return typeset({
    settings: siteSettings(today),
    home,
    legal,
    themes,
    audiences,
    communes,
    venues,
    associations: associations(today),
    events: events(today),
    guides: guides(today),
    resources,
    actionPlans,
    editions: editions(today),
    campaigns: campaigns(today),
  });
}

/** Everything that is prose gets the apostrophes and non-breaking spaces of French; what machines read is left as it is. */
const NOT_PROSE = new Set([
  'slug',
  'query',
  'url',
  'website',
  'email',
  'phone',
  'artwork',
  'rnaCodes',
  'words',
  'otherNames',
  'timings',
  'begin',
  'end',
]);

function typeset<T>(value: T): T {
  if (typeof value === 'string') return typography(value) as T;
  if (Array.isArray(value)) return value.map(typeset) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NOT_PROSE.has(key) ? inner : typeset(inner)]),
  ) as T;
}
