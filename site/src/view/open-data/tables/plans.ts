import type { Action, ActionPlan, Axis, Indicator, Reading } from '@trame/cms/domain/contract/site/action-plan';
import { actionStates } from '@trame/cms/domain/vocabulary/action-states';
import { table, type Collection } from '../column.ts';
import { pagesOf, type OpenContent } from '../open-content.ts';
import { childIds } from './child-ids.ts';
import { identity, page } from './shared-columns.ts';

interface Source extends OpenContent {
  readonly plan: ActionPlan;
}
interface ActionSource extends Source {
  readonly axis: Axis;
  readonly action: Action;
}
interface IndicatorSource {
  readonly action: Action;
  readonly indicator: Indicator;
  readonly id: string;
}
interface ReadingSource {
  readonly indicator: string;
  readonly reading: Reading;
}

const readings = table<ReadingSource>({
  name: 'releves',
  title: 'Relevés des indicateurs',
  about: 'Une ligne par mesure d’un indicateur.',
  columns: [
    {
      name: 'indicateur',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'indicateurs', column: 'id' },
      meaning: 'Identifiant de l’indicateur',
      of: ({ indicator }) => indicator,
    },
    { name: 'date', type: 'date', required: true, meaning: 'Date (AAAA-MM-JJ)', of: ({ reading }) => reading.date },
    { name: 'valeur', type: 'number', required: true, meaning: 'Valeur mesurée', of: ({ reading }) => reading.value },
    { name: 'precision', type: 'string', meaning: 'Précision', of: ({ reading }) => reading.note },
  ],
});

const indicators = table<IndicatorSource>({
  name: 'indicateurs',
  title: 'Indicateurs',
  about: 'Une ligne par indicateur d’évaluation d’une action.',
  columns: [
    {
      name: 'id',
      type: 'string',
      required: true,
      unique: true,
      meaning: 'Identifiant de l’indicateur\u00a0: il reste le même tant que l’indicateur garde son nom',
      of: ({ id }) => id,
    },
    {
      name: 'action',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'actions', column: 'id' },
      meaning: 'Identifiant de l’action',
      of: ({ action }) => action.id,
    },
    {
      name: 'intitule',
      type: 'string',
      required: true,
      meaning: 'Ce qui est compté',
      of: ({ indicator }) => indicator.label,
    },
    {
      name: 'unite',
      type: 'string',
      meaning: 'Unité, telle qu’elle se lit après le nombre',
      of: (s) => s.indicator.unit,
    },
    { name: 'cible', type: 'number', meaning: 'Valeur visée', of: ({ indicator }) => indicator.target },
  ],
  children: [
    {
      name: 'releves',
      meaning: 'Mesures, dans l’ordre des dates',
      table: readings,
      of: ({ id, indicator }) => indicator.readings.map((reading): ReadingSource => ({ indicator: id, reading })),
    },
  ],
});

/** The headings of a « fiche action » that are words, in the order in which they are printed. */
const HEADINGS = [
  ['introduction', 'introduction', 'Introduction'],
  ['diagnostic', 'diagnosis', 'Diagnostic initial'],
  ['public_cible', 'targetAudience', 'Public cible'],
  ['enjeu', 'stake', 'Enjeu'],
  ['mise_en_oeuvre', 'implementation', 'Modalités de mise en œuvre'],
  ['objectifs', 'objectives', 'Objectifs opérationnels'],
  ['echeances', 'deadlines', 'Échéances de réalisation, en toutes lettres'],
  ['services', 'services', 'Services mobilisés et responsables'],
  ['resultats_attendus', 'expectedResults', 'Résultats attendus'],
  ['partenaires', 'partners', 'Partenaires sollicités'],
] as const satisfies readonly (readonly [string, keyof Action, string])[];

const actions = table<ActionSource>({
  name: 'actions',
  title: 'Actions',
  about: 'Une ligne par action d’un plan d’actions, avec les rubriques de sa fiche.',
  columns: [
    ...identity<ActionSource>(({ action }) => action),
    {
      name: 'plan',
      type: 'string',
      required: true,
      parent: true,
      refersTo: { table: 'plans', column: 'id' },
      meaning: 'Identifiant du plan',
      of: ({ plan }) => plan.id,
    },
    { name: 'axe', type: 'string', required: true, meaning: 'Numéro de l’axe', of: ({ axis }) => axis.number },
    { name: 'axe_titre', type: 'string', required: true, meaning: 'Titre de l’axe', of: ({ axis }) => axis.title },
    {
      name: 'numero',
      type: 'string',
      required: true,
      meaning: 'Numéro de l’action',
      of: ({ action }) => action.number,
    },
    { name: 'titre', type: 'string', required: true, meaning: 'Titre', of: ({ action }) => action.title },
    {
      name: 'etat',
      type: 'string',
      oneOf: actionStates.values,
      meaning: 'Où en est l’action\u202f; vide quand rien ne le dit',
      of: ({ action }) => action.state,
    },
    { name: 'debut', type: 'date', meaning: 'Début (AAAA-MM-JJ)', of: ({ action }) => action.startsOn },
    { name: 'fin', type: 'date', meaning: 'Fin (AAAA-MM-JJ)', of: ({ action }) => action.endsOn },
    ...HEADINGS.map(([name, key, meaning]) => ({
      name,
      type: 'string' as const,
      meaning,
      of: ({ action }: ActionSource) => action[key],
    })),
    {
      name: 'id_associations',
      type: 'list',
      refersTo: { table: 'associations', column: 'id' },
      meaning: 'Identifiants des associations qui y prennent part',
      of: (s) => s.content.associations.some(s.action.associations).map(({ id }) => id),
    },
    {
      name: 'id_evenements',
      type: 'list',
      refersTo: { table: 'evenements', column: 'id' },
      meaning: 'Identifiants des événements qui s’y rattachent',
      of: (s) => s.content.events.some(s.action.events).map(({ id }) => id),
    },
    {
      name: 'id_ressources',
      type: 'list',
      refersTo: { table: 'ressources', column: 'id' },
      meaning: 'Identifiants des ressources qui s’y rattachent',
      of: (s) => s.content.resources.some(s.action.resources).map(({ id }) => id),
    },
    page<ActionSource>((s) => pagesOf(s.siteUrl).action(s.plan.slug, s.action.slug)),
  ],
  children: [
    {
      name: 'indicateurs',
      meaning: 'Indicateurs d’évaluation',
      table: indicators,
      of: ({ action }) =>
        childIds(action.id, action.indicators, ({ label }) => label).map(({ id, part }): IndicatorSource => ({
          action,
          indicator: part,
          id,
        })),
    },
  ],
});

export const plans: Collection<Source> = {
  singular: 'plan',
  key: 'id',
  label: 'titre',
  isPlaced: false,
  all: (open) => open.content.actionPlans.map((plan) => ({ ...open, plan })),
  table: table<Source>({
    name: 'plans',
    title: 'Plans d’actions',
    about:
      'Une ligne par plan d’actions du territoire\u202f; ceux d’autres territoires, donnés en exemple, n’y sont pas.',
    columns: [
      ...identity<Source>(({ plan }) => plan),
      { name: 'titre', type: 'string', required: true, meaning: 'Titre', of: (s) => s.plan.title },
      { name: 'territoire', type: 'string', required: true, meaning: 'Territoire', of: (s) => s.plan.territory },
      { name: 'adopte_le', type: 'date', meaning: 'Date d’adoption (AAAA-MM-JJ)', of: (s) => s.plan.adoptedOn },
      { name: 'adopte_par', type: 'string', meaning: 'Qui l’a adopté', of: (s) => s.plan.adoptedBy },
      { name: 'premiere_annee', type: 'integer', meaning: 'Première année de la période', of: (s) => s.plan.firstYear },
      { name: 'derniere_annee', type: 'integer', meaning: 'Dernière année de la période', of: (s) => s.plan.lastYear },
      { name: 'preambule', type: 'string', meaning: 'Préambule', of: (s) => s.plan.preamble },
      page<Source>((s) => pagesOf(s.siteUrl).plan(s.plan.slug)),
    ],
    children: [
      {
        name: 'actions',
        meaning: 'Actions, dans l’ordre du plan',
        table: actions,
        of: (source) =>
          source.plan.axes.flatMap((axis) => axis.actions.map((action): ActionSource => ({ ...source, axis, action }))),
      },
    ],
  }),
};
