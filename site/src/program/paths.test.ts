import { expect, it } from 'vitest';
import { addressOf, fileOf } from './paths.ts';

it.each([
  ['page', '', '/', 'index.html'],
  ['page', '/', '/', 'index.html'],
  ['page', '/agenda/loto', '/agenda/loto/', 'agenda/loto/index.html'],
  ['page', '/agenda/loto/', '/agenda/loto/', 'agenda/loto/index.html'],
  ['page', '/404', '/404/', '404.html'],
  ['endpoint', '/status.json', '/status.json', 'status.json'],
  ['endpoint', '/ancien/index.html', '/ancien/index.html', 'ancien/index.html'],
] as const)('a %s at « %s » is asked for at %s and lies in %s', (type, pathname, address, file) => {
  const path = { pathname, route: { type } };
  expect([addressOf(path), fileOf(path)]).toEqual([address, file]);
});
