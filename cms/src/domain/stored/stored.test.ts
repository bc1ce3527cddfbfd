import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PRINT_EXPORT_FORMAT } from '../contract/press/edition.ts';
import { PRINT_REPORT_FORMAT } from '../contract/press/print-report.ts';
import { schemaText, storedShapes } from './shapes.ts';
import { storedEntry } from './entry.ts';
import { storedKeptState } from './kept-state.ts';
import { storedPressLinks } from './press-links.ts';
import { storedPrintExport } from './print-export.ts';
import { storedPrintReport } from './print-report.ts';
import { stored, Unreadable } from './stored.ts';

const file = (...names: string[]) => path.join(import.meta.dirname, ...names);
const text = (...names: string[]) => readFileSync(file(...names), 'utf8');
const fixture = (name: string): unknown => JSON.parse(text('fixtures', `${name}.json`));
const refusal = (act: () => unknown): Unreadable => {
  try {
    act();
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  throw new Error('It was read');
};

const HOW_TO_CHANGE =
  'A kept shape changed without a new version (decision 0019). Documents of the old shape stay in files and rows for years. ' +
  'Add a step to its `upgrades` in cms/src/domain/stored/, write a fixture of the new version into fixtures/, ' +
  'then run: node scripts/stored/keep-schemas.ts';

/** Null when the shape is what its present version was committed as; else what to do. */
function changeOf(shape: (typeof storedShapes)[number]): string | null {
  const name = `${shape.name}-${shape.version}.json`;
  return existsSync(file('schemas', name)) && text('schemas', name) === schemaText(shape)
    ? null
    : `${shape.name}: ${HOW_TO_CHANGE}`;
}

describe('every kept shape', () => {
  it.each(storedShapes.map((shape) => [shape.name, shape] as const))('%s is what its version says', (_name, shape) => {
    expect(changeOf(shape)).toBeNull();
  });

  it('that changed without a new version is refused, with what to do', () => {
    const schema = z.strictObject({ links: z.array(z.string()), note: z.string() });
    expect(changeOf({ ...storedPressLinks, schema })).toMatch(/trame-press-links: .*keep-schemas/);
    expect(changeOf({ ...storedPressLinks, version: 3 })).toMatch(/keep-schemas/);
  });

  it.each(
    storedShapes.flatMap((shape) =>
      Array.from({ length: shape.version }, (_, index) => [`${shape.name}-${index + 1}`, shape] as const),
    ),
  )('reads what was once written as %s, and what it writes of it', (name, shape) => {
    const read = shape.read(fixture(name), name);
    const kept: unknown = JSON.parse(JSON.stringify(shape.write(read)));
    expect(kept).toHaveProperty('format', `${shape.name}/${shape.version}`);
    expect(shape.read(kept, name)).toEqual(read);
  });

  it('has fixtures and schemas that nobody edits', () => {
    const noted = new Map(
      text('SHA256SUMS')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ').reverse() as [string, string]),
    );
    const there = ['fixtures', 'schemas'].flatMap((folder) =>
      readdirSync(file(folder)).map((name) => `${folder}/${name}`),
    );
    expect([...noted.keys()].sort()).toEqual(there.sort());
    for (const [name, sum] of noted) {
      const found = createHash('sha256')
        .update(readFileSync(file(name)))
        .digest('hex');
      expect(found, `${name} was edited: it is what an earlier version wrote. ${HOW_TO_CHANGE}`).toBe(sum);
    }
  });

  it('of the contract carries the format that the contract names', () => {
    expect([storedPrintExport, storedPrintReport].map(({ name, version }) => `${name}/${version}`)).toEqual([
      PRINT_EXPORT_FORMAT,
      PRINT_REPORT_FORMAT,
    ]);
  });
});

describe('reading what is kept', () => {
  const entry = fixture('trame-entry-1') as Record<string, unknown>;

  it('gives what was written before there were versions', () => {
    expect(storedEntry.read(entry, 'x')).toMatchObject({ name: 'Le Chœur du Moron', acronym: 'CDM' });
    expect(storedKeptState.read(fixture('trame-kept-state-1'), 'x').contacts[0]).toMatchObject({
      consentDate: '2025-06-02',
      consentSource: 'courriel',
    });
    expect(storedPressLinks.read(fixture('trame-press-links-1'), 'x').links).toHaveLength(2);
    // Before plans of other territories had a place of their own, each was printed as the territory's.
    const plans = ({ content }: { content: { actionPlans: readonly { elsewhere: boolean }[] } }) =>
      content.actionPlans.map(({ elsewhere }) => elsewhere);
    expect(plans(storedPrintExport.read(fixture('trame-print-1'), 'x'))).toEqual([false]);
    expect(plans(storedPrintExport.read(fixture('trame-print-2'), 'x'))).toEqual([false, true]);
  });

  it('refuses a newer version, another shape, a missing or unknown field and a wrong type, and says where', () => {
    const { name: _, ...lacking } = entry;
    for (const [document, reason, version] of [
      [{ ...entry, format: 'trame-entry/3' }, /up to version 2/, 3],
      [{ ...entry, format: 'trame-kept-state/1' }, /"trame-kept-state\/1"/, null],
      [{ ...entry, format: 1 }, /its format is 1/, null],
      [lacking, /name: invalid_type/, 1],
      [{ ...entry, secret: true }, /unrecognized_keys secret/, 1],
      [{ ...entry, themes: 'judo' }, /themes: invalid_type/, 1],
      [[entry], /no document/, 1],
      ['entry', /no document/, 1],
      [null, /no document/, 1],
    ] as const) {
      const refused = refusal(() => storedEntry.read(document, 'submissions abc, entry'));
      expect(refused.where).toBe('submissions abc, entry');
      expect(refused.message).toMatch(/^submissions abc, entry/);
      expect(refused.message).toMatch(reason);
      expect(refused.version).toBe(version);
    }
  });

  it('refuses a stamped shape without its stamp', () => {
    const { format: _, ...printed } = fixture('trame-print-1') as Record<string, unknown>;
    expect(refusal(() => storedPrintExport.read(printed, 'x')).message).toMatch(/its format is undefined/);
  });

  it('says which field is wrong, and nothing of what it holds', () => {
    const contacts = [{ ...(entry['contacts'] as object[])[0], phone: { number: '+33536490001' } }];
    const { message } = refusal(() => storedEntry.read({ ...entry, contacts }, 'x'));
    expect(message).toContain('contacts.0.phone');
    expect(message).not.toContain('+33536490001');
  });

  it('takes an older document through every step, and none of a newer one', () => {
    const shape = stored({
      name: 'trame-example',
      schema: z.strictObject({ name: z.string(), copies: z.number(), paper: z.string() }),
      unstamped: true,
      upgrades: [
        (document) => ({ ...(document as object), copies: 1 }),
        (document) => ({ ...(document as object), paper: (document as { name: string }).name.toUpperCase() }),
      ],
    });
    const present = { name: 'a', copies: 1, paper: 'A' };
    expect(shape.version).toBe(3);
    expect(shape.read({ name: 'a' }, 'x')).toEqual(present);
    expect(shape.read({ format: 'trame-example/2', name: 'a', copies: 5 }, 'x')).toEqual({ ...present, copies: 5 });
    expect(shape.write(present)).toEqual({ format: 'trame-example/3', ...present });
    // A document of the present version that lacks something is torn, not old: no step gives it what is missing.
    expect(refusal(() => shape.read({ format: 'trame-example/3', name: 'a' }, 'x')).version).toBe(3);
    expect(refusal(() => shape.read({ format: 'trame-example/2' }, 'x')).message).toMatch(/cannot be upgraded/);
  });
});
