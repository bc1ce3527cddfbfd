/** What an edition was printed from: `export.json` in the folders `proof` and `frozen` of an edition. */
import { PrintExport } from '../contract/press/edition.ts';
import { isWholeDay } from '../whole-day.ts';
import { stored } from './stored.ts';

interface Content {
  readonly events: readonly { readonly timings: readonly { begin: string; end: string | null }[] }[];
  readonly associations: readonly { readonly activities: readonly object[] }[];
  readonly actionPlans: readonly object[];
}

/**
 * To version 2. Until then every plan was printed as the territory's own; a date at midnight was read as a day without hours and
 * a date had no state of its own; ages were asked for in years; no contact said that it may be open data, and on paper none does.
 */
function toVersion2(document: unknown): unknown {
  const { content, ...rest } = document as { content: Content };
  const events = content.events.map((event) => ({
    ...event,
    timings: event.timings.map(({ begin, end }) => ({
      begin,
      end,
      allDay: isWholeDay(begin, end, false),
      state: 'prévu',
      moved: null,
    })),
  }));
  const associations = content.associations.map((association) => ({
    ...association,
    activities: association.activities.map((activity) => ({ ...activity, ageMinUnit: 'ans', ageMaxUnit: 'ans' })),
  }));
  const actionPlans = content.actionPlans.map((plan) => ({ ...plan, elsewhere: false }));
  return { ...rest, content: { ...content, format: 'trame-site/2', events, associations, actionPlans } };
}

/** To version 3. Until then there were no words for the search, no other names of communes, no notice and no form to write by. */
const toVersion3 = (document: unknown): unknown => document;

/** To version 4. Until then no record had a text that is easy to read. */
const toVersion4 = (document: unknown): unknown => document;

export const storedPrintExport = stored({
  name: 'trame-print',
  schema: PrintExport,
  upgrades: [toVersion2, toVersion3, toVersion4],
});
