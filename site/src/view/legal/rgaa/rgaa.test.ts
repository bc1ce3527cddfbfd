import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { criteria, criteriaOf, criteriaThemes, evidence, findings, type EvidenceId } from './rgaa.ts';

/** How many criteria each of the 13 themes has (RGAA 4.1). */
const SIZES = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];
const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const used = new Set(criteria.flatMap(({ by }) => by));

describe('the criteria of the RGAA', () => {
  it('are all there, in their order', () => {
    expect(criteriaThemes.map(({ number }) => criteriaOf(number).length)).toEqual(SIZES);
    expect(criteria.map(({ id }) => id)).toEqual(
      SIZES.flatMap((size, theme) => Array.from({ length: size }, (_, at) => `${theme + 1}.${at + 1}`)),
    );
  });

  it('claim no more than a check stands for, and say what is left to a person', () => {
    for (const { id, finding, by, left } of criteria) {
      expect(findings, id).toContain(finding);
      expect(by.length > 0, `${id}: a check`).toBe(finding !== 'a-verifier');
      expect(left !== undefined, `${id}: what is left`).toBe(finding === 'en-partie' || finding === 'a-verifier');
      if (finding === 'sans-objet') expect(by, id).toEqual(['absent']);
    }
  });

  it('lean on axe only where axe has a rule for them', () => {
    const covered = new Set(
      axe.getRules(['RGAAv4']).flatMap(({ tags }) => tags.map((tag) => /^RGAA-(\d+\.\d+)\./.exec(tag)?.[1])),
    );
    // axe has no word for these two: nothing that scrolls sideways is looked for beside it, and landmarks are its own advice.
    const beside = ['10.11', '12.6', '10.6', '8.4'];
    const without = criteria.filter(({ id, by }) => by.includes('axe') && !covered.has(id) && !beside.includes(id));
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('the evidence', () => {
  it.each(Object.keys(evidence) as EvidenceId[])(
    '%s is a check that is there, and one that a criterion needs',
    (id) => {
      const { file, named, at, date } = evidence[id];
      const source = readFileSync(`${root}${file}`, 'utf8');
      if (named !== undefined) expect(source).toContain(named);
      expect(at === 'programme').toBe(date !== undefined);
      if (date !== undefined) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect([...used]).toContain(id);
    },
  );
});
