import { expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

it('knows what is near, the closest first, and leaves out what has no place', () => {
  const communes = [
    { slug: 'cavignac', latitude: 45.1, longitude: -0.39 },
    { slug: 'marsas', latitude: 45.066, longitude: -0.388 },
    { slug: 'cezac', latitude: 45.09, longitude: -0.42 },
    { slug: 'loin', latitude: 46, longitude: -0.39 },
    { slug: 'nulle-part', latitude: null, longitude: null },
  ];
  expect(neighboursOf(communes)).toMatchObject({ cavignac: ['cezac', 'marsas'], loin: [], 'nulle-part': [] });
});
