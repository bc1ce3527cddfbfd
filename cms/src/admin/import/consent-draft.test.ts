import { describe, expect, it } from 'vitest';
import type { FileConsent } from '../../domain/import/merge.ts';
import { draftOf, readDraft, savedWords, unsavedWords } from './consent-draft.ts';

const today = '2026-11-30';
const saved: FileConsent = { channels: ['web', 'print'], source: 'bulletin papier', date: '2026-09-12' };

describe('what an editor vouches for', () => {
  it('is what was saved as long as the form says the same, in whatever order', () => {
    expect(unsavedWords(draftOf(saved), saved, today)).toBeNull();
    expect(unsavedWords({ ...draftOf(saved), channels: ['print', 'web'] }, saved, today)).toBeNull();
    expect(unsavedWords({ ...draftOf(saved), date: '12/09/2026' }, saved, today)).toBeNull();
    expect(unsavedWords(draftOf(null), null, today)).toBeNull();
  });

  it.each([
    ['a channel is unticked', { ...draftOf(saved), channels: ['print'] as const }],
    ['the day is another one', { ...draftOf(saved), date: '13/09/2026' }],
    ['the day is taken out', { ...draftOf(saved), date: '' }],
    ['the source is another one', { ...draftOf(saved), source: 'courriel' as const }],
    ['all is taken back', { ...draftOf(saved), isOpen: false }],
  ])('holds back the import when %s', (_, draft) => {
    expect(unsavedWords(draft, saved, today)).toMatch(/n’est pas enregistré/);
  });

  it('holds it back too when nothing was saved yet', () => {
    expect(unsavedWords({ ...draftOf(null), isOpen: true }, null, today)).toMatch(/n’est pas enregistré/);
  });

  it('is saved with a past day, a channel, and not of before the RGPD', () => {
    expect(readDraft(draftOf(saved), today)).toEqual({ ok: true, value: saved });
    const refused = (draft: object) => readDraft({ ...draftOf(saved), ...draft }, today);
    expect(refused({ date: '01/12/2026' })).toEqual({ ok: false, message: expect.stringMatching(/avenir|date/) });
    expect(refused({ date: '24/05/2018' })).toEqual({ ok: false, message: expect.stringContaining('RGPD') });
    expect(refused({ date: '25/05/2018' })).toMatchObject({ ok: true });
    expect(refused({ channels: [] })).toEqual({ ok: false, message: expect.stringContaining('Cochez') });
  });

  it('says what was saved', () => {
    expect(savedWords(saved)).toMatch(
      /^Enregistré\u00a0: site internet et annuaire imprimé, accord du 12 septembre 2026/,
    );
  });
});
