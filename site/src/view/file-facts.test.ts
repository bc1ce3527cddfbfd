import { describe, expect, it } from 'vitest';
import { fileKind } from './file-facts.ts';

describe('fileKind', () => {
  it('names common types, whatever their parameters', () => {
    expect(fileKind({ mime: 'application/pdf', name: 'statuts' })).toBe('PDF');
    expect(fileKind({ mime: 'text/csv; charset=utf-8', name: 'liste.csv' })).toBe('CSV');
    expect(fileKind({ mime: 'image/png', name: 'affiche.png' })).toBe('image');
  });

  it('falls back on the extension, then on a plain word', () => {
    expect(fileKind({ mime: 'application/x-inconnu', name: 'plan.dwg' })).toBe('DWG');
    expect(fileKind({ mime: 'application/octet-stream', name: 'sans extension' })).toBe('fichier');
  });
});
