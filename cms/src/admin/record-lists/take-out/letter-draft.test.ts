import { expect, it } from 'vitest';
import { draftOf, keepDraft, readDraft } from './letter-draft.ts';

function tab(said: string | null = null) {
  let kept = said;
  return { getItem: () => kept, setItem: (_: string, text: string) => (kept = text), removeItem: () => (kept = null) };
}

it('is found again as it was, with its sending; other words are another sending', () => {
  const store = tab();
  const draft = draftOf({ subject: 'Forum', body: 'Bonjour' });
  keepDraft(draft, store);
  expect(readDraft(store)).toEqual(draft);
  expect(draftOf({ subject: 'Forum', body: 'Bonsoir' }).id).not.toBe(draft.id);
  keepDraft(null, store);
  expect(readDraft(store)).toMatchObject({ subject: '', body: '' });
});

it('begins anew where nothing can be read or kept', () => {
  for (const said of ['{', '{"subject":"x"}', 'null']) expect(readDraft(tab(said)).subject).toBe('');
  const closed = {
    ...tab(),
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepDraft(draftOf(), closed)).not.toThrow();
});
