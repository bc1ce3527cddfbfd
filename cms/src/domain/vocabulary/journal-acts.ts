import { defineVocabulary } from './vocabulary.ts';

/** What the journal remembers of a decision: a line is written once, by the program, and never changed. */
export const journalActs = defineVocabulary([
  { value: 'fiche confirmée', label: 'Fiche confirmée', description: 'L’association a dit que rien n’a changé.' },
  { value: 'fiche modifiée', label: 'Fiche modifiée', description: 'Des changements proposés ont été publiés.' },
  { value: 'fiche créée', label: 'Fiche créée', description: 'Une nouvelle association a été publiée.' },
  { value: 'fiche rétablie', label: 'Fiche rétablie', description: 'La fiche a été remise dans un état antérieur.' },
  {
    value: 'brouillon créé',
    label: 'Brouillon créé',
    description: 'Un événement ou un guide proposé attend sa relecture.',
  },
  { value: 'réponse refusée', label: 'Réponse refusée', description: 'Avec un motif, envoyé à l’association.' },
  { value: 'campagne ouverte', label: 'Campagne ouverte' },
  { value: 'campagne close', label: 'Campagne close' },
  { value: 'lien révoqué', label: 'Lien révoqué', description: 'Le lien envoyé à l’association ne s’ouvre plus.' },
  { value: 'lien renvoyé', label: 'Lien renvoyé', description: 'Une nouvelle lettre est partie.' },
  {
    value: 'lettres imprimées',
    label: 'Lettres imprimées',
    description: 'Un fichier de lettres sur papier a été composé ; il contient les liens des associations.',
  },
  {
    value: 'retrait annoncé',
    label: 'Retrait annoncé',
    description: 'La fiche n’est plus confirmée depuis longtemps ; l’association a été prévenue.',
  },
  {
    value: 'fiche mise hors ligne',
    label: 'Fiche mise hors ligne',
    description: 'Personne ne l’a confirmée malgré l’avertissement. Elle n’est pas effacée.',
  },
  { value: 'données effacées', label: 'Données effacées', description: 'Leur durée de conservation était passée.' },
  { value: 'contact retiré', label: 'Contact retiré', description: 'La personne a demandé à ne plus paraître.' },
]);

export type JournalAct = (typeof journalActs.values)[number];
