import type { Layout } from '../layout.ts';

export const activity: Layout = {
  uid: 'activity.activity',
  mainField: 'label',
  rows: [['label'], ['ageMin', 'ageMax'], ['slots'], ['place', 'communeCode'], ['price', 'season'], ['description']],
  fields: {
    label: { label: 'Activité', placeholder: 'Judo, débutants' },
    description: { label: 'Précisions' },
    ageMin: { label: 'Âge, à partir de', help: 'En années. Vide : pas de minimum.' },
    ageMax: { label: 'Âge, jusqu’à', help: 'En années, compris. Vide : pas de maximum.' },
    slots: {
      label: 'Créneaux',
      help: 'Un par jour et par horaire. Sans créneau, l’activité ne se trouve pas par jour.',
    },
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
    day: { label: 'Jour' },
    begin: { label: 'Début', help: 'Heure et minutes.', placeholder: '14:00' },
    end: { label: 'Fin', help: 'Après le début.', placeholder: '15:30' },
    note: { label: 'Précision', placeholder: 'Semaines paires, hors vacances…' },
  },
};
