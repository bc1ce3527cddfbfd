import { describe, expect, it } from 'vitest';
import { visitObjects } from '../visit.ts';
import { withheldFrom } from '../withheld-contacts.ts';
import { emptyEntry } from './empty-entry.ts';
import { clearedText, REMOVED } from '../cleared-text.ts';
import { clearedEntry, entryTexts } from './texts.ts';

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

it('tells the words of an entry that everybody reads, and no note of the office, nor what is there for being reached', () => {
  const told = entryTexts({
    summary: 'Club de judo.',
    internalNote: 'Rappeler Paule au 06 39 98 00 12.',
    website: 'https://example.org',
    activities: [{ label: 'Judo', description: 'Au 06 39 98 00 13.', slots: [{ note: 'sur rendez-vous' }] }],
    address: { street: '1 rue du Port', public: false },
    contacts: [
      { role: 'Présidence', phone: '+33639980012', web: false },
      { role: 'Accueil', phone: '+33639980014', web: true },
    ],
  });
  expect(told.map(({ path, label, text }) => [path, label, text])).toEqual([
    ['summary', 'Présentation courte', 'Club de judo.'],
    ['activities.0.label', 'Activités, nom de l’activité', 'Judo'],
    ['activities.0.slots.0.note', 'Activités, précision', 'sur rendez-vous'],
    ['activities.0.description', 'Activités, précisions', 'Au 06 39 98 00 13.'],
    ['contacts.1.role', 'Contacts, rôle', 'Accueil'],
  ]);
});
