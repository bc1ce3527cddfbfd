import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { doors, plans } from './floor-plan.ts';
import { faultsOf } from './folder-graph.ts';
import { fingerprintOf, PICTURE, toDot } from './house-dot.ts';
import { readImports, sourceFiles } from './imports.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the house', () => {
  it('has no knot, no arrow upwards, and no import through a wall', () => {
    expect(faultsOf(readImports(ROOT, sourceFiles(ROOT)), { plans, doors })).toEqual([]);
  });

  it('is drawn as it is: else run `pnpm graph`', () => {
    const dot = toDot(readImports(ROOT, sourceFiles(ROOT)));
    expect(readFileSync(path.join(ROOT, PICTURE), 'utf8')).toContain(fingerprintOf(dot));
  });

  it('is read whole: the imports of pages, of islands and of types count', () => {
    const read = readImports(ROOT, sourceFiles(ROOT));
    const kinds = new Set(read.map(({ from }) => from.slice(from.lastIndexOf('.'))));
    expect([...kinds].sort()).toEqual(['.astro', '.ts', '.tsx']);
    expect(read.some(({ specifier }) => specifier.startsWith('@trame/cms/'))).toBe(true);
  });
});
