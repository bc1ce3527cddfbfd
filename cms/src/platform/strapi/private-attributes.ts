/**
 * What a query may not be about. Sorting by an attribute, or asking which records have one that begins with some letters, tells
 * what it holds as well as reading it: in some dozens of questions an editor has the password hash of an administrator.
 */
import { isValues } from '../../domain/visit.ts';

export interface Attribute {
  readonly type?: string;
  readonly target?: string;
  readonly component?: string;
  readonly private?: boolean;
}

export interface Model {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export type FindModel = (uid: string) => Model | undefined;

const ADMINISTRATOR = 'admin::user';
/** Who wrote a record, by name: what the admin shows of a colleague, sorts by and filters by. */
const OF_A_COLLEAGUE = new Set(['id', 'documentId', 'firstname', 'lastname', 'username']);

const SECRET = /token|accesskey|hash$/i;

const isOwn = (uid: string): boolean => uid.startsWith('api::');
const isOfAccounts = (uid: string): boolean => uid.startsWith('plugin::users-permissions.');
const isOfAdmin = (uid: string): boolean => uid.startsWith('admin::');

/**
 * @param from the model that the question is about; `uid` is another one when a relation led to it
 */
function isPrivate(from: string, { uid, attributes }: Model, key: string): boolean {
  const attribute = attributes[key];
  if (attribute?.type === 'password') return true;
  if (isOwn(uid)) return false; // what an editor may write they may sort by
  if (attribute && SECRET.test(key)) return true;
  if (isOfAdmin(from)) return false; // the pages of accounts and roles, for who may see these
  if (isOfAdmin(uid)) return uid !== ADMINISTRATOR || !OF_A_COLLEAGUE.has(key);
  // What the media library calls private, such as the folder of a file, is only kept out of the public API.
  return isOfAccounts(uid) && attribute?.private === true;
}

/** Where a question is of a record: a condition (`where`) or an order (`orderBy`). */
function inKeys(from: string, model: Model, asked: unknown, find: FindModel): string | null {
  if (Array.isArray(asked)) return first(asked, (item) => inKeys(from, model, item, find));
  if (typeof asked === 'string')
    return first(asked.split(','), (one) => inPath(from, model, one.trim().split(/[:\s]/)[0] ?? '', find));
  if (!isValues(asked)) return null;
  return first(Object.entries(asked), ([key, value]) => inKey(from, model, key, value, find));
}

function inKey(from: string, model: Model, key: string, value: unknown, find: FindModel): string | null {
  // `$and`, `$or`, `$not`, and the operators of a relation that is compared by its id.
  if (key.startsWith('$')) return isValues(value) || Array.isArray(value) ? inKeys(from, model, value, find) : null;
  if (/[.[\]]/.test(key)) return inPath(from, model, key, find);
  if (isPrivate(from, model, key)) return key;
  const next = nextModel(model, key, find);
  return next && (isValues(value) || Array.isArray(value)) ? inKeys(from, next, value, find) : null;
}

/** `createdBy.password`, also as `createdBy[password]`, which Lodash reads as the same. */
function inPath(from: string, model: Model, path: string, find: FindModel): string | null {
  let at: Model | undefined = model;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    if (!at) return null;
    if (isPrivate(from, at, key)) return key;
    at = nextModel(at, key, find);
  }
  return null;
}

/** The model that an attribute leads to: a relation's, a file's, a component's. */
export function nextModel({ attributes }: Model, key: string, find: FindModel): Model | undefined {
  const { type, target, component } = attributes[key] ?? {};
  const uid = type === 'media' ? 'plugin::upload.file' : (target ?? component);
  return uid === undefined ? undefined : find(uid);
}

function first<T>(items: readonly T[], look: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = look(item);
    if (found !== null) return found;
  }
  return null;
}

/** What is brought along may have conditions of its own, and bring along more. */
function inPopulate(from: string, model: Model, populate: unknown, find: FindModel): string | null {
  if (!isValues(populate)) return null;
  return first(Object.entries(populate), ([key, brought]) => {
    if (!isValues(brought)) return null;
    const next = nextModel(model, key, find);
    const here = next ? privateInQuery(next, brought, find, from) : null;
    // Of a dynamic zone, or of a relation to more than one type: by type.
    const on = isValues(brought['on']) ? Object.entries(brought['on']) : [];
    return (
      here ??
      first(on, ([uid, part]) => {
        const target = find(uid);
        return target && isValues(part) ? privateInQuery(target, part, find, from) : null;
      })
    );
  });
}

/** Where conditions and orders stand: as an address says them, and as the database layer does. */
const ASKING = ['filters', 'where', 'sort', 'orderBy'] as const;

/**
 * The private attribute that a query sorts or filters by, however deep; null when there is none.
 * @param query as it stands in an address, or in the form of the database layer
 */
export function privateInQuery(
  model: Model,
  query: Readonly<Record<string, unknown>>,
  find: FindModel,
  from: string = model.uid,
): string | null {
  return (
    first(ASKING, (key) => inKeys(from, model, query[key], find)) ?? inPopulate(from, model, query['populate'], find)
  );
}
