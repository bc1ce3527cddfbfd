import { formatPhone, parsePhone } from '@trame/cms/domain/phone';
import { expect, it } from 'vitest';
import { phoneText } from './phone-text.ts';

it('shows a French number as the site does, and as the check reads it back', () => {
  for (const number of [
    '+33536490000',
    '+33639980001',
    '+590590990012',
    '+508419912',
    '+33892990012',
    '3919',
    '118712',
  ]) {
    expect(phoneText(number)).toBe(formatPhone(number));
    expect(parsePhone(phoneText(number))).toEqual({ ok: true, value: number });
  }
});

it('leaves alone what is foreign or half typed', () => {
  expect(phoneText('+34910123456')).toBe('+34910123456');
  expect(phoneText('05 36')).toBe('05 36');
});
