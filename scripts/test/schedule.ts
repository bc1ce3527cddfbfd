/** Parts of a test run shared out over the cores. */
import type { Part } from './parts.ts';

/**
 * Runs the parts, as many at a time as there are slots, in their order; one that comes after another waits for it while the
 * next ones go ahead. A part that fails keeps none from running: its outcome is in the list.
 * @returns what `run` gave for each part, in the order of the parts
 * @throws when a part comes after one that is not in the list, or after itself
 */
export async function schedule<Outcome>(
  parts: readonly Part[],
  slots: number,
  run: (part: Part) => Promise<Outcome>,
): Promise<Outcome[]> {
  const waiting = [...parts];
  const ended = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const outcomes = new Map<Part, Outcome>();
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ after }) => after === undefined || ended.has(after));
    if (running.size < slots && next >= 0) {
      const [part] = waiting.splice(next, 1) as [Part];
      running.set(
        part.name,
        run(part).then((outcome) => {
          outcomes.set(part, outcome);
          ended.add(part.name);
          running.delete(part.name);
        }),
      );
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`Nothing runs that these wait for: ${waiting.map(({ name }) => name).join(', ')}`);
  }
  return parts.map((part) => outcomes.get(part) as Outcome);
}
