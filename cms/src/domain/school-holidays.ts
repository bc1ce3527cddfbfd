/**
 * School holidays of metropolitan France, as data: arrêté du 7 décembre 2022 (2025-2026) and arrêté du 22 octobre 2025 (2026-2027)
 * of the minister of education. A year more is a few lines here, once it is published; nothing else changes.
 */
import type { SchoolZone } from './vocabulary/school-zones.ts';

export interface SchoolHoliday {
  /** "vacances d’hiver" */
  readonly name: string;
  /** `YYYY-MM-DD`: the first and the last day without class, of which the first is a Saturday but in the bridge of May. */
  readonly from: string;
  readonly to: string;
}

type Span = readonly [from: string, to: string];

const everywhere = (from: string, to: string): Readonly<Record<SchoolZone, Span>> => ({
  A: [from, to],
  B: [from, to],
  C: [from, to],
});

const YEARS: readonly (readonly [name: string, Readonly<Record<SchoolZone, Span>>])[] = [
  ['vacances de la Toussaint', everywhere('2025-10-18', '2025-11-02')],
  ['vacances de Noël', everywhere('2025-12-20', '2026-01-04')],
  [
    'vacances d’hiver',
    { A: ['2026-02-07', '2026-02-22'], B: ['2026-02-14', '2026-03-01'], C: ['2026-02-21', '2026-03-08'] },
  ],
  [
    'vacances de printemps',
    { A: ['2026-04-04', '2026-04-19'], B: ['2026-04-11', '2026-04-26'], C: ['2026-04-18', '2026-05-03'] },
  ],
  ['pont de l’Ascension', everywhere('2026-05-14', '2026-05-17')],
  ['vacances d’été', everywhere('2026-07-04', '2026-08-31')],

  ['vacances de la Toussaint', everywhere('2026-10-17', '2026-11-01')],
  ['vacances de Noël', everywhere('2026-12-19', '2027-01-03')],
  [
    'vacances d’hiver',
    { A: ['2027-02-13', '2027-02-28'], B: ['2027-02-20', '2027-03-07'], C: ['2027-02-06', '2027-02-21'] },
  ],
  [
    'vacances de printemps',
    { A: ['2027-04-10', '2027-04-25'], B: ['2027-04-17', '2027-05-02'], C: ['2027-04-03', '2027-04-18'] },
  ],
  ['pont de l’Ascension', everywhere('2027-05-06', '2027-05-09')],
  ['vacances d’été', everywhere('2027-07-03', '2027-08-31')],
];

const ofZone = (zone: SchoolZone): readonly SchoolHoliday[] =>
  YEARS.map(
    ([
      name,
      {
        [zone]: [from, to],
      },
    ]) => ({ name, from, to }),
  );
const BY_ZONE: Readonly<Record<SchoolZone, readonly SchoolHoliday[]>> = {
  A: ofZone('A'),
  B: ofZone('B'),
  C: ofZone('C'),
};

/** In their order. */
export const schoolHolidays = (zone: SchoolZone): readonly SchoolHoliday[] => BY_ZONE[zone];

/** The last day of which it is known whether there is class: after it no calendar is published. */
export const HOLIDAYS_KNOWN_UNTIL = YEARS.reduce((last, [, { A }]) => (A[1] > last ? A[1] : last), '');

/** The holiday that a day is in; null when there is class, or nobody knows. @param day `YYYY-MM-DD` */
export const holidayOf = (day: string, zone: SchoolZone): SchoolHoliday | null =>
  BY_ZONE[zone].find(({ from, to }) => from <= day && day <= to) ?? null;
