import { expect, it } from 'vitest';
import { takenBack } from './taken-back.ts';

const contact = (name: string, phone: string, more: object = {}) => ({
  ...{ role: '', name, phone, email: '', web: true, print: true, professionals: false, openData: false },
  ...more,
});

it('names the agreements that a form takes back, and whose', () => {
  const [anne, paul] = [contact('Anne', '+33639981201'), contact('Paul', '+33639981202')];
  expect(takenBack([anne, paul], [paul, { ...anne, role: 'Bureau' }])).toEqual([]);
  expect(takenBack([anne, paul], [{ ...anne, web: false }, contact('Zoé', '+33639981203', { web: false })])).toEqual([
    { rank: 0, contact: anne, channels: ['web'] },
    { rank: 1, contact: paul, channels: ['web', 'print'] },
  ]);
});
