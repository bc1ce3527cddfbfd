/** What the editor's form of an entry says; the labels of the fields themselves are those of the association's form. */
import { typography } from '../../../domain/french.ts';
import { entryLimits } from '../../../domain/entry/limits.ts';

export const words = {
  faults: (count: number) => (count === 1 ? 'Un point est à corriger' : `${count} points sont à corriger`),
  summaryCount: (length: number) =>
    typography(
      length <= entryLimits.summary
        ? `${length} caractères sur ${entryLimits.summary} : c’est le texte de l’annuaire imprimé.`
        : `${length} caractères : ${length - entryLimits.summary} de trop pour l’annuaire imprimé.`,
    ),
  onePerTheme: 'Le premier décide du chapitre de l’annuaire.',
  noCommune: 'Hors du territoire, ou inconnue',
  choose: 'Choisir…',
  activity: {
    numbered: (rank: number) => `Activité ${rank}`,
    add: 'Ajouter une activité',
    remove: 'Supprimer cette activité',
    label: 'Nom de l’activité',
    ageMin: 'À partir de (ans)',
    ageMax: 'Jusqu’à (ans)',
    price: 'Prix',
    place: 'Lieu',
    commune: 'Commune',
    anyCommune: 'Partout où agit l’association',
    season: 'Période',
    description: 'Précisions',
    slots: 'Jours et heures',
    day: 'Jour',
    begin: 'De (18:30)',
    end: 'À (20:00)',
    note: 'Précision',
    addSlot: 'Ajouter un jour',
    removeSlot: 'Supprimer ce jour',
  },
  contact: {
    numbered: (rank: number) => `Contact ${rank}`,
    add: 'Ajouter un contact',
    remove: 'Supprimer ce contact',
    role: 'Rôle',
    name: 'Prénom et nom',
    phone: 'Téléphone',
    email: 'Adresse électronique',
    channels: 'La personne accepte de paraître',
    channelsHelp: 'Ne cochez que ce qu’elle a accepté elle-même.',
  },
  network: {
    numbered: (rank: number) => `Réseau ${rank}`,
    add: 'Ajouter un réseau',
    remove: 'Supprimer ce réseau',
    network: 'Réseau',
    url: 'Adresse de la page',
  },
  address: {
    street: 'Numéro et rue',
    complement: 'Complément',
    postalCode: 'Code postal',
    city: 'Ville',
    public: 'Afficher cette adresse sur la fiche',
  },
  accessibility: { legend: 'Situations de handicap accueillies', note: 'Comment' },
  volunteers: 'Cette association cherche des bénévoles',
  logo: {
    label: 'Logo',
    keep: 'Garder le logo actuel',
    none: 'Aucun logo',
    new: 'Prendre le logo proposé',
    alt: 'Ce que montre le logo, pour qui ne le voit pas',
  },
} as const;
