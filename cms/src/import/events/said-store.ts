/** What sources said of events: compared with what they say next, so that what an editor changed by hand is known. */
import { z } from 'zod';
import type { EventValues } from '../../domain/import/events/event-values.ts';
import type { LastSaid } from '../../domain/import/events/merge-event.ts';
import { eventKey, type RememberedEvent } from '../../domain/import/events/plan-events.ts';
import { storedEventSaid } from '../../domain/stored/event-said.ts';
import type { Connection } from '../../platform/database/connection.ts';
import { changed, rowsOf } from '../../platform/database/sql.ts';

/** How long it is remembered that an event was deleted, or set aside: a source goes on saying it for a season. */
export const KEEP_SET_ASIDE_DAYS = 730;

const SaidRow = z.object({
  id: z.string(),
  source: z.string(),
  externalId: z.string(),
  documentId: z.string().nullable(),
  at: z.date(),
  said: z.string().nullable(),
});

/** The last that is known of each event of some sources, by `eventKey`. */
export async function readRemembered(
  connection: Connection,
  sources: readonly string[],
): Promise<ReadonlyMap<string, RememberedEvent>> {
  const rows = await rowsOf(
    connection,
    SaidRow,
    `select distinct on (source, external_id) id::text as id, source, external_id as "externalId",
        document_id as "documentId", at, said::text as said
       from trame_event_said where source in (select jsonb_array_elements_text(?::jsonb))
      order by source, external_id, trame_event_said.id desc`,
    [JSON.stringify(sources)],
  );
  return new Map(
    rows.map(({ id, source, externalId, documentId, at, said }) => [
      eventKey(source, externalId),
      {
        documentId,
        at: at.toISOString(),
        last: said === null ? null : storedEventSaid.read(JSON.parse(said), `trame_event_said ${id}, said`),
      },
    ]),
  );
}

export interface NewSaid {
  readonly importId: string;
  readonly source: string;
  readonly externalId: string;
  /** Null of an event that an editor set aside. */
  readonly documentId: string | null;
  readonly last: LastSaid | null;
}

type Json = z.core.util.JSONType;
/** Without the note, which holds numbers and addresses of people: it is written once, and then the office's own. */
const jsonOf = ({ internalNote: _note, ...values }: EventValues): Record<string, Json> =>
  JSON.parse(JSON.stringify(values)) as Record<string, Json>;

export async function addSaid(trx: Connection, given: NewSaid): Promise<void> {
  const { importId, source, externalId, documentId, last } = given;
  const said = last && storedEventSaid.write({ said: jsonOf(last.said), left: jsonOf(last.left) });
  await trx.raw(
    `insert into trame_event_said (import_id, source, external_id, document_id, said) values (?, ?, ?, ?, ?::jsonb)`,
    [importId, source, externalId, documentId, said && JSON.stringify(said)],
  );
}

/** What an import noted of an event is not so once it is undone: the one before it counts again. */
export const forgetSaid = (trx: Connection, importId: string, documentId: string): Promise<number> =>
  changed(trx, 'delete from trame_event_said where import_id = ? and document_id = ?', [importId, documentId]);

/** The same of what an import set aside. */
export const forgetAside = (trx: Connection, importId: string): Promise<number> =>
  changed(trx, 'delete from trame_event_said where import_id = ? and document_id is null', [importId]);

/**
 * What a later import said in its place, once no undo needs it any more; the words of events that are gone, and after two years that
 * there was one. @returns how many rows were erased
 */
export async function eraseSaid(connection: Connection, now: Date): Promise<number> {
  const isGone = `not exists (select 1 from events where events.document_id = trame_event_said.document_id)`;
  await connection.raw(`update trame_event_said set said = null where said is not null and ${isGone}`);
  return (
    (await changed(
      connection,
      `delete from trame_event_said where import_id is null and exists (
        select 1 from trame_event_said later where later.source = trame_event_said.source
          and later.external_id = trame_event_said.external_id and later.id > trame_event_said.id)`,
    )) +
    (await changed(
      connection,
      `delete from trame_event_said where (document_id is null or ${isGone})
        and at < ?::timestamptz - make_interval(days => ?)`,
      [now, KEEP_SET_ASIDE_DAYS],
    ))
  );
}
