/** An agenda and the directory as it stands today, as a plan. */
import type { Core } from '@strapi/strapi';
import { dayOf } from '../../domain/dates.ts';
import { plural, typography } from '../../domain/french.ts';
import { readEventRow } from '../../domain/import/events/event-values.ts';
import type { EventValues } from '../../domain/import/events/event-values.ts';
import type { LastSaid } from '../../domain/import/events/merge-event.ts';
import { eventKey, KnownEvents, planEvents } from '../../domain/import/events/plan-events.ts';
import type { PlannedRecord } from '../../domain/import/planned.ts';
import type { Table } from '../../domain/import/table.ts';
import type { ImportDecisions } from '../../domain/stored/import-file.ts';
import { readStates, type KnownState } from '../known-state.ts';
import type { TerritoryLists } from '../territory-lists.ts';
import { EVENT, readEventLists } from './known-events.ts';
import { readRemembered } from './said-store.ts';

/** What the source of a line said, to be kept once it is taken over. */
export interface SaidOfLine {
  readonly source: string;
  readonly externalId: string;
  readonly values: EventValues;
  readonly changed: readonly string[];
  readonly last: LastSaid | null;
}
export type SaidByLine = ReadonlyMap<number, SaidOfLine>;

export interface AgendaPlan {
  readonly planned: readonly PlannedRecord[];
  readonly states: ReadonlyMap<string, KnownState>;
  readonly said: SaidByLine;
  /** French sentences. */
  readonly remarks: readonly string[];
}

const words = {
  kept: (count: number) =>
    typography(
      `${plural(count, 'événement a été modifié', 'événements ont été modifiés')} à la main depuis un import, et la source dit maintenant autre chose : ce que vous avez écrit est gardé. Chaque ligne dit lequel.`,
    ),
  left: (count: number) =>
    typography(
      `${plural(count, 'événement')} ${count === 1 ? 'est laissé' : 'sont laissés'} de côté, parce que terminé${count === 1 ? '' : 's'}, hors de vos communes, ou écarté${count === 1 ? '' : 's'} avant : vous pouvez les reprendre un par un.`,
    ),
};

export async function planAgenda(
  strapi: Core.Strapi,
  table: Table,
  { cells, lines }: Pick<ImportDecisions, 'cells' | 'lines'>,
  territory: TerritoryLists,
): Promise<AgendaPlan> {
  const today = dayOf(new Date());
  const [lists, states] = [await readEventLists(strapi, territory), await readStates(strapi, EVENT)];
  const read = table.rows.map((row) => readEventRow(row, lists, cells, today));
  const remembered = await readRemembered(strapi.db.connection, [...new Set(read.map(({ source }) => source))]);
  const known = new KnownEvents(
    [...states].map(([documentId, { content, isPublished }]) => ({ documentId, content, isPublished })),
  );
  const events = planEvents(read, known, { today, lines, remembered });
  const said = new Map<number, SaidOfLine>();
  for (const { line, said: of, changed, documentId } of events) {
    if (of === null) continue;
    const before = remembered.get(eventKey(of.source, of.externalId));
    // What was remembered of another record says nothing of this one.
    const last = before && before.documentId === documentId ? before.last : null;
    said.set(line, { ...of, changed, last });
  }
  const kept = events.filter(({ isKept }) => isKept).length;
  const left = events.filter(({ act, line }) => act === 'left' && lines[String(line)] === undefined).length;
  return {
    planned: events.map(({ said: _said, isKept: _isKept, ...one }) => one),
    states,
    said,
    remarks: [...(left === 0 ? [] : [words.left(left)]), ...(kept === 0 ? [] : [words.kept(kept)])],
  };
}
