import { defineVocabulary } from './vocabulary.ts';

/** What the journal remembers of a decision: a line is written once, by the program, and never changed. */
export const journalActs = defineVocabulary([
  { value: 'fiche confirmée', label: 'Fiche confirmée', description: 'L’association a dit que rien n’a changé.' },
  { value: 'fiche modifiée', label: 'Fiche modifiée', description: 'Des changements proposés ont été publiés.' },
  { value: 'fiche créée', label: 'Fiche créée', description: 'Une nouvelle association a été publiée.' },
  { value: 'fiche rétablie', label: 'Fiche rétablie', description: 'La fiche a été remise dans un état antérieur.' },
  {
    value: 'brouillon créé',
    label: 'Proposition acceptée',
    description: 'Un événement ou un guide proposé est devenu une fiche, à publier.',
  },
  {
    value: 'événement modifié',
    label: 'Événement modifié',
    description: 'Une correction demandée par son association a été acceptée.',
  },
  {
    value: 'événement annulé',
    label: 'Événement annulé',
    description: 'À la demande de son association ; il reste dans l’agenda, annoncé comme annulé.',
  },
  { value: 'réponse refusée', label: 'Réponse refusée', description: 'Avec un motif, envoyé à l’association.' },
  {
    value: 'signalement traité',
    label: 'Signalement traité',
    description: 'Une erreur signalée par un habitant est corrigée.',
  },
  { value: 'campagne ouverte', label: 'Campagne ouverte' },
  { value: 'campagne close', label: 'Campagne close' },
  { value: 'lien révoqué', label: 'Lien révoqué', description: 'Le lien envoyé à l’association ne s’ouvre plus.' },
  { value: 'lien renvoyé', label: 'Lien renvoyé', description: 'Une nouvelle lettre est partie.' },
  {
    value: 'rappels envoyés',
    label: 'Rappels envoyés',
    description: 'Par vous, sans attendre la date prévue.',
  },
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
    description: 'Par vous, ou parce que personne ne l’a confirmée malgré l’avertissement. Elle n’est pas effacée.',
  },
  {
    value: 'avis changé',
    label: 'Avis changé',
    description: 'L’association a posé ou ôté l’avis du moment de sa fiche ; il paraît aussitôt.',
  },
  {
    value: 'messages ouverts',
    label: 'Messages ouverts',
    description: 'L’association accepte qu’on lui écrive par le site ; son adresse n’est pas montrée.',
  },
  {
    value: 'messages fermés',
    label: 'Messages fermés',
    description: 'L’association ne veut plus de messages par le site.',
  },
  { value: 'fiche publiée', label: 'Fiche publiée', description: 'Par vous, depuis son formulaire.' },
  {
    value: 'fiche supprimée',
    label: 'Fiche supprimée',
    description: 'Brouillon compris. Elle reste trente jours dans la corbeille.',
  },
  { value: 'fiche remise de la corbeille', label: 'Fiche remise de la corbeille' },
  { value: 'fiche effacée de la corbeille', label: 'Fiche effacée de la corbeille', description: 'Pour de bon.' },
  {
    value: 'modifications abandonnées',
    label: 'Modifications abandonnées',
    description: 'Le brouillon dit de nouveau ce qui est publié.',
  },
  {
    value: 'fiche programmée',
    label: 'Fiche programmée',
    description: 'Elle paraîtra, ou quittera le site, au moment dit.',
  },
  { value: 'programmation abandonnée', label: 'Programmation abandonnée' },
  {
    value: 'publication prévue refusée',
    label: 'Publication prévue refusée',
    description: 'Rien n’est perdu\u00a0: le brouillon attend d’être corrigé.',
  },
  { value: 'retrait prévu refusé', label: 'Retrait prévu refusé' },
  {
    value: 'fichier importé',
    label: 'Fichier importé',
    description: 'Ses lignes sont devenues des fiches, ou en ont modifié.',
  },
  {
    value: 'import annulé',
    label: 'Import annulé',
    description: 'Les fiches sont comme avant, sauf celles modifiées depuis.',
  },
  {
    value: 'liste téléchargée',
    label: 'Liste téléchargée',
    description: 'Un fichier de fiches, d’étiquettes ou d’adresses est sorti de l’administration.',
  },
  {
    value: 'lettre à une liste',
    label: 'Lettre à une liste',
    description: 'Une même lettre a été mise en file pour les associations d’une liste.',
  },
  {
    value: 'fiches modifiées ensemble',
    label: 'Fiches modifiées ensemble',
    description: 'Un même changement a été fait sur plusieurs fiches.',
  },
  {
    value: 'modification annulée',
    label: 'Modification annulée',
    description: 'Les fiches modifiées ensemble sont comme avant, sauf celles changées depuis.',
  },
  {
    value: 'fiches réunies',
    label: 'Fiches réunies',
    description: 'Deux fiches en sont devenues une ; l’autre reste trente jours dans la corbeille.',
  },
  { value: 'réunion annulée', label: 'Réunion annulée', description: 'Les deux fiches sont de nouveau là.' },
  {
    value: 'agenda suivi',
    label: 'Agenda suivi',
    description: 'Il est relevé chaque jour, et ses événements proposés.',
  },
  {
    value: 'agenda abandonné',
    label: 'Agenda abandonné',
    description: 'Il n’est plus relevé\u00a0; ses événements restent.',
  },
  { value: 'édition figée', label: 'Édition figée', description: 'Ses fichiers ne changent plus.' },
  { value: 'lien imprimeur créé', label: 'Lien d’imprimeur créé', description: 'Il ouvre les fichiers figés.' },
  { value: 'lien imprimeur fermé', label: 'Lien d’imprimeur fermé' },
  {
    value: 'double vérification activée',
    label: 'Double vérification activée',
    description: 'Le code du téléphone est demandé à la connexion.',
  },
  { value: 'double vérification arrêtée', label: 'Double vérification arrêtée' },
  { value: 'codes de secours renouvelés', label: 'Codes de secours renouvelés' },
  { value: 'code de secours utilisé', label: 'Code de secours utilisé', description: 'Pour se connecter.' },
  { value: 'données effacées', label: 'Données effacées', description: 'Leur durée de conservation était passée.' },
  { value: 'contact retiré', label: 'Contact retiré', description: 'La personne a demandé à ne plus paraître.' },
  {
    value: 'retrait maintenu',
    label: 'Retrait maintenu',
    description: 'Un formulaire ouvert avant un retrait l’aurait défait\u00a0: il ne l’a pas fait.',
  },
]);

export type JournalAct = (typeof journalActs.values)[number];
