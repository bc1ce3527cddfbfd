/** What everything else is sorted by. */
import type { Audience, Commune, Theme, Venue } from '@trame/cms/domain/contract/site/territory';
import { table, type Collection } from '../column.ts';
import { pagesOf, pointOf, type OpenContent } from '../open-content.ts';
import { accessibility, identity, INSEE, page, point } from './shared-columns.ts';

interface ThemeSource extends OpenContent {
  readonly theme: Theme;
}
interface CommuneSource extends OpenContent {
  readonly commune: Commune;
}
interface VenueSource extends OpenContent {
  readonly venue: Venue;
}

export const themes: Collection<ThemeSource> = {
  singular: 'theme',
  key: 'id',
  label: 'nom',
  isPlaced: false,
  all: (open) => open.content.themes.all.map((theme) => ({ ...open, theme })),
  table: table<ThemeSource>({
    name: 'themes',
    title: 'Thèmes',
    about: 'Une ligne par thème, sur deux niveaux.',
    columns: [
      ...identity<ThemeSource>(({ theme }) => theme),
      { name: 'nom', type: 'string', required: true, meaning: 'Nom', of: (s) => s.theme.name },
      { name: 'description', type: 'string', meaning: 'Description', of: (s) => s.theme.description },
      {
        name: 'id_parent',
        type: 'string',
        refersTo: { table: 'themes', column: 'id' },
        meaning: 'Identifiant du thème dont il fait partie\u202f; vide pour un thème du premier niveau',
        of: ({ content, theme }) => (theme.parent === null ? null : (content.themes.byId(theme.parent)?.id ?? null)),
      },
      { name: 'rang', type: 'integer', required: true, meaning: 'Rang parmi ses voisins', of: (s) => s.theme.position },
      {
        name: 'codes_rna',
        type: 'list',
        pattern: '^\\d{6}$',
        meaning: 'Codes de la nomenclature des objets sociaux du RNA qui y correspondent',
        of: (s) => s.theme.rnaCodes,
      },
      page<ThemeSource>((s) => pagesOf(s.siteUrl).theme(s.theme.slug)),
    ],
  }),
};

export const audiences: Collection<Audience> = {
  singular: 'public',
  key: 'id',
  label: 'nom',
  isPlaced: false,
  all: ({ content }) => content.audiences.all,
  table: table<Audience>({
    name: 'publics',
    title: 'Publics',
    about: 'Une ligne par public.',
    columns: [
      ...identity<Audience>((audience) => audience),
      { name: 'nom', type: 'string', required: true, meaning: 'Nom', of: ({ name }) => name },
      {
        name: 'rang',
        type: 'integer',
        required: true,
        meaning: 'Rang dans les listes',
        of: ({ position }) => position,
      },
      { name: 'age_min', type: 'integer', minimum: 0, meaning: 'Âge minimum, en années', of: ({ ageMin }) => ageMin },
      { name: 'age_max', type: 'integer', minimum: 0, meaning: 'Âge maximum compris, en années', of: (a) => a.ageMax },
    ],
  }),
};

export const communes: Collection<CommuneSource> = {
  singular: 'commune',
  key: 'code_insee',
  label: 'nom',
  isPlaced: true,
  all: (open) => open.content.communes.all.map((commune) => ({ ...open, commune })),
  table: table<CommuneSource>({
    name: 'communes',
    title: 'Communes',
    about: 'Une ligne par commune du territoire.',
    columns: [
      {
        name: 'code_insee',
        type: 'string',
        required: true,
        unique: true,
        pattern: INSEE,
        meaning: 'Code Insee, qui identifie la commune',
        of: (s) => s.commune.inseeCode,
      },
      ...identity<CommuneSource>(({ commune }) => commune),
      { name: 'nom', type: 'string', required: true, meaning: 'Nom', of: (s) => s.commune.name },
      {
        name: 'codes_postaux',
        type: 'list',
        pattern: '^\\d{5}$',
        meaning: 'Codes postaux',
        of: (s) => s.commune.postalCodes,
      },
      {
        name: 'autres_noms',
        type: 'list',
        meaning: 'Anciennes communes, hameaux et formes courtes du nom',
        of: (s) => s.commune.otherNames ?? [],
      },
      {
        name: 'population',
        type: 'integer',
        minimum: 0,
        meaning: 'Nombre d’habitants',
        of: (s) => s.commune.population,
      },
      { name: 'description', type: 'string', meaning: 'Présentation', of: (s) => s.commune.description },
      ...point<CommuneSource>(({ commune }) => pointOf(null, 'commune', commune)),
      page<CommuneSource>((s) => pagesOf(s.siteUrl).commune(s.commune.slug)),
    ],
  }),
};

const communeOf = ({ content, venue: { commune } }: VenueSource) =>
  commune === null ? undefined : content.communes.byId(commune);

export const venues: Collection<VenueSource> = {
  singular: 'lieu',
  key: 'id',
  label: 'nom',
  isPlaced: true,
  all: (open) => open.content.venues.all.map((venue) => ({ ...open, venue })),
  table: table<VenueSource>({
    name: 'lieux',
    title: 'Lieux',
    about: 'Une ligne par lieu où l’on se retrouve.',
    columns: [
      ...identity<VenueSource>(({ venue }) => venue),
      { name: 'nom', type: 'string', required: true, meaning: 'Nom', of: (s) => s.venue.name },
      { name: 'adresse', type: 'string', meaning: 'Numéro et rue', of: (s) => s.venue.street },
      { name: 'code_postal', type: 'string', meaning: 'Code postal', of: (s) => s.venue.postalCode },
      { name: 'commune', type: 'string', meaning: 'Commune', of: (s) => communeOf(s)?.name ?? s.venue.city },
      {
        name: 'code_insee',
        type: 'string',
        pattern: INSEE,
        refersTo: { table: 'communes', column: 'code_insee' },
        meaning: 'Code Insee de la commune, quand elle est du territoire',
        of: (s) => communeOf(s)?.inseeCode ?? null,
      },
      ...point<VenueSource>((s) => pointOf(s.venue, 'lieu', communeOf(s))),
      ...accessibility<VenueSource>((s) => s.venue.accessibility),
    ],
  }),
};
