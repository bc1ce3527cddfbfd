import type { Layout } from '../layout.ts';

export const timing: Layout = {
  uid: 'agenda.timing',
  mainField: 'begin',
  rows: [['begin'], ['end'], ['atMidnight', 'state'], ['newBegin'], ['newEnd']],
  fields: {
    begin: {
      label: 'Début',
      help: 'Une ligne par date, ou pour plusieurs jours de suite. Si l’heure n’est pas connue, laissez 00:00\u00a0: elle ne paraît pas.',
    },
    end: { label: 'Fin', help: 'À laisser vide si elle n’est pas connue.' },
    atMidnight: {
      label: 'Commence vraiment à minuit',
      help: 'Une messe de minuit, par exemple\u00a0: «\u00a0à minuit\u00a0» paraît.',
    },
    state: {
      label: 'Ce qu’il advient de cette date',
      help: 'Ne retirez pas une date annulée ou reportée\u00a0: barrée, elle prévient ceux qui l’avaient notée.',
    },
    newBegin: {
      label: 'Reporté au\u00a0: début',
      help: 'Seulement si cette date est reportée. Vide\u00a0: nouvelle date à venir.',
    },
    newEnd: { label: 'Reporté au\u00a0: fin' },
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
