/** What an event is filed under in the lists of the agenda, and what they may be filtered by. */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { sortByName } from '@trame/cms/domain/french';
import { slugify } from '@trame/cms/domain/slug';
import { eventKinds } from '@trame/cms/domain/vocabulary/event-kinds';
import { summed, type Filing } from '../../components/list-filter/filed.ts';
import { content } from '../../content/content.ts';
import { derived } from '../../content/derived.ts';
import type { Content } from '../../content/index-content.ts';
import { labelOf } from '../../i18n/formats.ts';
import { t } from '../../i18n/t.ts';
import type { AgendaMonth } from '../../view/agenda/occurrences.ts';
import type { NearDays } from '../../view/agenda/near-days.ts';

export const filingOf = (event: Event): Filing => ({
  quoi: [slugify(event.kind)],
  ou: [content.communeOfEvent(event)?.slug ?? []].flat(),
});

/** What stands in a part of the agenda, as a way to it says. */
export const holds = {
  events: (events: readonly Event[]): string => summed(events.map(filingOf)),
  days: ({ ongoing, days }: Pick<AgendaMonth | NearDays, 'ongoing' | 'days'>): string =>
    holds.events([...ongoing, ...days.flatMap(({ occurrences }) => occurrences)].map(({ event }) => event)),
};

const readOffered = derived(
  'kinds and communes of events',
  ({ events, communeOfEvent }: Pick<Content, 'events' | 'communeOfEvent'>) => ({
    kinds: new Set(events.all.map(({ kind }) => kind)),
    communes: [...new Set(events.all.flatMap((event) => communeOfEvent(event) ?? []))].map(({ slug, name }) => ({
      slug,
      name,
    })),
  }),
);

/** The fields of the filter, in the language of the page: the kinds and communes that events have. */
export function filterFields() {
  const { kinds, communes } = readOffered(content);
  return [
    {
      name: 'quoi',
      label: t('agenda.filterKind'),
      all: t('agenda.filterAllKinds'),
      options: eventKinds.values
        .filter((kind) => kinds.has(kind))
        .map((kind) => ({ value: slugify(kind), label: labelOf('eventKinds', eventKinds, kind) })),
    },
    {
      name: 'ou',
      label: t('agenda.filterCommune'),
      all: t('agenda.filterAllCommunes'),
      options: sortByName(communes, ({ name }) => name).map(({ slug, name }) => ({ value: slug, label: name })),
    },
  ];
}
