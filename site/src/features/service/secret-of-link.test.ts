import { describe, expect, it } from 'vitest';
import type { Answer } from './client.ts';
import { askInTurn, secretOfLink } from './secret-of-link.ts';

const TOKEN = 'a'.repeat(43);

/** @param address path, query and fragment */
function place(address: string, kept: Record<string, string> = {}) {
  const { hash, pathname, search } = new URL(address, 'https://asso.example.org');
  const bar: (string | URL | null | undefined)[] = [];
  return {
    bar,
    kept,
    document: { getElementById: (id: string) => (id === 'contenu' ? ({} as HTMLElement) : null) },
    location: { hash, pathname, search },
    history: { replaceState: (_: unknown, __: string, url?: string | URL | null) => void bar.push(url) },
    sessionStorage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => void (kept[key] = value),
    },
  };
}

it.each([`/ma-fiche/#${TOKEN}`, `/ma-fiche/%23${TOKEN}`, `/ma-fiche?f=${TOKEN}`, `/ma-fiche/?%2523${TOKEN}#contenu`])(
  'takes the secret out of the address bar, and finds it again after a reload: %s',
  (address) => {
    const first = place(address);
    expect(secretOfLink('ma-fiche', first)).toEqual({ tokens: [TOKEN] });
    expect(first.bar).toEqual(['/ma-fiche/']);
    const reloaded = place('/ma-fiche/', first.kept);
    expect(secretOfLink('ma-fiche', reloaded)).toEqual({ tokens: [TOKEN] });
    expect(reloaded.bar).toEqual([]);
    expect(secretOfLink('ma-fiche', place('/ma-fiche/#contenu', first.kept))).toEqual({ tokens: [TOKEN] });
    expect(secretOfLink('retrait', place('/retrait/', first.kept))).toBe('absent');
  },
);

it('says of a link that was cut that it was cut, and takes it out of the bar too', () => {
  for (const address of ['/ma-fiche/#abc', '/ma-fiche/%23abc', '/ma-fiche/?f=abc']) {
    const cut = place(address, { 'trame:lien:ma-fiche': TOKEN });
    expect(secretOfLink('ma-fiche', cut)).toBe('malformed');
    expect(cut.bar).toEqual(['/ma-fiche/']);
  }
});

it('does without a tab that keeps nothing', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const refusing = { sessionStorage: { getItem: denied, setItem: denied } };
  expect(secretOfLink('ma-fiche', { ...place(`/ma-fiche/#${TOKEN}`), ...refusing })).toEqual({ tokens: [TOKEN] });
  expect(secretOfLink('ma-fiche', { ...place('/ma-fiche/'), ...refusing })).toBe('absent');
});

describe('of several that an address may hold', () => {
  const OTHER = 'b'.repeat(43);
  const unknown = { ok: false, code: 'link-unknown', message: '', faults: [] } as const;
  const ask = (answers: Record<string, Answer<string>>) => {
    const asked: string[] = [];
    return { asked, of: (token: string) => Promise.resolve((asked.push(token), answers[token] ?? unknown)) };
  };

  it('all are kept for a reload', () => {
    const first = place(`/ma-fiche/?sig=${OTHER}#${TOKEN}`);
    expect(secretOfLink('ma-fiche', first)).toEqual({ tokens: [TOKEN, OTHER] });
    expect(secretOfLink('ma-fiche', place('/ma-fiche/', first.kept))).toEqual({ tokens: [TOKEN, OTHER] });
  });

  it('the one that the CMS knows opens, and nothing is asked after it', async () => {
    const cms = ask({ [OTHER]: { ok: true, value: 'x' } });
    expect(await askInTurn([TOKEN, OTHER, 'c'], cms.of)).toEqual({ token: OTHER, answer: { ok: true, value: 'x' } });
    expect(cms.asked).toEqual([TOKEN, OTHER]);
  });

  it('one that is over is told as over, and a server that is down is asked no second time', async () => {
    const over = { ...unknown, code: 'link-expired' } as const;
    expect((await askInTurn([TOKEN, OTHER], ask({ [OTHER]: over }).of)).answer).toBe(over);
    const down = ask({ [TOKEN]: { ...unknown, code: 'network' } });
    expect((await askInTurn([TOKEN, OTHER], down.of)).answer).toMatchObject({ code: 'network' });
    expect(down.asked).toEqual([TOKEN]);
  });

  it('none that is known is told once, by the likeliest', async () => {
    expect(await askInTurn([TOKEN, OTHER], ask({}).of)).toEqual({ token: TOKEN, answer: unknown });
  });
});
