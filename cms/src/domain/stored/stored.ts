/**
 * Documents that are kept for years, in files and in JSON columns, and read again by later programs (decision 0019).
 *
 * Each kept shape has a name and a version, written into the document as `format: "<name>/<version>"`. A reader upgrades an
 * older document step by step to the present version and then holds it to the present schema. What it does not understand is
 * an error that says where the document stands: an unreadable document is never taken for an absent one.
 */
import type { z } from 'zod';

/** The key of the stamp. No kept shape may use it for something else. */
export const STAMP = 'format';

/** A document that is there and cannot be understood. The message is English, for the log. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  /** The file, or the row and its column. */
  readonly where: string;
  /** The version that the document says it has; null when it says none that can be read. */
  readonly version: number | null;

  constructor(where: string, reason: string, version: number | null = null, options?: ErrorOptions) {
    super(`${where}${version === null ? '' : ` (version ${version})`} cannot be read: ${reason}`, options);
    this.where = where;
    this.version = version;
  }
}

/**
 * Makes a document of one version one of the next. It gives what the older version lacks a default, and says why that default
 * means the same. It must not guess: a list of contacts that is missing is no empty list.
 */
export type Upgrade = (document: unknown) => unknown;

/** A shape that is kept. */
export interface Stored<Value> {
  readonly name: string;
  /** The version that is written today, from 1. */
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  /** The version that a document says it has, when this program knows it. @throws {Unreadable} */
  versionOf(document: unknown, where: string): number;
  /**
   * @param where names the file, or the row and its column, in an error
   * @throws {Unreadable} for a newer version, another shape, a missing or unknown field, a wrong type
   */
  read(document: unknown, where: string): Value;
  /** The document to keep, with its stamp. */
  write(value: Value): Readonly<Record<string, unknown>>;
}

/** How a kept shape is defined. */
interface Definition<Schema extends z.ZodObject> {
  /** "trame-entry" */
  readonly name: string;
  /** The present version, without its stamp unless the shape is one of the contract that has it as a field. */
  readonly schema: Schema;
  /** From version 1 to 2, from 2 to 3…: their number makes the present version. */
  readonly upgrades?: readonly Upgrade[];
  /** Documents without a stamp are version 1: the shape was written before stamps were. */
  readonly unstamped?: true;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which fields are wrong, and how; never what they hold, which may be a person's number. */
function faultsOf({ issues }: z.ZodError): string {
  const named = issues.slice(0, 3).map(({ code, path, ...rest }) => {
    const keys = 'keys' in rest ? ` ${rest.keys.slice(0, 3).join(', ')}` : '';
    return `${path.join('.') || 'document'}: ${code}${keys}`;
  });
  return [...named, ...(issues.length > named.length ? [`${issues.length - named.length} more`] : [])].join('; ');
}

/** Defines a kept shape. */
export function stored<Schema extends z.ZodObject>({
  name,
  schema,
  upgrades = [],
  unstamped,
}: Definition<Schema>): Stored<z.output<Schema>> {
  const version = upgrades.length + 1;
  const stamp = `${name}/${version}`;

  function versionOf(document: unknown, where: string): number {
    const said = isObject(document) ? document[STAMP] : undefined;
    if (said === undefined && unstamped) return 1;
    const [, shape, number] = (typeof said === 'string' && /^([a-z-]+)\/([1-9]\d{0,3})$/.exec(said)) || [];
    if (shape !== name) throw new Unreadable(where, `no document of ${name}, its format is ${JSON.stringify(said)}`);
    if (Number(number) > version)
      throw new Unreadable(where, `this program knows ${name} up to version ${version}`, Number(number));
    return Number(number);
  }

  function upgraded(document: unknown, from: number, where: string): unknown {
    try {
      return upgrades.slice(from - 1).reduce((older, upgrade) => upgrade(older), document);
    } catch (cause) {
      throw new Unreadable(where, `${name} cannot be upgraded to version ${version}`, from, { cause });
    }
  }

  return {
    name,
    version,
    schema: schema as unknown as z.ZodType<z.output<Schema>>,
    versionOf,
    read(document, where) {
      const from = versionOf(document, where);
      const present = upgraded(document, from, where);
      if (!isObject(present)) throw new Unreadable(where, `no document of ${name}`, from);
      const { [STAMP]: _, ...fields } = present;
      const parsed = schema.safeParse(STAMP in schema.shape ? { ...fields, [STAMP]: stamp } : fields);
      if (parsed.success) return parsed.data;
      throw new Unreadable(where, `${name}: ${faultsOf(parsed.error)}`, from);
    },
    write: (value) => ({ [STAMP]: stamp, ...value }),
  };
}

/** True when two types are the same; else the assignment of `true` does not compile. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
