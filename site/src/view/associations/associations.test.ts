import type { Activity } from '@trame/cms/domain/contract/site/association';
import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { accessibilityWords } from './accessibility-words.ts';
import { activityFacts } from './activity-facts.ts';
import { addressLines } from './address-lines.ts';
import { hostOf } from './host-of.ts';
import { LETTERS, letterAnchor, letterPath, lettersHaveTheirPages } from './letters.ts';
import { associationData } from './structured-data.ts';
import { threadOf } from './thread.ts';
import { noticeOn } from './notice.ts';
import { verifiedInWords } from './verified.ts';
import { whereInWords } from './where.ts';

const content = indexContent(sampleExport());
const activity = (changes: Partial<Activity> = {}): Activity => ({
  label: 'Judo',
  description: null,
  ageMin: null,
  ageMinUnit: 'ans',
  ageMax: null,
  ageMaxUnit: 'ans',
  slots: [],
  price: null,
  place: null,
  communeCode: null,
  season: null,
  ...changes,
});

describe('activityFacts', () => {
  it('puts slots in the order of the week, in words', () => {
    const facts = activityFacts(
      content,
      activity({
        slots: [
          { day: 'samedi', begin: '10:00', end: null, note: "hors vacances d'été" },
          { day: 'mercredi', begin: '14:00', end: '15:30', note: null },
        ],
      }),
    );
    expect(facts.slots).toEqual([
      { day: 'Mercredi', hours: '14\u00a0h\u00a0–\u2060\u00a015\u00a0h\u00a030', note: null },
      { day: 'Samedi', hours: 'à partir de 10\u00a0h', note: 'hors vacances d’été' },
    ]);
    expect([...facts.days]).toEqual([2, 5]);
  });

  it('says the commune beside the place, and not twice', () => {
    const place = (name: string | null, communeCode: string | null) =>
      activityFacts(content, activity({ place: name, communeCode })).place;
    expect(place('Dojo', '33272')).toBe('Dojo, Marsas');
    expect(place('Salle des fêtes de Marsas', '33272')).toBe('Salle des fêtes de Marsas');
    expect(place(null, '33272')).toBe('Marsas');
    expect(place('Dojo', '99999')).toBe('Dojo');
    expect(place(null, null)).toBeNull();
  });

  it('is silent about what is not known', () => {
    const { slots, ages, price, season } = activityFacts(content, activity());
    expect({ slots, ages, price, season }).toEqual({ slots: [], ages: null, price: null, season: null });
    expect(activityFacts(content, activity({ ageMin: 6, ageMax: 8 })).ages).toBe('De 6 à 8\u00a0ans');
  });
});

describe('whereInWords', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  const base = sampleExport();
  const communes = names.map((name, at) => ({
    ...(base.communes[0] as (typeof base.communes)[number]),
    id: name,
    slug: name.toLowerCase(),
    name,
    inseeCode: `3300${at}`,
  }));
  const many = indexContent(sampleExport({ communes }));

  it('says the seat first and counts what is too long to say', () => {
    const where = (commune: string | null, communesOfActivity: string[]) =>
      whereInWords(many, { commune, communesOfActivity });
    expect(where('C', ['A', 'C'])).toBe('C, A');
    expect(where('A', ['B', 'C', 'D'])).toBe('A, B, C, D');
    expect(where('A', ['B', 'C', 'D', 'E'])).toBe('A, B, C et 2 autres communes');
    expect(where(null, names)).toBe('Tout le territoire');
    expect(where(null, [])).toBe('Pays de la Trame');
  });
});

describe('verifiedInWords', () => {
  it('says when and by whom, or that nobody did', () => {
    expect(verifiedInWords({ verifiedOn: '2026-09-03', verifiedBy: 'téléphone' })).toBe(
      'Fiche vérifiée en septembre 2026, par téléphone',
    );
    expect(verifiedInWords({ verifiedOn: '2026-09-03', verifiedBy: null })).toBe('Fiche vérifiée en septembre 2026');
    expect(verifiedInWords({ verifiedOn: null, verifiedBy: null })).toBe(
      'Fiche en attente de vérification par l’association',
    );
  });
});

describe('noticeOn', () => {
  const notice = { kind: 'fermé', until: '2027-01-03', note: null } as const;

  it('is what holds on the day of the release, its last day included', () => {
    expect(noticeOn({ notice }, '2027-01-03')).toEqual(notice);
    expect(noticeOn({ notice }, '2027-01-04')).toBeNull();
    expect(noticeOn({}, '2027-01-03')).toBeNull();
  });
});

describe('associationData', () => {
  it('says what is known, with the RNA number as identifier, and nothing else', () => {
    const url = 'https://x.example.org/associations/judo-club/';
    const data = associationData(
      content,
      sampleAssociation({
        rnaId: 'W332000001',
        commune: 'marsas',
        website: 'https://judo.example.org',
        foundedYear: 1988,
      }),
      url,
    );
    expect(data).toMatchObject({
      '@type': 'NGO',
      name: 'Judo club',
      foundingDate: '1988',
      identifier: { '@type': 'PropertyValue', propertyID: 'RNA', value: 'W332000001' },
      address: { addressLocality: 'Marsas', addressCountry: 'FR' },
      knowsAbout: ['Judo et lutte'],
      sameAs: ['https://judo.example.org'],
    });
    expect(Object.keys(associationData(content, sampleAssociation(), url)).sort()).toEqual(
      ['@context', '@id', '@type', 'description', 'knowsAbout', 'name', 'url'].sort(),
    );
  });

  it('gives the first contact that can be reached', () => {
    const contacts = [
      { role: 'Présidence', name: 'A', phone: null, email: null },
      { role: null, name: null, phone: '+33536490000', email: null },
    ];
    expect(associationData(content, sampleAssociation({ contacts }), 'https://x.example.org/')).toMatchObject({
      telephone: '+33536490000',
    });
  });
});

describe('small words', () => {
  it('reads addresses line by line', () => {
    const address = {
      street: '1 rue Haute',
      complement: null,
      postalCode: '33620',
      city: 'Marsas',
      latitude: null,
      longitude: null,
    };
    expect(addressLines(address)).toEqual(['1 rue Haute', '33620 Marsas']);
    expect(addressLines({ ...address, street: null, postalCode: null, city: null })).toEqual([]);
  });

  it('shows the readable part of an address', () => {
    expect(hostOf('https://www.judo.example.org/club?x=1')).toBe('judo.example.org');
    expect(hostOf('https://xn--ftes-gpa.example.org/')).toBe('fêtes.example.org');
  });

  it('lists whom a place welcomes', () => {
    const none = {
      mobility: false,
      hearing: false,
      sight: false,
      intellectual: false,
      psychological: false,
      note: null,
    };
    expect(accessibilityWords(null)).toEqual([]);
    expect(accessibilityWords(none)).toEqual([]);
    expect(accessibilityWords({ ...none, mobility: true, sight: true })).toEqual([
      'Personnes à mobilité réduite',
      'Personnes aveugles ou malvoyantes',
    ]);
  });

  it('gives an association the thread of its chapter', () => {
    expect(threadOf(content, { themes: ['judo-et-lutte'] })).toBe(threadOf(content, { themes: ['sports'] }));
    expect(threadOf(content, { themes: ['culture'] })).not.toBe(threadOf(content, { themes: ['sports'] }));
  });
});

describe('letters', () => {
  it('have an address each, and pages of their own in a large directory', () => {
    expect(new Set(LETTERS.map(letterPath)).size).toBe(27);
    expect(letterPath('#')).toBe('/associations/lettre/autres/');
    expect(letterAnchor('É'.normalize('NFD').charAt(0))).toBe('lettre-e');
    expect(lettersHaveTheirPages(content)).toBe(false);
    const associations = Array.from({ length: 151 }, (_, at) => sampleAssociation({ id: `${at}`, slug: `s-${at}` }));
    expect(lettersHaveTheirPages(indexContent(sampleExport({ associations })))).toBe(true);
  });
});
