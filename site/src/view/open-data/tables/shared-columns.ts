/** Columns that several tables have. */
import type { Accessibility } from '@trame/cms/domain/contract/site/territory';
import type { Column } from '../column.ts';
import { POSITIONS, type OpenContent, type Point } from '../open-content.ts';

export const INSEE = '^\\d[\\dAB]\\d{3}$';
export const SLUG = '^[a-z0-9]+(?:-[a-z0-9]+)*$';
export const CLOCK = '^([01]\\d|2[0-3]):[0-5]\\d$';
export const PHONE = '^(?:\\+[1-9]\\d{5,14}|[13]\\d{1,5})$';

interface Named {
  readonly id: string;
  readonly slug: string;
}

/** @param record of a source */
export const identity = <Source>(record: (source: Source) => Named): Column<Source>[] => [
  {
    name: 'id',
    type: 'string',
    required: true,
    unique: true,
    meaning: 'Identifiant stable\u00a0: il ne change jamais, même si le nom ou l’adresse de la fiche changent',
    of: (source) => record(source).id,
  },
  {
    name: 'identifiant',
    type: 'string',
    required: true,
    pattern: SLUG,
    meaning: 'Dernière partie de l’adresse de la fiche sur ce site\u202f; elle peut changer',
    of: (source) => record(source).slug,
  },
];

export const page = <Source>(address: (source: Source) => string): Column<Source> => ({
  name: 'fiche',
  type: 'string',
  format: 'uri',
  required: true,
  meaning: 'Adresse de la fiche sur ce site',
  of: address,
});

export const themes = <Source extends OpenContent>(ids: (source: Source) => readonly string[]): Column<Source>[] => [
  {
    name: 'themes',
    type: 'list',
    meaning: 'Thèmes, le principal en premier',
    of: (source) => source.content.themes.some(ids(source)).map(({ name }) => name),
  },
  {
    name: 'id_themes',
    type: 'list',
    refersTo: { table: 'themes', column: 'id' },
    meaning: 'Identifiants de ces thèmes, dans le même ordre',
    of: (source) => source.content.themes.some(ids(source)).map(({ id }) => id),
  },
];

const HANDICAPS = ['moteur', 'auditif', 'visuel', 'intellectuel', 'psychique'] as const;
const HANDICAP_OF = {
  mobility: 'moteur',
  hearing: 'auditif',
  sight: 'visuel',
  intellectual: 'intellectuel',
  psychological: 'psychique',
} as const satisfies Partial<Record<keyof Accessibility, (typeof HANDICAPS)[number]>>;

export const accessibility = <Source>(of: (source: Source) => Accessibility | null): Column<Source>[] => [
  {
    name: 'accessibilite',
    type: 'list',
    oneOf: HANDICAPS,
    meaning: 'Handicaps que l’on peut accueillir\u202f; vide quand on ne sait pas',
    of: (source) => {
      const known = of(source);
      return known === null
        ? []
        : Object.entries(HANDICAP_OF).flatMap(([key, word]) => (known[key as keyof typeof HANDICAP_OF] ? word : []));
    },
  },
  {
    name: 'accessibilite_precision',
    type: 'string',
    meaning: 'Accessibilité, en toutes lettres',
    of: (source) => of(source)?.note ?? null,
  },
];

/** Degrees, WGS 84, and what they are the point of. */
export const point = <Source>(of: (source: Source) => Point | null): Column<Source>[] => [
  {
    name: 'latitude',
    type: 'number',
    minimum: -90,
    maximum: 90,
    meaning: 'Latitude en degrés (WGS 84)',
    of: (source) => of(source)?.latitude ?? null,
  },
  {
    name: 'longitude',
    type: 'number',
    minimum: -180,
    maximum: 180,
    meaning: 'Longitude en degrés (WGS 84)',
    of: (source) => of(source)?.longitude ?? null,
  },
  {
    name: 'position',
    type: 'string',
    oneOf: POSITIONS,
    meaning:
      'Ce que le point montre\u00a0: «\u00a0adresse\u00a0» (publique et située), «\u00a0lieu\u00a0» (un lieu situé) ou «\u00a0commune\u00a0» (le centre de la commune, à défaut)',
    of: (source) => of(source)?.position ?? null,
  },
];
