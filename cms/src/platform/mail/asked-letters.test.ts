import { expect, it } from 'vitest';
import { holdNetworkToPace, mayLeave } from './asked-letters.ts';

it('lets the letters of a territory leave within an hour, and no more, and tells the log why', async () => {
  const said: string[] = [];
  const strapi = { log: { error: (line: string) => void said.push(line) } } as unknown as Parameters<
    typeof mayLeave
  >[0];
  for (let letter = 0; letter < 600; letter += 1) expect(await mayLeave(strapi)).toBe(true);
  expect(said).toEqual([]);
  expect(await mayLeave(strapi)).toBe(false);
  expect(said).toEqual([expect.stringMatching(/^600 letters .* none leaves for \d+ seconds$/)]);
});

it('gives one network a third of them, whatever addresses it has', async () => {
  for (let host = 0; host < 200; host += 1) await holdNetworkToPace(`2001:db8:7:${host.toString(16)}::1`);
  await expect(holdNetworkToPace('2001:db8:7:ffff::1')).rejects.toMatchObject({ code: 'too-many' });
  await expect(holdNetworkToPace('2001:db8:8::1')).resolves.toBeUndefined();
});
