/** Letters get into the queue by `cms/src/platform/mail/queue-letters.ts`, which clears them (decision 0049), and by nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../lib/environment.ts';
import { sourceFiles } from './imports.ts';

const MAIL = 'cms/src/platform/mail';
const WAYS_IN: readonly (readonly [what: RegExp, who: readonly string[]])[] = [
  [/insert into trame_letters/, [`${MAIL}/outbox.ts`]],
  [/\binsertLetters\b/, [`${MAIL}/outbox.ts`, `${MAIL}/queue-letters.ts`]],
  [/\blayOut\(/, [`${MAIL}/letters/layout.ts`, `${MAIL}/queue-letters.ts`]],
];

test('a letter is set and queued by its door alone', () => {
  const files = sourceFiles(ROOT).filter((file) => file.startsWith('cms/src/'));
  for (const [way, allowed] of WAYS_IN) {
    const found = files.filter((file) => way.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found.sort(), String(way)).toEqual([...allowed].sort());
  }
});
