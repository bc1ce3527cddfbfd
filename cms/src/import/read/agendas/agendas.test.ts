import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, clockOf, dayOf } from '../../../domain/dates.ts';
import { eventColumns, type EventColumn } from '../../../domain/import/events/event-workbook.ts';
import { plain, refusal, workbook } from '../testing/answers.ts';
import { readCalendar } from './ics.ts';
import {
  apidae,
  calendar,
  compact,
  digits,
  openAgendaV1,
  openAgendaV3,
  opendatasoft,
  tourinsoft,
  tuesday,
} from './testing/agendas.ts';

/** The events of a file, by the names of the columns. */
async function events(file: string | object, name = 'agenda') {
  const { sheets, format, remarks } = await workbook(typeof file === 'string' ? file : JSON.stringify(file), name);
  expect(format).toBe('agenda');
  const rows = (sheets[0]?.rows.slice(1) ?? []).map(
    ({ cells }) =>
      Object.fromEntries(
        Object.entries(eventColumns).map(([key, index]) => [key, plain(cells[index]?.text ?? '')]),
      ) as Record<EventColumn, string>,
  );
  return { rows, remarks };
}
const first = async (file: string | object) => (await events(file)).rows[0];

describe('OpenAgenda', () => {
  it.each([
    ['v3, v2: a page', { events: [openAgendaV3()], total: 1 }],
    ['a list alone', [openAgendaV3()]],
    ['one event', openAgendaV3()],
  ])('is read: %s', async (_name, file) => {
    expect(await first(file)).toMatchObject({
      source: 'openagenda',
      id: '9876543',
      title: 'Bal des quatre saisons',
      summary: 'On danse jusqu’au matin.',
      kind: 'fête',
      state: 'prévu',
      dates: `${digits(tuesday(3))} de 20:00 à 23:00`,
      placeName: 'Salle des fêtes',
      city: 'Cézac',
      free: 'oui',
      access: 'mobility sight',
      links: 'https://www.example.org/bal',
    });
  });

  it('keeps numbers and addresses out of what is published, texts included', async () => {
    const row = await first(openAgendaV3());
    expect(row?.description).toBe('Avec l’orchestre.\n\nRéservez au (coordonnées retirées).');
    expect(row?.note).toContain('sans accord pour paraître : 05 36 49 00 41, bal@example.org, 05 36 49 00 40.');
    const { note, ...published } = row ?? { note: '' };
    expect(note).not.toBe('');
    expect(JSON.stringify(published)).not.toMatch(/05 ?36 ?49|bal@/);
  });

  it('of version 1 has a flat place and other names', async () => {
    expect(await first({ events: [openAgendaV1()] })).toMatchObject({
      id: '65615282',
      dates: `${digits(tuesday(4))} de 14:00 à 16:00`,
      placeName: 'Musée du Moulin',
      postalCode: '33620',
      price: '5 €, gratuit pour les enfants',
      free: '',
      keywords: 'Exposition',
      links: '',
    });
  });

  it.each([
    [5, 'complet'],
    [6, 'annulé'],
    [4, 'reporté'],
    [3, 'déplacé'],
    ['?', 'prévu'],
  ])('says by its status %s that an event is %s', async (status, state) => {
    expect((await first([openAgendaV3({ status })]))?.state).toBe(state);
  });

  it('says that a page is not all, and what is damaged says nothing', async () => {
    const { rows, remarks } = await events({
      events: [openAgendaV3({ title: 12, timings: [{ begin: '2026-13-45' }, null, 'x'], location: [], keywords: 3 })],
      total: 80,
    });
    expect(rows).toMatchObject([{ title: '12', dates: '', placeName: '' }]);
    expect(remarks.join(' ')).toMatch(/une page de résultats/);
    const third = { data: [openAgendaV3()], pagination: { after: 'x', limit: 1, total: 80 } };
    expect((await events(third)).remarks.join(' ')).toMatch(/une page de résultats/);
  });
});

describe('other sources', () => {
  it('Apidae: events of an export, with days by weekday, without faxes; a restaurant is none', async () => {
    const weekly = {
      dateDebut: tuesday(5),
      dateFin: tuesday(7),
      horaireOuverture: '18:00:00',
      type: 'OUVERTURE_SEMAINE',
      ouverturesJournalieres: [{ jour: 'MARDI' }],
    };
    const { rows, remarks } = await events({
      numFound: 3,
      objetsTouristiques: [
        apidae(),
        apidae({
          id: 2,
          ouverture: { periodesOuvertures: [weekly], fermeturesExceptionnelles: [{ dateSpeciale: tuesday(6) }] },
        }),
        apidae({ type: 'RESTAURATION' }),
      ],
    });
    expect(rows).toMatchObject([
      {
        id: '323154',
        title: 'Montée du Chabre',
        description: 'La route est fermée.\n\nVenez à vélo.',
        dates: `${digits(tuesday(5))} de 09:00 à 12:00`,
        placeName: 'Col du Chabre',
        inseeCode: '33123',
        organiser: 'Vélo club fictif',
        links: 'https://www.example.org/chabre',
        free: 'oui',
      },
      { dates: [5, 7].map((weeks) => `${digits(tuesday(weeks))} de 18:00`).join('\n') },
    ]);
    expect(rows[0]?.note).toContain('05 36 49 00 43');
    expect(JSON.stringify(rows)).not.toContain('00 44');
    expect(remarks.join(' ')).toMatch(/1 fiche du fichier n’est pas un événement/);
  });

  it.each([
    ['d', { d: { results: [tourinsoft()] } }],
    ['value', { value: [tourinsoft()] }],
  ])('Tourinsoft: lists in texts, under %s', async (_name, file) => {
    expect(await first(file)).toMatchObject({
      source: 'tourinsoft',
      id: 'FMAAQU033V500001',
      dates: `${digits(tuesday(6))} de 10:00 à 18:30\n${digits(tuesday(7))} au ${digits(addDays(tuesday(7), 2))}`,
      address: '3 place du Marché',
      city: 'SAINT-SAVIN',
      inseeCode: '33473',
      links: 'https://www.example.org/noel',
      note: 'Coordonnées données par la source, sans accord pour paraître : 05 36 49 00 45.',
    });
  });

  it('Opendatasoft: rows of all its answers, and a copy of OpenAgenda has OpenAgenda’s numbers', async () => {
    const wanted = {
      source: 'openagenda',
      id: '9876543',
      dates: `${digits(tuesday(3))} de 20:00 à 23:00`,
      city: 'Cézac',
    };
    expect(await first({ total_count: 1, results: [opendatasoft()] })).toMatchObject(wanted);
    expect(await first({ nhits: 1, records: [{ recordid: 'x', fields: opendatasoft() }] })).toMatchObject(wanted);
    const csv = `uid;title_fr;description_fr;timings;location_city\n9876543;Bal;On danse.;"${opendatasoft().timings.replaceAll('"', '""')}";Cézac\n`;
    expect(await first(csv)).toMatchObject(wanted);
  });

  it('Opendatasoft: the names that towns give their columns, days in figures', async () => {
    const csv = `Titre;Date de début;Date de fin;Lieu;Commune;Description;Catégorie\nVide-grenier;${digits(tuesday(3))};${digits(addDays(tuesday(3), 1))};Stade;Cézac;On chine.;Brocante\n`;
    expect(await first(csv)).toMatchObject({
      source: 'opendatasoft',
      id: '',
      title: 'Vide-grenier',
      dates: `${digits(tuesday(3))} au ${digits(addDays(tuesday(3), 1))}`,
      placeName: 'Stade',
      kind: 'fête',
    });
  });

  it('a list of associations is none', async () => {
    expect((await workbook('Nom;Commune;Date de création\nJudo;Cézac;2001\n')).format).toBe('csv');
  });
});

describe('a calendar', () => {
  const start = tuesday(1);
  const at = (day: string, clock: string) => `;TZID=Europe/Paris:${compact(day)}T${clock}00`;
  const weekly = (more = '', uid = 'chorale@example.org') => `UID:${uid}
    SUMMARY:Chorale
    DTSTART${at(start, '1830')}
    DTEND${at(start, '2000')}
    RRULE:FREQ=WEEKLY;COUNT=5${more}`;
  const dates = async (...all: string[]) => (await first(calendar(...all)))?.dates.split('\n');

  it('follows a rule over the change of the clock, and a rule without an end for a year', async () => {
    expect(await dates(weekly())).toEqual(
      [0, 1, 2, 3, 4].map((week) => `${digits(addDays(start, week * 7))} de 18:30 à 20:00`),
    );
    const endless = readCalendar(calendar(weekly().replace(';COUNT=5', '')), dayOf(new Date())).events[0]?.dates ?? [];
    expect(endless.length).toBeGreaterThan(50);
    expect(new Set(endless.map(({ begin }) => begin))).toEqual(new Set(['18:30']));
  });

  it('leaves out EXDATE, in its zone, in UTC or as a day, and takes RDATE, periods too', async () => {
    const [second, third, fourth] = [1, 2, 3].map((week) => addDays(start, week * 7)) as [string, string, string];
    const extra = addDays(start, 60);
    const more = `
      EXDATE${at(second, '1830')}
      EXDATE;VALUE=DATE:${compact(fourth)}
      RDATE;VALUE=PERIOD:${compact(extra)}T090000Z/PT2H`;
    const found = await dates(weekly(more));
    expect(found).toHaveLength(4);
    expect(found?.join()).not.toContain(digits(second));
    expect(found?.join()).not.toContain(digits(fourth));
    expect(found?.[1]).toContain(digits(third));
    expect(found?.[3]).toContain(digits(extra));
  });

  it('says of one date that it is cancelled, of another that it is moved', async () => {
    const [second, third] = [1, 2].map((week) => addDays(start, week * 7)) as [string, string];
    const found = await dates(
      weekly(),
      `UID:chorale@example.org\nRECURRENCE-ID${at(second, '1830')}\nDTSTART${at(second, '1830')}\nSTATUS:CANCELLED`,
      `UID:chorale@example.org\nRECURRENCE-ID${at(third, '1830')}\nDTSTART${at(addDays(third, 1), '1900')}\nDTEND${at(addDays(third, 1), '2030')}`,
    );
    expect(found?.[1]).toBe(`${digits(second)} de 18:30 à 20:00 (annulé)`);
    expect(found?.[2]).toBe(
      `${digits(third)} de 18:30 à 20:00 (reporté au ${digits(addDays(third, 1))} de 19:00 à 20:30)`,
    );
  });

  it.each([
    ['UTC', `DTSTART:${compact(tuesday(4))}T200000Z`, clockOf(`${tuesday(4)}T20:00:00Z`)],
    ['a zone of Windows, not defined', `DTSTART;TZID=GMT Standard Time:${compact(tuesday(4))}T200000`, '21:00'],
    ['a zone of a long name', `DTSTART;TZID=/example.org/Europe/Athens:${compact(tuesday(4))}T220000`, '21:00'],
    ['no zone at all', `DTSTART:${compact(tuesday(4))}T210000`, '21:00'],
  ])('is in the time of Paris: %s', async (_name, start, wanted) => {
    const [date] = (await dates(`UID:a\nSUMMARY:A\n${start}\nDURATION:PT1H`)) ?? [];
    expect(date).toContain(`${digits(tuesday(4))} de ${wanted} à `);
  });

  it('reads whole days, whose end is not included, and a cancelled event', async () => {
    const day = tuesday(2);
    const lines = `UID:m\nSUMMARY:Marché de Noël\nDTSTART;VALUE=DATE:${compact(day)}\nDTEND;VALUE=DATE:${compact(addDays(day, 2))}\nSTATUS:CANCELLED`;
    expect(await first(calendar(lines))).toMatchObject({
      dates: `${digits(day)} au ${digits(addDays(day, 1))}`,
      state: 'annulé',
      kind: 'fête',
    });
  });

  it('takes the last of two versions, tells what is private, damaged or cut, and reads the rest', async () => {
    const text = calendar(
      `UID:a\nSEQUENCE:2\nSUMMARY:La bonne\nDTSTART:${compact(tuesday(2))}T100000Z`,
      `UID:a\nSEQUENCE:1\nSUMMARY:L’ancienne\nDTSTART:${compact(tuesday(2))}T100000Z`,
      `UID:b\nCLASS:PRIVATE\nSUMMARY:Dentiste\nDTSTART:${compact(tuesday(2))}T100000Z`,
      'UID:c\nune ligne sans rien',
    ).replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:d\r\nSUMM');
    const { rows, remarks } = await events(text);
    expect(rows.map(({ title }) => title)).toEqual(['La bonne']);
    expect(remarks.join(' ')).toMatch(/1 événement marqué privé.*1 événement abîmé.*s’arrête au milieu/);
    expect(remarks[0]).toBe('C’est un agenda au format ICS (« Agenda du foyer ») : 1 événement lu.');
    expect(remarks.join(' ')).not.toContain('Dentiste');
  });

  it('keeps the later of two of one number, by its version, its change or its place, and says which is left', async () => {
    const at = `DTSTART:${compact(tuesday(2))}T100000Z`;
    const { rows } = await events(
      calendar(
        `UID:a\nSUMMARY:Loto du matin\n${at}`,
        `UID:a\nSUMMARY:Loto du soir\n${at}`,
        `UID:b\nSUMMARY:Nouveau\nLAST-MODIFIED:20261102T100000Z\n${at}`,
        `UID:b\nSUMMARY:Ancien\nLAST-MODIFIED:20261101T100000Z\n${at}`,
      ),
    );
    expect(rows.map(({ title }) => title)).toEqual(['Loto du soir', 'Nouveau']);
    expect(rows[0]?.remarks).toMatch(/même identifiant.*« Loto du matin » \(ligne \d+ du fichier\) n’est pas repris/);
    expect(rows[1]?.remarks).toContain('« Ancien »');
  });

  it.each([
    [
      'an end before the beginning',
      `DTSTART:${compact(tuesday(2))}T100000Z\nDTEND:${compact(tuesday(1))}T100000Z`,
      /avant le début/,
    ],
    [
      'an end a thousand years later',
      `DTSTART;VALUE=DATE:${compact(tuesday(2))}\nDTEND;VALUE=DATE:30260101`,
      /plus d’un an/,
    ],
    [
      'a rule of every 0 weeks',
      `DTSTART:${compact(tuesday(2))}T100000Z\nRRULE:FREQ=WEEKLY;INTERVAL=0;COUNT=2`,
      /toutes les 0 fois/,
    ],
  ])('says of %s what is made of it', async (_name, when, remark) => {
    const row = await first(calendar(`UID:a\nSUMMARY:A\n${when}`));
    expect(row?.remarks).toMatch(remark);
    expect(row?.dates).not.toContain('3026');
  });

  const ruled = (rule: string, from: string) =>
    readCalendar(calendar(`UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:${compact(from)}\nRRULE:${rule}`), '2026-11-30')
      .events[0];

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2027-02-01'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', '2027-02-01'],
    ['FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31', '2027-02-28'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2027-02-01'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', '2027-02-01'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2027-02-01'],
  ])('proposes no date, and says so, of a rule that no day fulfils: %s', (rule, from) => {
    const event = ruled(rule, from);
    expect(event?.dates).toEqual([]);
    expect(event?.remarks.join(' ')).toMatch(/aucun jour d’ici un an/);
  });

  it.each([
    ['a month without the day is passed over', 'FREQ=MONTHLY', '2027-01-31', ['01-31', '03-31', '05-31']],
    ['a day of every month', 'FREQ=YEARLY;BYMONTHDAY=30', '2027-01-01', ['01-30', '03-30', '04-30']],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-01', ['01-31', '02-28', '03-31']],
    ['a count counts what is', 'FREQ=MONTHLY;BYMONTHDAY=30;COUNT=2', '2027-01-01', ['01-30', '03-30']],
  ])('%s', (_name, rule, from, wanted) => {
    expect(
      ruled(rule, from)
        ?.dates.map(({ day }) => day.slice(5))
        .slice(0, 3),
    ).toEqual(wanted);
  });

  it.each([
    ['FREQ=DAILY', '2026-11-30', 395],
    ['FREQ=DAILY;COUNT=46356', '2026-11-30', 31],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', '2026-11-30', 280],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=40000', '2026-11-30', 280],
    ['FREQ=WEEKLY;INTERVAL=2', '2026-12-14', 27],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-12-08', 12],
    ['FREQ=YEARLY', '2027-01-01', 1],
  ])('follows one that began in 1900 around today: %s', (rule, day, atLeast) => {
    const event = ruled(rule, '1900-01-01');
    const ahead = event?.dates.filter((one) => one.day >= '2026-11-01') ?? [];
    expect(event?.remarks).toEqual([]);
    expect(ahead.length).toBeGreaterThanOrEqual(atLeast);
    expect(ahead.map((one) => one.day)).toContain(day);
  });

  it('of one that ended long ago says the last date', () => {
    expect(ruled('FREQ=DAILY;UNTIL=19541004', '1900-01-01')?.dates.map(({ day }) => day)).toEqual(['1954-10-04']);
    expect(ruled('FREQ=WEEKLY;COUNT=3', '1900-01-01')?.dates.map(({ day }) => day)).toEqual(['1900-01-15']);
  });

  it('ends, whatever its rule says, and is never taken for what was announced by nobody', () => {
    const began = performance.now();
    const rules = [
      'FREQ=SECONDLY',
      'FREQ=NEVER',
      'X',
      'FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2',
      'FREQ=WEEKLY;BYWEEKNO=53;BYMONTH=6',
      'FREQ=DAILY;BYDAY=MO;BYMONTH=13',
      'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
      'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
      'FREQ=DAILY;BYHOUR=25',
      'FREQ=MONTHLY;BYSETPOS=9;BYDAY=MO',
    ];
    for (const rule of rules) {
      const text = calendar(`UID:a\nSUMMARY:A\nDTSTART:${compact(tuesday(2))}T100000Z\nRRULE:${rule}`);
      const found = readCalendar(text, dayOf(new Date())).events;
      expect(found.flatMap(({ dates }) => dates).length, rule).toBeLessThanOrEqual(1);
    }
    // ical.js reads it as each day.
    expect(ruled('FREQ=DAILY;INTERVAL=0', '2026-12-01')?.dates.length).toBeLessThan(400);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.each([
    ['events', (_stamps: readonly string[]) => Array.from({ length: 31_000 }, (_, rank) => `UID:${rank}\nSUMMARY:A`)],
    [
      'rules',
      (stamps: readonly string[]) =>
        stamps.slice(0, 1_000).map((at, rank) => `UID:${rank}\nSUMMARY:A\nDTSTART:${at}\nRRULE:FREQ=DAILY;COUNT=90`),
    ],
  ])('that has too many %s says what to ask of an agenda', async (_name, events) => {
    const stamps = Array.from({ length: 31_000 }, (_, rank) => `${compact(addDays(tuesday(1), rank % 300))}T100000Z`);
    expect(await refusal(calendar(...events(stamps)), 'a.ics')).toMatch(/^Cet agenda a plus de.*période plus courte/);
  });

  // The limit of every test refuses a reader that begins anew for each date.
  it('of 100,000 dates, each on a line, is read in one pass', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, rank) =>
        `RDATE;TZID=Europe/Paris:${compact(addDays(tuesday(1), rank % 300))}T${String(10 + (rank % 10))}${String(10 + (Math.floor(rank / 3000) % 40))}00`,
    );
    const { rows } = await events(calendar(`UID:a\nSUMMARY:A\nDTSTART${at(start, '1830')}\n${lines.join('\n')}`));
    expect(rows[0]?.remarks).toMatch(/dates plus lointaines/);
  });
});

describe('whatever the bytes', () => {
  it('JSON of something else, cut JSON and an empty agenda are refused, and how to mend it is said', async () => {
    expect(await refusal('[{"nom": "Judo"}]')).toMatch(/pas un agenda/);
    expect(await refusal(JSON.stringify({ events: [openAgendaV3()] }).slice(0, -9))).toMatch(/abîmé ou incomplet/);
    expect(await refusal(calendar())).toMatch(/aucun événement/);
    for (const text of ['[[['.repeat(1_700_000), '{{'.repeat(9), '[[1, 2], [3', '[ [', '{ {"a": 1'])
      expect(await refusal(text)).toMatch(/JSON est abîmé ou incomplet/);
    for (const text of ['[]', '{}', '[[1, 2], [3, 4]]'])
      expect(await refusal(text)).toMatch(/JSON, mais pas un agenda/);
    expect(await refusal('[Nom];[Commune]\n[Judo];[Cézac]\n')).toBe('');
    expect(await refusal('a'.repeat(5_000_000))).toMatch(/ni un classeur .* ni un CSV/);
    expect(await refusal('{"events":'.repeat(50_000))).toMatch(/\.$/);
  });

  it('a report comes: shapes turned over, cut, with other values', async () => {
    const samples = [openAgendaV3(), openAgendaV1(), apidae(), tourinsoft(), opendatasoft()] as Record<
      string,
      unknown
    >[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(30), fc.anything({ withNullPrototype: false, withBigInt: false })), { maxLength: 6 }),
        async (sample, changes) => {
          const event = { ...sample };
          for (const [rank, value] of changes)
            event[Object.keys(sample)[rank % Object.keys(sample).length] ?? ''] = value;
          const said = await refusal(JSON.stringify({ events: [event] }));
          expect(said === '' || /[.)]$/.test(said)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(2_000), fc.string({ maxLength: 12 }), async (where, noise) => {
        const text = calendar('UID:a\nSUMMARY:A\nDTSTART:20270105T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3');
        const said = await refusal(
          text.slice(0, where % text.length) + noise + text.slice((where % text.length) + noise.length),
        );
        expect(said === '' || /[.)]$/.test(said)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
