import type { Layout } from '../layout.ts';

export const activity: Layout = {
  uid: 'activity.activity',
  mainField: 'label',
  rows: [['label'], ['ageMin', 'ageMax'], ['slots'], ['place', 'communeCode'], ['price', 'season'], ['description']],
  fields: {
    label: {
      label: 'Activité',
      help: 'Une activité par public ou par pratique : c’est ce que les habitants cherchent (« enfant de 8 ans, le mercredi »).',
      placeholder: 'Judo, débutants',
    },
    description: { label: 'Précisions' },
    ageMin: { label: 'Âge, à partir de', help: 'En années. Vide : pas de minimum.' },
    ageMax: { label: 'Âge, jusqu’à', help: 'En années, compris. Vide : pas de maximum.' },
    slots: { label: 'Créneaux' },
    price: { label: 'Tarif', placeholder: '120 € l’année, deux séances d’essai' },
    place: { label: 'Lieu', help: 'Comme on dit ici.', placeholder: 'Gymnase de la Vallée' },
    communeCode: { label: 'Commune de ce lieu', help: 'Vide : les communes d’activité de l’association.' },
    season: { label: 'Période', placeholder: 'De septembre à juin' },
  },
};

export const slot: Layout = {
  uid: 'activity.slot',
  mainField: 'day',
  rows: [['day', 'begin', 'end'], ['note']],
  fields: {
    day: { label: 'Jour', help: 'Un créneau par jour et par horaire.' },
    begin: { label: 'Début' },
    end: { label: 'Fin' },
    note: { label: 'Précision', placeholder: 'Semaines paires, hors vacances…' },
  },
};
