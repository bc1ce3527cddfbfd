import type { Layout } from '../layout.ts';

/** One item a line: the site and the printed "fiche action" make a list of it. */
const ONE_A_LINE = 'Un élément par ligne.';

export const action: Layout = {
  uid: 'api::action.action',
  mainField: 'title',
  sort: ['number', 'ASC'],
  columns: ['number', 'title', 'axis', 'state'],
  rows: [
    ['number', 'state', 'axis'],
    ['title'],
    ['introduction'],
    ['startsOn', 'endsOn'],
    ['diagnosis'],
    ['targetAudience'],
    ['stake'],
    ['implementation'],
    ['objectives'],
    ['deadlines'],
    ['services'],
    ['expectedResults'],
    ['partners'],
    ['indicators'],
    ['associations', 'events'],
    ['resources', 'guides'],
    ['slug'],
  ],
  fields: {
    number: { label: 'Numéro', help: 'Comme dans le plan.', placeholder: '1.2' },
    title: { label: 'Titre' },
    slug: {
      label: 'Adresse de la page',
      help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
    },
    axis: { label: 'Axe', mainField: 'title' },
    state: {
      label: 'Avancement',
      help: 'À laisser vide tant que rien ne dit où en est l’action\u00a0: le site et le livret ne diront rien.',
    },
    introduction: { label: 'Introduction' },
    startsOn: {
      label: 'Début',
      help: 'Pour la frise\u00a0; ce qui a été décidé en toutes lettres va dans «\u00a0Échéances\u00a0».',
    },
    endsOn: { label: 'Fin' },
    diagnosis: { label: 'Diagnostic initial', help: 'Première des dix rubriques de la fiche action.' },
    targetAudience: { label: 'Public cible', help: ONE_A_LINE },
    stake: { label: 'Enjeu' },
    implementation: { label: 'Modalités de mise en œuvre', help: ONE_A_LINE },
    objectives: { label: 'Objectifs opérationnels', help: ONE_A_LINE },
    deadlines: { label: 'Échéances de réalisation', help: ONE_A_LINE },
    services: { label: 'Services mobilisés et responsables', help: ONE_A_LINE },
    expectedResults: { label: 'Résultats attendus', help: ONE_A_LINE },
    partners: { label: 'Partenaires sollicités', help: ONE_A_LINE },
    indicators: { label: 'Indicateurs d’évaluation' },
    associations: { label: 'Associations liées' },
    events: { label: 'Événements liés', mainField: 'title' },
    resources: { label: 'Ressources liées', mainField: 'title' },
    guides: { label: 'Guides liés', mainField: 'title' },
  },
};
