import { describe, expect, it } from 'vitest';
import type { OpenAnswer } from '../../domain/contract/desk/review.ts';
import { emptyEntry } from '../../domain/entry/empty-entry.ts';
import type { EntryForm } from '../../domain/entry/entry-form.ts';
import { carryOver, retouchedEntry } from './retouches.ts';

const proposed: EntryForm = { ...emptyEntry(), name: 'Chorale', summary: 'On chante.' };
const opened = (entry: EntryForm): OpenAnswer => ({
  answer: {
    id: 'a1',
    kind: 'modification',
    state: 'à relire',
    channel: 'lien',
    title: 'Chorale',
    association: 'x1',
    commune: null,
    sentAt: '2026-07-20T08:00:00.000Z',
    changes: [],
    openedBy: null,
    unreadable: null,
  },
  differences: [],
  entry,
  version: 'v',
  logo: null,
  sender: null,
  faults: [],
});

describe('an editor’s retouches', () => {
  it('are sent only when there are any', () => {
    expect(retouchedEntry(proposed, null)).toBeNull();
    expect(retouchedEntry(proposed, { ...proposed })).toBeNull();
    expect(retouchedEntry(proposed, { ...proposed, name: 'La Chorale' })?.name).toBe('La Chorale');
  });

  it('count when the proposed logo is left for the present one', () => {
    const withLogo: EntryForm = { ...proposed, logo: { choice: 'new', upload: 'a'.repeat(20), alt: 'Un chœur' } };
    expect(retouchedEntry(withLogo, { ...withLogo, logo: { choice: 'keep' } })?.logo).toEqual({ choice: 'keep' });
  });

  it('are carried over to the entry of now, and put nothing back that changed in between', () => {
    const edited = { ...proposed, summary: 'On chante tous les lundis.' };
    const now = opened({ ...proposed, website: 'https://chorale.exemple.org' });
    const { edited: carried, conflicts } = carryOver(opened(proposed), edited, now);
    expect(carried).toMatchObject({
      summary: 'On chante tous les lundis.',
      website: 'https://chorale.exemple.org',
    });
    expect(conflicts).toEqual([]);
  });

  it('name the fields that both sides changed', () => {
    const edited = { ...proposed, summary: 'On chante tous les lundis.' };
    const now = opened({ ...proposed, summary: 'On chante à trois voix.' });
    expect(carryOver(opened(proposed), edited, now).conflicts).toEqual(['Présentation courte']);
  });
});
