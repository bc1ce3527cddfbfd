import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { joinFacts } from './facts.ts';

const SOURCE = fileURLToPath(new URL('../', import.meta.url));
/** Paper breaks its own lines, feeds have none, and the search page takes care of its own. */
const APART = /^(?:print|view\/feeds|features\/search)\//;

describe('facts on one line', () => {
  it('leave out what is not known, and break after the dot only', () => {
    expect(joinFacts(['à 20 h', null, '', undefined, false, 'Cavignac'])).toBe('à 20 h\u00a0· Cavignac');
  });

  it('are put together with this dot on every page: a space that breaks stands before none', () => {
    const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(?:astro|tsx?|json|css)$/.test(file) && !/\.test\.ts$/.test(file) && !APART.test(file),
    );
    expect(files.length).toBeGreaterThan(200);
    const broken = files.filter((file) =>
      /[ \n}'"`>]·|content: ['"]·/.test(withoutComments(readFileSync(join(SOURCE, file), 'utf8'))),
    );
    expect(broken).toEqual([]);
  });
});

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
