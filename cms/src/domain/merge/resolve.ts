/** What becomes of a merged record once somebody has chosen, where two changes touch, which one stands. */
import { isValues, type Values } from '../visit.ts';

export type Choice = 'mine' | 'theirs';

/** The part of a conflict that a choice is about. */
interface Chosen {
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const steps = (path: string): (string | number)[] =>
  path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Later rows first: taking one away moves those behind it. */
function laterFirst(a: Chosen, b: Chosen): number {
  const [one, other] = [steps(a.path), steps(b.path)];
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const [x, y] = [one[at], other[at]];
    if (x === y) continue;
    return typeof x === 'number' && typeof y === 'number' ? y - x : String(x) < String(y) ? -1 : 1;
  }
  return other.length - one.length;
}

function put(content: Values, path: string, value: unknown): void {
  const way = steps(path);
  const last = way.pop();
  let holder: unknown = content;
  for (const step of way) {
    if (Array.isArray(holder)) holder = holder[Number(step)];
    else holder = isValues(holder) ? holder[step] : undefined;
  }
  if (Array.isArray(holder)) {
    if (value === null) holder.splice(Number(last), 1);
    else holder[Number(last)] = value;
  } else if (isValues(holder) && last !== undefined) holder[last] = value;
}

/**
 * A copy of the merged record in which each choice is made.
 * @param content `Merged.content`: with mine where nothing is chosen
 * @param choose for the path of a conflict
 */
export function resolve(content: Values, conflicts: readonly Chosen[], choose: (path: string) => Choice): Values {
  const resolved = structuredClone(content);
  for (const conflict of [...conflicts].sort(laterFirst))
    put(resolved, conflict.path, structuredClone(conflict[choose(conflict.path)] ?? null));
  return resolved;
}
