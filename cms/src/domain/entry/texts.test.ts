import { describe, expect, it } from 'vitest';
import { visitObjects } from '../visit.ts';
import { withheldFrom } from '../withheld-contacts.ts';
import { emptyEntry } from './empty-entry.ts';
import { clearedText, REMOVED } from '../cleared-text.ts';
import { clearedEntry } from './texts.ts';

const off = { web: false, print: false, professionals: false, openData: false, consentDate: null, consentSource: null };
const withdrawn = withheldFrom('web', [{ ...off, phone: '+33639980012', email: null }]);

describe('what is left of a text', () => {
  const number = '06 39 98 00 12';
  it('is a sentence that says so, nothing at all, or what the record cannot do without', () => {
    expect(clearedText(`Au ${number}.`, withdrawn, { kind: 'text' })).toBe(`Au ${REMOVED}.`);
    expect(clearedText(` (${number}) `, withdrawn, { kind: 'line' })).toBe('');
    expect(clearedText(number, withdrawn, { kind: 'line', required: true })).toBe(REMOVED);
    expect(clearedText(`https://wa.me/33639980012`, withdrawn, { kind: 'url' })).toBe('');
    expect(clearedText('club-06-39-98-00-12-nord', withdrawn, { kind: 'identifier' })).toBe('club-nord');
  });

  it('fits into the column that it came from', () => {
    const long = `${'é'.repeat(240)} ${number}`;
    expect(clearedText(long, withdrawn, { kind: 'line' })).toBe(`${'é'.repeat(240)} …`);
    expect(clearedText(`Sigle ${number}${'!'.repeat(20)}`, withdrawn, { kind: 'line', limit: 40 })).toBe(
      `Sigle …${'!'.repeat(20)}`,
    );
  });
});

describe('a kept entry', () => {
  it('loses it from every text, and the network that is nothing without its address', () => {
    const entry = {
      ...emptyEntry(),
      description: 'Tél. 06.39.98.00.12',
      networks: [
        { network: 'whatsapp' as const, url: 'https://wa.me/33639980012' },
        { network: 'facebook' as const, url: 'https://example.org/a' },
      ],
      logo: { choice: 'new' as const, upload: 'x'.repeat(20), alt: 'Logo, 0639980012' },
    };
    expect(clearedEntry(entry, withdrawn)).toEqual({
      ...entry,
      description: `Tél. ${REMOVED}`,
      networks: entry.networks.slice(1),
      logo: { ...entry.logo, alt: `Logo, ${REMOVED}` },
    });
    expect(clearedEntry(entry, [])).toEqual(entry);
    expect(visitObjects(entry, 'networks.*')).toHaveLength(2);
  });
});
