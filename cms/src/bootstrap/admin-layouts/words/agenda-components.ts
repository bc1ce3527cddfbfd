import type { Layout } from '../layout.ts';

export const timing: Layout = {
  uid: 'agenda.timing',
  mainField: 'begin',
  rows: [['begin'], ['end']],
  fields: {
    begin: { label: 'Début', help: 'Une ligne par date.' },
    end: { label: 'Fin', help: 'À laisser vide si elle n’est pas connue.' },
  },
};

export const registration: Layout = {
  uid: 'agenda.registration',
  mainField: 'value',
  rows: [['kind', 'value']],
  fields: {
    kind: { label: 'Par quel moyen ?', help: 'Sans inscription, retirez cette ligne.' },
    value: {
      label: 'Numéro ou adresse',
      help: 'Un téléphone, une adresse électronique ou un lien, selon le moyen choisi.',
    },
  },
};
