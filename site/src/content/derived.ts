/**
 * What is worked out from the whole content once, and read by many pages: the agenda, the weeks of the venues. A page depends on what
 * comes out, and not on all that went in: one telephone number more leaves the agenda as it is.
 */
import { oncePer } from '../once.ts';
import type { Content } from './index-content.ts';
import { noteQuestion, unnoted } from '../reads.ts';

/** Contents that stand for another one, which changes from release to release. */
const followed = new WeakMap<object, () => Content>();

/** @param of what pages read by @param current the content behind it */
export const follow = (of: Content, current: () => Content): void => void followed.set(of, current);

const readings = new Map<string, (content: Content) => unknown>();

/** How a page asks for it. */
const questionOf = (name: string): string => JSON.stringify(['derived', name]);

/**
 * @param name of its own among all
 * @param compute a function of the content alone. What it returns is plain data: no functions, which nobody can compare.
 * @returns the same, computed once for each content
 */
export function derived<Part extends Partial<Content>, Result>(
  name: string,
  compute: (content: Part) => Result,
): (content: Part) => Result {
  if (readings.has(name)) throw new Error(`Two things are derived under the name ${name}`);
  const read = oncePer(
    (content: Part) => unnoted(() => compute(content)),
    (content) => followed.get(content)?.() ?? content,
  );
  readings.set(name, read as unknown as (content: Content) => unknown);
  const question = questionOf(name);
  return (content) => {
    noteQuestion(question);
    return read(content);
  };
}

/** @throws {Error} when nothing is derived under this name: no module that was loaded says so */
export function readDerived(name: string, content: Content): unknown {
  const read = readings.get(name);
  if (read === undefined) throw new Error(`Nothing is derived under the name ${name}`);
  return read(content);
}
