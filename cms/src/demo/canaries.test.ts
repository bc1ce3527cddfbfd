/**
 * Every text of every kind of record that leaves the CMS, each with a number and an address that nobody may read: none is in
 * what a channel is given (issue 9). The texts are those of the contract, found in the demonstration: one that is added to a
 * schema and filled is among them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  emailSpellings,
  oddEmailSpellings,
  oddPhoneSpellings,
  phoneSpellings,
} from '../associations/withdrawals/testing/spellings.ts';
import { withoutWithheldTexts } from '../domain/agreed-texts.ts';
import { Edition } from '../domain/contract/press/edition.ts';
import { SiteContent } from '../domain/contract/site/site-export.ts';
import { isValues, type Path } from '../domain/visit.ts';
import { indexWithheld } from '../domain/withheld-index.ts';
import { demoContent } from './territory.ts';
import { toPrintExport } from './to-print-export.ts';

const PHONE = '+33639980012';
const EMAIL = 'marie.durand@example.org';
const index = indexWithheld('web', [{ owner: 'club', phone: PHONE, email: EMAIL, shown: false }]);
const find = (text: string) => index.find(text);

interface Place {
  /** With `*` for each entry of a list: one text of the contract. */
  readonly pattern: string;
  readonly schema: z.ZodType;
  readonly record: unknown;
  readonly path: Path;
}

/** The first place of each text in the records of a kind. */
function placesOf(kind: string, schema: z.ZodType, records: readonly unknown[]): Place[] {
  const places = new Map<string, Place>();
  const walk = (record: unknown, value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const pattern = `${kind}.${path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')}`;
      if (!places.has(pattern)) places.set(pattern, { pattern, schema, record, path });
    } else if (Array.isArray(value)) value.forEach((one, at) => walk(record, one, [...path, at]));
    else if (isValues(value)) for (const [key, inner] of Object.entries(value)) walk(record, inner, [...path, key]);
  };
  for (const record of records) walk(record, record, []);
  return [...places.values()];
}

const { edition, content } = toPrintExport(demoContent({ today: '2026-09-01' }));
const kinds = Object.entries(SiteContent.shape).filter(([key]) => key !== 'format') as [keyof SiteContent, z.ZodType][];
const places = [
  ...kinds.flatMap(([kind, schema]) => {
    const value: unknown = content[kind];
    const one = 'element' in schema ? (schema.element as z.ZodType) : schema;
    return placesOf(kind, one, Array.isArray(value) ? value : [value]);
  }),
  ...placesOf('edition', Edition, [edition]),
];

function saying(record: unknown, path: Path, text: string): unknown {
  const copy: unknown = structuredClone(record);
  const holder = path.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], copy);
  (holder as Record<string, unknown>)[path.at(-1) ?? ''] = text;
  return copy;
}

describe('texts of the contract', () => {
  it('are many, of every kind of record', () => {
    const named = new Set(places.map(({ pattern }) => pattern.split('.')[0]));
    expect([...kinds.map(([kind]) => kind), 'edition'].filter((kind) => !named.has(kind))).toEqual([]);
    expect(places.length).toBeGreaterThan(150);
  });

  it('say no withheld number or address to their channel, in whatever spelling', { timeout: 60_000 }, () => {
    const spelling = fc.oneof(
      phoneSpellings(PHONE),
      emailSpellings(EMAIL),
      oddPhoneSpellings(PHONE),
      oddEmailSpellings(EMAIL),
    );
    let tried = 0;
    for (const { pattern, schema, record, path } of places) {
      for (const { text } of fc.sample(spelling, { numRuns: 4, seed: 1 + pattern.length })) {
        const said = saying(record, path, text);
        const valid = schema.safeParse(said);
        if (!valid.success) continue; // a code or a date is no text
        tried += 1;
        const cleared = withoutWithheldTexts(schema, valid.data, find);
        expect(cleared?.taken, pattern).not.toEqual([]);
        expect(find(JSON.stringify(cleared?.value ?? null)), `${pattern}: ${text}`).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(400);
  });

  it('are left alone where they say none', () => {
    for (const [kind, schema] of kinds) {
      expect(withoutWithheldTexts(schema, content[kind] as never, find)?.value).toBe(content[kind]);
    }
  });
});
