import { expect, it } from 'vitest';
import { frenchReason } from './reason.ts';

it('finds the sentence that a step ended on', () => {
  expect(frenchReason('12:00 building\nLa fiche « Judo » contient une image illisible.\n')).toBe(
    'La fiche « Judo » contient une image illisible.',
  );
});

it('takes no stack trace or English message for one', () => {
  expect(frenchReason('Error: Cannot find module.\n    at Object.<anonymous> (file:///est/le/x.js:1:1).\n')).toBeNull();
  expect(frenchReason('Build failed with 3 errors.')).toBeNull();
  expect(frenchReason('')).toBeNull();
});
