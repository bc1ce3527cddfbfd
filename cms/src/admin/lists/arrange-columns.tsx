import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { dayOf } from '../../domain/dates.ts';
import { scheduleColumn } from './schedule-column.tsx';
import { DATED, dateInList, nextDateInList } from './date-words.ts';

/** A column of Strapi's list; only what is read here. */
interface Header {
  name: string;
  label: unknown;
  attribute?: { type?: string; component?: string };
  sortable?: boolean;
  cellFormatter?: (row: Record<string, unknown>) => React.ReactNode;
}

/** What Strapi hands to the hook of a list; only what is read here. */
interface List {
  displayedHeaders: Header[];
  layout: { options?: { draftAndPublish?: boolean } };
}

const isDated = (type: string | undefined): type is (typeof DATED)[number] =>
  (DATED as readonly (string | undefined)[]).includes(type);

const Cell = ({ children }: { children: string }) => (
  <Typography textColor="neutral800" maxWidth="24rem" ellipsis title={children}>
    {children}
  </Typography>
);

/** Days and hours of the lists as they are read in French; of an event's dates, the next one. */
function inFrench<H extends Header>(header: H): H {
  const type = header.attribute?.type;
  if (isDated(type)) {
    return { ...header, cellFormatter: (row) => <Cell>{dateInList(type, row[header.name])}</Cell> };
  }
  if (header.attribute?.component !== 'agenda.timing') return header;
  return {
    ...header,
    label: 'Prochaine date',
    sortable: false,
    cellFormatter: (row) => <Cell>{nextDateInList(row, dayOf(new Date()))}</Cell>,
  };
}

/** Hooks into every list of the content manager. */
export function arrangeColumns(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', ({ displayedHeaders, layout, ...rest }: List) => ({
    ...rest,
    layout,
    displayedHeaders: [
      ...displayedHeaders.map(inFrench),
      ...(layout.options?.draftAndPublish === true ? [scheduleColumn] : []),
    ],
  }));
}
