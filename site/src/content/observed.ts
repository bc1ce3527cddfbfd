/**
 * The content as pages read it: each question is noted (`reads.ts`), and can be put again to another content. A question is the name
 * of what is read and what was asked for: `["associations.byId","…"]`.
 */
import { follow, readDerived } from './derived.ts';
import type { Content, Shelf } from './index-content.ts';
import { noteQuestion } from '../reads.ts';

type Methods<T> = { [K in keyof T as T[K] extends (...args: never[]) => unknown ? K : never]: T[K] };
type Lookup = Exclude<keyof Methods<Content>, 'nameOf' | 'communeOfEvent'>;

const SHELVES = ['themes', 'audiences', 'communes', 'venues', 'associations', 'events', 'guides', 'resources'] as const;
const VALUES = ['settings', 'home', 'legal', 'themeTree', 'actionPlans', 'actions'] as const;
const LOOKUPS = [
  'communeByCode',
  'action',
  'associationsOfTheme',
  'associationsOfCommune',
  'associationsOfLetter',
  'countOfTheme',
  'countOfCommune',
  'countOfLetter',
  'eventsOfAssociation',
  'eventsOfTheme',
  'eventsOfCommune',
  'eventsOfAudience',
  'resourcesOfAssociation',
  'resourcesOfTheme',
  'resourcesOfCommune',
  'guidesOfAssociation',
  'guidesOfTheme',
  'actionsOfAssociation',
  'actionsOfEvent',
  'actionsOfResource',
  'actionsOfGuide',
] as const satisfies readonly Lookup[];

/** Every part of the content is observed: a new one does not compile before it stands in a list above. */
type Observed =
  | 'source'
  | 'nameOf'
  | 'communeOfEvent'
  | (typeof SHELVES)[number]
  | (typeof LOOKUPS)[number]
  | (typeof VALUES)[number];
const all: [Exclude<keyof Content, Observed>] extends [never] ? true : never = true;
void all;

const note = (name: string, ...asked: readonly unknown[]): void => noteQuestion(JSON.stringify([name, ...asked]));

type AnyShelf = Shelf<{ readonly id: string; readonly slug: string }>;

function observedShelf(name: (typeof SHELVES)[number], current: () => Content): AnyShelf {
  const shelf = (): AnyShelf => current()[name];
  return {
    get all() {
      note(`${name}.all`);
      return shelf().all;
    },
    byId: (id) => (note(`${name}.byId`, id), shelf().byId(id)),
    bySlug: (slug) => (note(`${name}.bySlug`, slug), shelf().bySlug(slug)),
    some: (ids) => {
      // One by one: the lists of two records differ, and what stands in them is the same.
      for (const id of ids) note(`${name}.byId`, id);
      return shelf().some(ids);
    },
  };
}

/** Each of the export's collections, by its name. */
const observedSource = (current: () => Content): Content['source'] =>
  new Proxy({} as Content['source'], {
    get(_, field) {
      note('source', field);
      return Reflect.get(current().source, field) as unknown;
    },
    has(_, field) {
      note('source', field);
      return Reflect.has(current().source, field);
    },
    // A collection that is there for the first time is a change for whoever copies all.
    ownKeys() {
      note('source.fields');
      return Reflect.ownKeys(current().source);
    },
    getOwnPropertyDescriptor(_, field) {
      const found = Reflect.getOwnPropertyDescriptor(current().source, field);
      return found && { ...found, configurable: true };
    },
  });

/**
 * @param current the content behind it, which may be another one in the next release
 * @returns answers as that content does, and notes what was asked; nothing else of it can be reached
 */
export function observe(current: () => Content): Content {
  const observed: Record<string, unknown> = {
    source: observedSource(current),
    nameOf: ((one) => (note('nameOf', one.id), current().nameOf(one))) satisfies Content['nameOf'],
    communeOfEvent: (({ venue, place }) => (
      note('communeOfEvent', venue, place),
      current().communeOfEvent({ venue, place })
    )) satisfies Content['communeOfEvent'],
  };
  for (const name of SHELVES) observed[name] = observedShelf(name, current);
  for (const name of LOOKUPS)
    observed[name] = (asked: string) => (note(name, asked), (current()[name] as (asked: string) => unknown)(asked));
  for (const name of VALUES)
    Object.defineProperty(observed, name, { enumerable: true, get: () => (note(name), current()[name]) });
  const whole = observed as unknown as Content;
  follow(whole, current);
  return whole;
}

/**
 * Puts a question that was noted to a content.
 * @param observed the same content as pages read it: what is derived is kept by it
 * @throws {Error} for a question that nobody could have noted
 */
export function answer(content: Content, observed: Content, question: string): unknown {
  const [name, ...asked] = JSON.parse(question) as [string, ...string[]];
  if (name === 'derived') return readDerived(asked[0]!, observed);
  if (name === 'source.fields') return Object.keys(content.source);
  if (name === 'source') return content.source[asked[0] as keyof Content['source']];
  if (name === 'communeOfEvent') {
    const [venue, place] = asked as unknown as [string | null, string | null];
    return content.communeOfEvent({ venue, place });
  }
  if (name === 'nameOf') {
    const association = content.associations.byId(asked[0]!);
    return association && content.nameOf(association);
  }
  const [shelf, method] = name.split('.') as [(typeof SHELVES)[number], 'all' | 'byId' | 'bySlug'];
  if (SHELVES.includes(shelf) && method !== undefined)
    return method === 'all' ? content[shelf].all : content[shelf][method](asked[0]!);
  if ((LOOKUPS as readonly string[]).includes(name))
    return (content[name as (typeof LOOKUPS)[number]] as (asked: string) => unknown)(asked[0]!);
  if ((VALUES as readonly string[]).includes(name)) return content[name as (typeof VALUES)[number]];
  throw new Error(`Nobody asks the content ${question}`);
}
