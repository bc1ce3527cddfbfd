import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import { table, type Collection } from '../column.ts';
import { pagesOf, pointOf, type OpenContent } from '../open-content.ts';
import { identity, INSEE, page, point, themes } from './shared-columns.ts';

interface Source extends OpenContent {
  readonly resource: Resource;
}

const communeOf = ({ content, resource: { commune } }: Source) =>
  commune === null ? undefined : content.communes.byId(commune);
const ownerOf = ({ content, resource: { owner } }: Source) =>
  owner === null ? undefined : content.associations.byId(owner);

export const resources: Collection<Source> = {
  singular: 'ressource',
  key: 'id',
  label: 'titre',
  isPlaced: true,
  all: (open) => open.content.resources.all.map((resource) => ({ ...open, resource })),
  table: table<Source>({
    name: 'ressources',
    title: 'Ressources partagées',
    about: 'Une ligne par chose qui se prête ou se partage.',
    columns: [
      ...identity<Source>(({ resource }) => resource),
      { name: 'titre', type: 'string', required: true, meaning: 'Titre', of: (s) => s.resource.title },
      {
        name: 'genre',
        type: 'string',
        required: true,
        oneOf: resourceKinds.values,
        meaning: 'Genre de ressource',
        of: (s) => s.resource.kind,
      },
      { name: 'resume', type: 'string', required: true, meaning: 'Présentation courte', of: (s) => s.resource.summary },
      { name: 'description', type: 'string', meaning: 'Présentation longue', of: (s) => s.resource.description },
      {
        name: 'proprietaire',
        type: 'string',
        meaning: 'À qui elle est',
        of: (s) => ownerOf(s)?.name ?? s.resource.ownerName,
      },
      {
        name: 'id_association',
        type: 'string',
        refersTo: { table: 'associations', column: 'id' },
        meaning: 'Identifiant de l’association à qui elle est',
        of: (s) => ownerOf(s)?.id ?? null,
      },
      {
        name: 'quantite',
        type: 'integer',
        minimum: 1,
        meaning: 'Nombre d’exemplaires',
        of: (s) => s.resource.quantity,
      },
      {
        name: 'capacite',
        type: 'integer',
        minimum: 1,
        meaning: 'Nombre de personnes (salle, formation)',
        of: (s) => s.resource.capacity,
      },
      { name: 'conditions', type: 'string', meaning: 'Conditions', of: (s) => s.resource.conditions },
      { name: 'comment_obtenir', type: 'string', meaning: 'Comment la demander', of: (s) => s.resource.howToGet },
      { name: 'caution', type: 'number', minimum: 0, meaning: 'Caution, en euros', of: (s) => s.resource.deposit },
      { name: 'tarif', type: 'string', meaning: 'Tarif, en toutes lettres', of: (s) => s.resource.price },
      { name: 'commune', type: 'string', meaning: 'Commune', of: (s) => communeOf(s)?.name ?? null },
      {
        name: 'code_insee',
        type: 'string',
        pattern: INSEE,
        refersTo: { table: 'communes', column: 'code_insee' },
        meaning: 'Code Insee de la commune',
        of: (s) => communeOf(s)?.inseeCode ?? null,
      },
      ...point<Source>((s) => pointOf(null, 'lieu', communeOf(s))),
      { name: 'reservable', type: 'boolean', required: true, meaning: 'Se réserve', of: (s) => s.resource.bookable },
      ...themes<Source>((s) => s.resource.themes),
      page<Source>((s) => pagesOf(s.siteUrl).resource(s.resource.slug)),
    ],
  }),
};
