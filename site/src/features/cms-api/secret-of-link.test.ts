import { expect, it } from 'vitest';
import { secretOfLink } from './secret-of-link.ts';

const TOKEN = 'a'.repeat(43);

function place(hash: string, kept: Record<string, string> = {}) {
  const bar: (string | URL | null | undefined)[] = [];
  return {
    bar,
    kept,
    document: { getElementById: (id: string) => (id === 'contenu' ? ({} as HTMLElement) : null) },
    location: { hash, pathname: '/ma-fiche/' },
    history: { replaceState: (_: unknown, __: string, url?: string | URL | null) => void bar.push(url) },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => void (kept[key] = value),
    },
  };
}

it('takes the secret out of the address bar, and finds it again after a reload', () => {
  const first = place(`#${TOKEN}`);
  expect(secretOfLink('ma-fiche', first)).toEqual({ token: TOKEN });
  expect(first.bar).toEqual(['/ma-fiche/']);
  expect(secretOfLink('ma-fiche', place('', first.kept))).toEqual({ token: TOKEN });
  expect(secretOfLink('ma-fiche', place('#contenu', first.kept))).toEqual({ token: TOKEN });
  expect(secretOfLink('retrait', place('', first.kept))).toBe('absent');
});

it('says of a link that was cut that it was cut, and takes it out of the bar too', () => {
  const cut = place('#abc');
  expect(secretOfLink('ma-fiche', cut)).toBe('malformed');
  expect(cut.bar).toEqual(['/ma-fiche/']);
});

it('does without a tab that keeps nothing', () => {
  const refuses = {
    ...place(`#${TOKEN}`),
    sessionStorage: {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    },
  };
  expect(secretOfLink('ma-fiche', refuses)).toEqual({ token: TOKEN });
  expect(secretOfLink('ma-fiche', { ...refuses, location: { hash: '', pathname: '/' } })).toBe('absent');
});
