import type { Layout } from '../layout.ts';

export const indicator: Layout = {
  uid: 'plan.indicator',
  mainField: 'label',
  rows: [['label'], ['unit', 'target'], ['readings']],
  fields: {
    label: {
      label: 'Indicateur',
      help: 'Ajoutez un relevé à chaque mesure : le site en fait une courbe.',
      placeholder: 'Associations présentes au forum',
    },
    unit: { label: 'Unité', help: 'Ce qui se lit après le nombre.', placeholder: 'associations' },
    target: { label: 'Objectif' },
    readings: { label: 'Relevés' },
  },
};

export const reading: Layout = {
  uid: 'plan.reading',
  mainField: 'date',
  rows: [['date', 'value'], ['note']],
  fields: { date: { label: 'Date' }, value: { label: 'Valeur' }, note: { label: 'Remarque' } },
};
