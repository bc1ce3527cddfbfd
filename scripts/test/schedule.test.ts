import { expect, it } from 'vitest';
import type { Part } from './parts.ts';
import { schedule } from './schedule.ts';

const part = (name: string, after?: string): Part => ({ name, script: [], ...(after ? { after } : {}) });

/** Runs the parts one step at a time. @returns for each step which parts are running */
async function steps(parts: readonly Part[], slots: number): Promise<string[]> {
  const running = new Map<string, () => void>();
  const seen: string[] = [];
  const done = schedule(parts, slots, ({ name }) => new Promise<void>((end) => void running.set(name, end)));
  for (let ended = 0; ended < parts.length; ended += 1) {
    await new Promise(setImmediate);
    seen.push([...running.keys()].join(' '));
    const [[first, end] = ['', () => undefined] as const] = running;
    running.delete(first);
    end();
  }
  await done;
  return seen;
}

it('keeps every slot busy, in the order of the parts', async () => {
  expect(await steps([part('a'), part('b'), part('c')], 2)).toEqual(['a b', 'b c', 'c']);
  expect(await steps([part('a'), part('b')], 1)).toEqual(['a', 'b']);
});

it('lets others go ahead of a part that waits for another', async () => {
  expect(await steps([part('compile'), part('cms', 'compile'), part('lint')], 2)).toEqual([
    'compile lint',
    'lint cms',
    'cms',
  ]);
});

it('gives every outcome in the order of the parts, failures too, and runs what comes after them', async () => {
  const codes = await schedule([part('a'), part('b', 'a'), part('c')], 2, ({ name }) =>
    Promise.resolve(name === 'a' ? 1 : 0),
  );
  expect(codes).toEqual([1, 0, 0]);
});

it('refuses to wait for what never comes', async () => {
  await expect(schedule([part('a', 'missing')], 2, () => Promise.resolve(0))).rejects.toThrow('a');
});
