import { describe, expect, it } from 'vitest';
import type { ClaimedLetter } from './letter-store.ts';
import { outcomeOf } from './outcome.ts';
import type { Delivery } from './transport.ts';

const begun = new Date('2026-07-01T08:00:00Z');
const letter: ClaimedLetter = {
  id: '1',
  key: 'campaign:c:a:invitation',
  kind: 'invitation',
  request: 'r',
  to: 'bureau@chorale.example',
  returnToken: '0123456789abcdef01',
  replyTo: null,
  oneClick: null,
  subject: 'Votre fiche',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  attempts: 1,
  firstTriedAt: begun,
};
const rules = { retryAfterMs: () => 60_000, giveUpAfterMs: 3_600_000 };
const after = (delivery: Delivery, milliseconds = 0) =>
  outcomeOf(letter, delivery, rules, new Date(begun.getTime() + milliseconds));

describe('what is written down of a refusal', () => {
  it.each([
    ['550 5.1.1 no such user', 'recipient'],
    ['550 5.7.23 SPF validation failed', 'sender'],
    ['552 5.2.2 mailbox full', 'later'],
  ] as const)('%s: who can mend it is %s', (answer, fault) => {
    expect(after({ kind: 'refused', answer })).toMatchObject({ state: 'refused', fault });
  });

  it('is the last answer when the letter is given up', () => {
    const waiting: Delivery = { kind: 'later', answer: '450 4.7.25 no PTR record' };
    expect(after(waiting)).toMatchObject({ state: 'queued' });
    expect(after(waiting, rules.giveUpAfterMs + 1)).toMatchObject({ state: 'refused', fault: 'sender' });
  });

  it('is no refusal where no server has refused it', () => {
    const given = after({ kind: 'unsent', answer: '' }, rules.giveUpAfterMs + 1);
    expect(given).toMatchObject({ state: 'refused', fault: 'later', answer: expect.not.stringContaining('a refusé') });
  });

  it('is nothing for a letter that was taken', () => {
    expect(after({ kind: 'accepted', answer: '250 OK' })).not.toHaveProperty('fault');
  });
});
