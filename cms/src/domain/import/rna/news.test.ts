import { describe, expect, it } from 'vitest';
import { officeFormOf, type OfficeForm } from '../../entry/office-form.ts';
import type { KnownAssociation } from '../match.ts';
import { formerIdNote } from '../cells/register-ids.ts';
import { newsOf } from './news.ts';
import type { KnownRecord } from './reading.ts';

const NUMBER = 'W332001234';
const entry = (given: Partial<OfficeForm>): KnownAssociation => ({
  documentId: 'a',
  form: { ...officeFormOf({}), name: 'Judo', rnaId: NUMBER, commune: 'cavignac', ...given },
  isPublished: true,
});
const record = (given: Partial<KnownRecord>): KnownRecord => ({
  id: NUMBER,
  position: 'active',
  title: 'JUDO CLUB (JCC)',
  communeName: 'CAVIGNAC',
  commune: 'cavignac',
  dissolvedOn: null,
  ...given,
});
const of = (said: Partial<KnownRecord>, form: Partial<OfficeForm> = {}) =>
  newsOf([record(said)], [entry(form)], (id) => ({ cavignac: 'Cavignac', marsas: 'Marsas' })[id] ?? null);

describe('what the register says of an entry', () => {
  it('is nothing when all is as it was, in whatever letters', () => {
    expect(of({}, { officialName: 'Judo-Club' })).toEqual({ news: [], spokenOf: ['a'] });
    expect(of({}, { officialName: 'Judo club (JCC)' }).news).toEqual([]);
    expect(of({}).news).toEqual([]);
    expect(of({ id: 'W332009999' })).toEqual({ news: [], spokenOf: [] });
  });

  it('is that it is dissolved, and then nothing else', () => {
    const [news, ...others] = of({ position: 'dissolved', dissolvedOn: '2026-01-01', commune: null }).news;
    expect(news).toMatchObject({ kind: 'dissolved', documentId: 'a', after: 'Dissoute le 1er janvier 2026' });
    expect(others).toEqual([]);
    expect(of({ position: 'deleted' }).news).toMatchObject([{ after: 'Supprimée du répertoire' }]);
  });

  it('is that it moved, in the territory or out of it', () => {
    expect(of({ commune: 'marsas', communeName: 'MARSAS' }).news).toMatchObject([
      { kind: 'moved', before: 'Cavignac', after: 'Marsas' },
    ]);
    expect(of({ commune: null, communeName: 'BORDEAUX' }).news).toMatchObject([{ kind: 'moved', after: 'BORDEAUX' }]);
    expect(of({ commune: null, communeName: '' }).news).toEqual([]);
    expect(of({ commune: 'marsas' }, { commune: null }).news).toEqual([]);
  });

  it('is that it has another name than its official one', () => {
    expect(of({}, { officialName: 'Dojo' }).news).toMatchObject([
      { kind: 'renamed', before: 'Dojo', after: 'JUDO CLUB (JCC)' },
    ]);
  });

  it('is known by an identifier of before, too', () => {
    const note = formerIdNote('332S0332 8645');
    expect(of({ id: '332S0332  8645', position: 'dissolved' }, { rnaId: '', internalNote: note }).news).toHaveLength(1);
  });
});
