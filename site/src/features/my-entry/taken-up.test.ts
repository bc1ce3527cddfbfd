import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { describe, expect, it } from 'vitest';
import { takenUp } from './taken-up.ts';

const contact = { role: '', name: '', email: '', web: true, print: false, professionals: false, openData: false };
const base: EntryForm = {
  ...emptyEntry(),
  name: 'Danse',
  summary: 'Avant',
  contacts: [{ ...contact, phone: '+33536490000' }],
};

describe('typed changes', () => {
  it('are what they were when nothing moved', () => {
    const typed = {
      ...base,
      summary: 'Après',
      contacts: [{ ...contact, phone: '05\u00a036\u00a049\u00a000\u00a000' }],
    };
    expect(takenUp(typed, base, base)).toEqual({ entry: typed, conflicts: [], moved: false });
  });

  it('keep what the office changed elsewhere, and name what both changed', () => {
    const current = { ...base, name: 'Danse !', summary: 'De l’office' };
    const { entry, conflicts, moved } = takenUp({ ...base, summary: 'Après' }, base, current);
    expect(moved).toBe(true);
    expect(entry.name).toBe('Danse !');
    expect(entry.summary).toBe('Après');
    expect(conflicts).toEqual(['summary']);
  });

  it('of an earlier release take the shape of today', () => {
    const { volunteersNote: _, ...older } = { ...base, summary: 'Après', gone: 'x' };
    const { entry } = takenUp(older as unknown as EntryForm, base, { ...base, volunteersNote: 'Buvette' });
    expect(entry.volunteersNote).toBe('Buvette');
    expect(entry).not.toHaveProperty('gone');
  });
});
