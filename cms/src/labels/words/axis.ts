import type { Layout } from '../layout.ts';

export const axis: Layout = {
  uid: 'api::axis.axis',
  mainField: 'title',
  sort: ['number', 'ASC'],
  columns: ['number', 'title', 'plan'],
  rows: [['number', 'plan'], ['title'], ['introduction'], ['actions']],
  fields: {
    number: { label: 'Numéro', help: 'Comme dans le plan.', placeholder: '1' },
    title: { label: 'Titre' },
    introduction: { label: 'Introduction' },
    plan: { label: 'Plan d’actions', mainField: 'title' },
    actions: { label: 'Actions', mainField: 'title' },
  },
};
