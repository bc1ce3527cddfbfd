import type { Layout } from '../layout.ts';

export const question: Layout = {
  uid: 'home.question',
  mainField: 'label',
  rows: [['label'], ['query']],
  fields: {
    label: {
      label: 'Question',
      help: 'Une recherche toute prête, dans les mots des habitants.',
      placeholder: 'Que faire avec un enfant de 8 ans le mercredi ?',
    },
    query: {
      label: 'Recherche',
      help: 'Faites la recherche sur le site, puis copiez ce qui suit le « ? » dans la barre d’adresse.',
      placeholder: 'q=judo&jour=mercredi',
    },
  },
};
