import { expect, test } from 'vitest';
import { mailboxOf } from './mailbox.ts';

test.each([
  [' Ana.Plume@Example.org ', 'ana.plume@example.org'],
  ['ana+chorale@example.org', 'ana@example.org'],
  ['A.na.Plume+x@GoogleMail.com', 'anaplume@gmail.com'],
  ['ana.plume@gmail.com.example.org', 'ana.plume@gmail.com.example.org'],
])('%s leads to the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});
