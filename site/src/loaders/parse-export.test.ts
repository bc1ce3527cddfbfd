import { describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../content/sample-export.ts';
import { ExportRefused } from './export-refused.ts';
import { parseExport } from './parse-export.ts';

describe('parseExport', () => {
  it('takes a document that keeps to the contract', () => {
    expect(parseExport(structuredClone(sampleExport())).associations).toHaveLength(1);
  });

  it('says first that the two versions differ', () => {
    expect(() => parseExport({ ...sampleExport(), format: 'trame-site/99', themes: 'nonsense' })).toThrow(
      /pas de la même version.*trame-site\/99/,
    );
    for (const nonsense of [null, [], 'text', {}]) expect(() => parseExport(nonsense)).toThrow(ExportRefused);
  });

  it('refuses the whole for one association, and names it', () => {
    const associations = [sampleAssociation(), { ...sampleAssociation({ name: 'Chorale' }), summary: '' }];
    expect(() => parseExport(sampleExport({ associations }))).toThrow(/« Chorale », summary/);
  });

  it('refuses a key that the contract does not name: it may be a leak', () => {
    const associations = [{ ...sampleAssociation(), presidentHomePhone: '+33536490000' }];
    expect(() => parseExport(sampleExport({ associations }))).toThrow(/« Judo club ».*presidentHomePhone/);
  });

  it('does not drown the reader when everything is wrong', () => {
    const associations = Array.from({ length: 9 }, (_, at) => ({
      ...sampleAssociation({ id: String(at) }),
      summary: '',
    }));
    expect(() => parseExport(sampleExport({ associations }))).toThrow(/et 4 autres\.$/);
  });
});
