/** Files in shapes that others published, held to their schemas by validators that are not ours. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Activity } from '@trame/cms/domain/contract/site/association';
import { demoContent } from '@trame/cms/demo/territory';
import { generateAssociations } from '@trame/cms/demo/generate-associations';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { parseSiret } from '@trame/cms/domain/siret';
import { collectContacts, noContacts } from '@trame/cms/domain/contacts-in-text';
import { describe, expect, it } from 'vitest';
import { sampleAssociation, sampleExport } from '../../../content/sample-export.ts';
import { sampleEvent } from '../../agenda/sample-event.ts';
import { openContentOf, openFilesOf } from '../testing/open-files.ts';
import { castRows } from '../testing/tables.ts';
import { withFormats } from '../testing/with-formats.ts';
import { services, structures } from './data-inclusion.ts';
import { STANDARD_FILES } from './published-at.ts';
import { eventInputs } from './open-agenda.ts';
import { openingHours } from './opening-hours.ts';
import { scdlEquipements, splitStreet } from './scdl-equipements.ts';
import { uuidOf } from '../../uuid.ts';

type Json = Record<string, unknown>;
const schema = (name: string) =>
  JSON.parse(readFileSync(new URL(`../testing/schemas/${name}.json`, import.meta.url), 'utf8')) as Json;

const content = demoContent({ today: '2026-09-05' });
content.associations.push(...generateAssociations({ count: 60, seed: 3 }));
const files = openFilesOf(toSiteExport(content), 'https://site.example');
const jsonOf = <Value>(path: string): Value => JSON.parse(files[path.slice(1)] ?? '') as Value;
/** Their keywords are those of other dialects: what validates is held to, the rest is words. */
const options = { strict: false, allErrors: true } as const;

describe('SCDL équipements 0.1.5', () => {
  const csv = files[STANDARD_FILES.scdl.slice(1)] ?? '';

  const readAll = (text: string) => castRows(parseCsv(text), schema('scdl-equipements-0.1.5'));
  /** Cells as `tableschema` takes them: rows of texts. */
  const parseCsv = (text: string) =>
    text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));

  it('is what the published Table Schema says', async () => {
    const rows = await readAll(csv);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row instanceof Error)).toEqual([]);
  });

  it('would not be with a code of another form', async () => {
    const [wrong] = await readAll(csv.replace(/(\d{5}-\d{8})-\d{3}/, '$1'));
    expect(wrong).toBeInstanceOf(Error);
  });

  it('has one identifier a place, and a SIRET that adds up', () => {
    const { rows, left } = scdlEquipements(openContentOf(toSiteExport(content), '')) ?? { rows: [], left: -1 };
    expect(new Set(rows.map((row) => row[2])).size).toBe(rows.length);
    expect(rows.length + left).toBe(content.venues.length);
    expect(parseSiret(String(rows[0]?.[1])).ok).toBe(true);
  });

  it('renumbers no place when another comes', () => {
    const open = openContentOf(toSiteExport(content), '');
    const all = scdlEquipements(open)?.rows ?? [];
    const one = { ...open.content.venues, all: open.content.venues.all.slice(3) };
    const fewer = scdlEquipements({ ...open, content: { ...open.content, venues: one } })?.rows ?? [];
    expect(fewer.length).toBe(all.length - 3);
    expect(all.slice(3)).toEqual(fewer);
  });

  it('is not there without the SIRET that it asks for', () => {
    expect(scdlEquipements(openContentOf(sampleExport(), ''))).toBeNull();
    expect(openFilesOf(sampleExport(), '')).not.toHaveProperty([STANDARD_FILES.scdl.slice(1)]);
  });

  it.each([
    ['12 bis rue du Stade', '12 bis', 'rue du Stade'],
    ['36/38 avenue de l’Œuvre', '36/38', "avenue de l'Oeuvre"],
    ['Place de la Halle', '99999', 'Place de la Halle'],
    ['1, le Bourg', '1', 'le Bourg'],
  ])('reads %s', (street, number, name) => expect(splitStreet(street)).toEqual({ number, name }));
});

describe('data·inclusion v1', () => {
  const ajv = withFormats(new Ajv(options));
  const isStructure = ajv.compile(schema('data-inclusion-v1-structure'));
  const isService = ajv.compile(schema('data-inclusion-v1-service'));
  const allStructures = jsonOf<Json[]>(STANDARD_FILES.structures);
  const allServices = jsonOf<Json[]>(STANDARD_FILES.services);

  it('takes every structure and every service', () => {
    expect(allStructures.length).toBeGreaterThan(100);
    expect(allServices.length).toBeGreaterThan(100);
    for (const one of allStructures) expect(isStructure(one), ajv.errorsText(isStructure.errors)).toBe(true);
    for (const one of allServices) expect(isService(one), ajv.errorsText(isService.errors)).toBe(true);
  });

  it('would not take one without a date, or a postcode of another form', () => {
    expect(isStructure({ ...allStructures[0], date_maj: null })).toBe(false);
    expect(isService({ ...allServices[0], code_postal: '3392' })).toBe(false);
  });

  it('names no field that the schema does not know, and leads each service to its structure', () => {
    const known = Object.keys(schema('data-inclusion-v1-structure')['properties'] as Json);
    const knownOfService = Object.keys(schema('data-inclusion-v1-service')['properties'] as Json);
    for (const one of allStructures) expect(known).toEqual(expect.arrayContaining(Object.keys(one)));
    for (const one of allServices) expect(knownOfService).toEqual(expect.arrayContaining(Object.keys(one)));
    const ids = new Set(allStructures.map(({ id }) => id));
    expect(allServices.filter(({ structure_id }) => !ids.has(structure_id))).toEqual([]);
    expect(new Set(allServices.map(({ id }) => id)).size).toBe(allServices.length);
  });

  it('leaves out what has no date, and guesses neither a price nor a public', () => {
    const activity: Omit<Activity, 'price'> = {
      ...{ label: 'Judo', description: null, ageMin: null, ageMinUnit: 'ans' as const, ageMax: null },
      ...{ ageMaxUnit: 'ans' as const, slots: [], place: null, communeCode: null, season: null },
    };
    const priced = (price: string | null, ages: { ageMin?: number; ageMax?: number } = {}) => ({
      ...activity,
      price,
      ...ages,
    });
    const open = openContentOf(
      sampleExport({
        associations: [
          sampleAssociation({ id: 'undated', slug: 'undated' }),
          sampleAssociation({
            verifiedOn: '2026-05-01',
            activities: [
              priced('Gratuit'),
              priced('90 € l’année'),
              priced('Gratuit la première fois, puis 5 €', { ageMin: 12, ageMax: 17 }),
              priced(null, { ageMin: 62 }),
              priced('Se renseigner', { ageMin: 6, ageMax: 80 }),
            ],
          }),
        ],
      }),
      'https://site.example',
    );
    expect(structures(open).map(({ date_maj }) => date_maj)).toEqual(['2026-05-01']);
    expect(services(open).map(({ frais, publics }) => [frais, publics])).toEqual([
      ['gratuit', null],
      ['payant', null],
      [null, ['jeunes']],
      [null, ['seniors']],
      [null, null],
    ]);
  });
});

describe('OpenAgenda v3', () => {
  const ajv = withFormats(new Ajv2020(options));
  ajv.addSchema({ $id: 'openagenda', ...schema('openagenda-v3-event-input') });
  const isEvent = ajv.getSchema('openagenda#/components/schemas/EventInput');
  if (!isEvent) throw new Error('The vendored description has no EventInput');
  const { events } = jsonOf<{ events: Json[] }>(STANDARD_FILES.openAgenda);

  it('takes every event', () => {
    expect(events.length).toBe(content.events.length);
    for (const one of events) expect(isEvent(one), ajv.errorsText(isEvent.errors)).toBe(true);
  });

  it('would not take one with another field or another status', () => {
    expect(isEvent({ ...events[0], lieu: 'Salle' })).toBe(false);
    expect(isEvent({ ...events[0], status: 9 })).toBe(false);
  });

  it('says what became of an event and of its dates', () => {
    const at = (hour: string) => `2026-10-0${hour}:00:00.000Z`;
    const on = (day: number) => ({ begin: at(`${day}T18`), end: at(`${day}T20`), allDay: false });
    const timings = [
      { ...on(2), state: 'prévu' as const, moved: null },
      { ...on(3), state: 'annulé' as const, moved: null },
      { ...on(4), state: 'reporté' as const, moved: on(5) },
      { ...on(6), state: 'reporté' as const, moved: null },
    ];
    const told = (state: 'prévu' | 'annulé' | 'reporté' | 'complet', dates = timings) => {
      const event = sampleEvent({ state, timings: dates });
      const [one] = eventInputs(openContentOf(sampleExport({ events: [event] }), ''));
      return [one?.status, one?.timings.map(({ begin }) => begin.slice(8, 16))];
    };
    expect(told('prévu')).toEqual([1, ['02T20:00', '05T20:00']]);
    expect(told('annulé')).toEqual([6, ['02T20:00', '03T20:00', '05T20:00']]);
    expect(told('reporté', timings.slice(3))).toEqual([4, []]);
    expect(told('complet', timings.slice(0, 1))).toEqual([5, ['02T20:00']]);
  });
});

describe('HSDS 3.0', () => {
  const ajv = withFormats(new Ajv(options));
  const own = ['attribute', 'location', 'organization', 'schedule', 'service', 'service_at_location', 'taxonomy_term'];
  for (const name of own) ajv.addSchema(schema(`hsds-3.0-${name}`), `${name}.json`);
  for (const name of ['address', 'phone']) ajv.addSchema(schema(`hsds-${name}`), `${name}.json`);
  // Parts that we do not use: none may be there.
  const unused = ['funding', 'contact', 'program', 'organization_identifier', 'metadata', 'language', 'accessibility'];
  for (const name of [...unused, 'service_area', 'cost_option', 'required_document', 'taxonomy'])
    ajv.addSchema(false, `${name}.json`);
  const isOrganization = ajv.getSchema('organization.json');
  const isService = ajv.getSchema('service.json');
  if (!isOrganization || !isService) throw new Error('The vendored schemas are not there');
  const organizations = jsonOf<Json[]>(STANDARD_FILES.hsdsOrganizations);
  const hsdsServices = jsonOf<Json[]>(STANDARD_FILES.hsdsServices);

  it('takes every organization and every service', () => {
    expect(hsdsServices.length).toBeGreaterThan(100);
    for (const one of organizations) expect(isOrganization(one), ajv.errorsText(isOrganization.errors)).toBe(true);
    for (const one of hsdsServices) expect(isService(one), ajv.errorsText(isService.errors)).toBe(true);
  });

  it('would not take an identifier that is no UUID, nor a part that is not described', () => {
    expect(isService({ ...hsdsServices[0], id: 'judo' })).toBe(false);
    expect(isService({ ...hsdsServices[0], schedules: [{ id: 'x' }] })).toBe(false);
    expect(isOrganization({ ...organizations[0], contacts: [{ id: uuidOf('x') }] })).toBe(false);
  });

  it('names no field that the schema does not know, and leads each service to its organization', () => {
    const known = (name: string) => Object.keys(schema(`hsds-3.0-${name}`)['properties'] as Json);
    for (const one of organizations) expect(known('organization')).toEqual(expect.arrayContaining(Object.keys(one)));
    for (const one of hsdsServices) expect(known('service')).toEqual(expect.arrayContaining(Object.keys(one)));
    const ids = new Set(organizations.map(({ id }) => id));
    expect(hsdsServices.filter(({ organization_id }) => !ids.has(organization_id))).toEqual([]);
    expect(new Set(hsdsServices.map(({ id }) => id)).size).toBe(hsdsServices.length);
  });

  it('draws identifiers that no reader takes for a telephone number', () => {
    for (let index = 0; index < 5000; index += 1) {
      const id = uuidOf('test', String(index));
      expect(id).toMatch(/^[a-f][\da-f]{7}-[a-f][\da-f]{3}-8[a-f][\da-f]{2}-[ab][\da-f]{3}-[a-f][\da-f]{11}$/);
      const found = noContacts();
      collectContacts(id, found);
      expect([...found.phones, ...found.emails], id).toEqual([]);
    }
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  });
});

describe('opening hours', () => {
  const slot = (day: 'mardi' | 'jeudi', begin: string | null, end: string | null) => ({ day, begin, end, note: null });

  it('are those of OpenStreetMap, in the order of the week', () => {
    expect(
      openingHours([slot('jeudi', '19:00', '20:00'), slot('mardi', '18:00', '19:00'), slot('mardi', '19:30', '20:30')]),
    ).toBe('Tu 18:00-19:00,19:30-20:30; Th 19:00-20:00');
  });
  it('are not there for half an hour that is known', () => {
    expect(openingHours([slot('mardi', '18:00', null)])).toBeNull();
    expect(openingHours([])).toBeNull();
  });
});
