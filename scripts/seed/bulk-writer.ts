/** Writes content into Strapi's tables in large batches, by Strapi's own description of them. */
import type { Core } from '@strapi/types';

type Row = Record<string, unknown>;

/** Strapi's knex, or a transaction of it. */
type Connection = Core.Strapi['db']['connection'];

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
  inverseOrderColumnName?: string;
  on?: Record<string, unknown>;
}

interface Attribute {
  type: string;
  columnName?: string;
  component?: string;
  target?: string;
  joinTable?: JoinTable;
}

interface Model {
  tableName: string;
  attributes: Record<string, Attribute>;
}

/** Ids taken from a sequence at once. */
const IDS_AT_ONCE = 5000;

/**
 * Collects rows until `flush`, then sends one statement per table. Ids come from the tables' own sequences beforehand, so
 * that rows can point at each other before they are written.
 */
export class BulkWriter {
  readonly #strapi: Core.Strapi;
  readonly #trx: Connection;
  readonly #pending = new Map<string, Row[]>();
  readonly #ids = new Map<string, number[]>();
  /** Last rank taken on the other side of a relation, by join table and target row. */
  readonly #ranks = new Map<string, Map<number, number>>();
  readonly #now = new Date().toISOString();

  constructor(strapi: Core.Strapi, trx: Connection) {
    this.#strapi = strapi;
    this.#trx = trx;
  }

  /** A row of a content type with draft and publish. Keys of `fields` are attribute names. @returns its row id. */
  async document(uid: string, documentId: string, fields: Row, published: boolean): Promise<number> {
    const model = this.#model(uid);
    const id = await this.#nextId(model.tableName);
    this.#add(model.tableName, {
      id,
      ...this.#columns(model, {
        ...fields,
        documentId,
        createdAt: this.#now,
        updatedAt: this.#now,
        publishedAt: published ? this.#now : null,
      }),
    });
    return id;
  }

  /** A component and its place in its owner. @param rank from 0. @returns the component's row id. */
  async component(ownerUid: string, ownerId: number, field: string, fields: Row, rank: number): Promise<number> {
    const attribute = this.#attribute(ownerUid, field);
    const { joinTable } = attribute;
    const model = this.#model(attribute.target ?? attribute.component ?? '');
    const id = await this.#nextId(model.tableName);
    this.#add(model.tableName, { id, ...this.#columns(model, fields) });
    this.#add(joinTable.name, {
      [joinTable.joinColumn.name]: ownerId,
      [joinTable.inverseJoinColumn.name]: id,
      component_type: attribute.target ?? attribute.component,
      field,
      [joinTable.orderColumnName ?? 'order']: rank + 1,
    });
    return id;
  }

  /** The links of a relation, in order. */
  async links(uid: string, id: number, field: string, targets: number[]): Promise<void> {
    const { joinTable } = this.#attribute(uid, field);
    const { orderColumnName, inverseOrderColumnName } = joinTable;
    for (const [rank, target] of targets.entries()) {
      this.#add(joinTable.name, {
        [joinTable.joinColumn.name]: id,
        [joinTable.inverseJoinColumn.name]: target,
        ...(orderColumnName ? { [orderColumnName]: rank + 1 } : {}),
        ...(inverseOrderColumnName
          ? { [inverseOrderColumnName]: await this.#nextRank(joinTable, inverseOrderColumnName, target) }
          : {}),
      });
    }
  }

  /** Writes what was collected, in the order in which tables were first used: owners before what points at them. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.#pending) {
      if (rows.length === 0) continue;
      const columns = [...new Set(rows.flatMap(Object.keys))];
      // one JSON parameter whatever the number of rows; PostgreSQL reads each value as the type of its column
      await this.#trx.raw(
        `insert into ?? (${columns.map(() => '??').join(', ')})
         select ${columns.map(() => '??').join(', ')} from jsonb_populate_recordset(null::??, ?::jsonb)`,
        [table, ...columns, ...columns, table, JSON.stringify(rows)],
      );
      rows.length = 0;
    }
  }

  #model(uid: string): Model {
    return this.#strapi.db.metadata.get(uid) as unknown as Model;
  }

  #attribute(uid: string, field: string): Attribute & { joinTable: JoinTable } {
    const attribute = this.#model(uid).attributes[field];
    if (!attribute?.joinTable) throw new Error(`${uid}.${field} has no join table`);
    return attribute as Attribute & { joinTable: JoinTable };
  }

  /** Attribute names to column names. @throws {Error} for a field that the model does not have: a schema that changed. */
  #columns(model: Model, fields: Row): Row {
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => {
        const attribute = model.attributes[name];
        if (!attribute) throw new Error(`${model.tableName} has no field ${name}`);
        return [attribute.columnName ?? name, value];
      }),
    );
  }

  #add(table: string, row: Row): void {
    const rows = this.#pending.get(table);
    if (rows) rows.push(row);
    else this.#pending.set(table, [row]);
  }

  async #nextId(table: string): Promise<number> {
    let ids = this.#ids.get(table);
    if (!ids || ids.length === 0) {
      const taken = await this.#trx.raw<{ rows: { id: string }[] }>(
        'select nextval(pg_get_serial_sequence(?, ?)) as id from generate_series(1, ?)',
        [table, 'id', IDS_AT_ONCE],
      );
      ids = taken.rows.map(({ id }) => Number(id)).reverse();
      this.#ids.set(table, ids);
    }
    return ids.pop()!;
  }

  async #nextRank({ name, inverseJoinColumn }: JoinTable, orderColumn: string, target: number): Promise<number> {
    let ranks = this.#ranks.get(name);
    if (!ranks) {
      const rows = await this.#trx(name)
        .select({ target: inverseJoinColumn.name })
        .max({ rank: orderColumn })
        .groupBy(inverseJoinColumn.name);
      ranks = new Map(
        (rows as unknown as { target: number; rank: number | string | null }[]).map((row) => [
          row.target,
          Number(row.rank ?? 0),
        ]),
      );
      this.#ranks.set(name, ranks);
    }
    const rank = (ranks.get(target) ?? 0) + 1;
    ranks.set(target, rank);
    return rank;
  }
}
