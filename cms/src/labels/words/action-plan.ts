import type { Layout } from '../layout.ts';

export const actionPlan: Layout = {
  uid: 'api::action-plan.action-plan',
  mainField: 'title',
  sort: ['adoptedOn', 'DESC'],
  columns: ['title', 'territory', 'elsewhere', 'adoptedOn'],
  rows: [
    ['title'],
    ['territory', 'elsewhere'],
    ['adoptedBy', 'adoptedOn'],
    ['firstYear', 'lastYear'],
    ['preamble'],
    ['axes'],
    ['slug'],
  ],
  fields: {
    title: { label: 'Titre' },
    slug: {
      label: 'Adresse de la page',
      help: 'La fin de l’adresse sur le site. La changer casse les liens déjà partagés.',
    },
    territory: { label: 'Territoire' },
    elsewhere: {
      label: 'Plan d’un autre territoire',
      help: 'Donné en exemple\u00a0: le site le présente à part, sous «\u00a0Ailleurs\u00a0», et jamais comme le vôtre.',
    },
    adoptedOn: { label: 'Adopté le' },
    adoptedBy: { label: 'Adopté par', placeholder: 'Conseil communautaire' },
    firstYear: { label: 'Première année', placeholder: '2024' },
    lastYear: { label: 'Dernière année', placeholder: '2027' },
    preamble: { label: 'Préambule', help: 'Une ligne vide sépare les paragraphes.' },
    axes: { label: 'Axes', help: 'Un axe et ses actions se publient chacun de leur côté.', mainField: 'title' },
    editions: { label: 'Éditions imprimées où il paraît', mainField: 'title' },
  },
};
