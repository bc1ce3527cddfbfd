import { expect, it } from 'vitest';
import { readPosition } from './near-me.ts';

it('reads what it kept of a position, and nothing else', () => {
  expect(readPosition('45.141,-0.45')).toEqual([45.141, -0.45]);
  for (const other of [null, '', '45.141', 'a,b', '45.141234,-0.45', '95,0', '1,190', '{"lat":1}', '1,2,3'])
    expect(readPosition(other), String(other)).toBeNull();
});
