import type { Layout } from '../layout.ts';

const VARIABLES =
  'Le programme y remplace {association}, {lien}, {cloture}, {office} et {saison}. Une ligne vide sépare les paragraphes.';

/** What an editor prepares once a year; opening and closing are acts of the campaign’s own page, never a field. */
export const campaign: Layout = {
  uid: 'api::campaign.campaign',
  mainField: 'title',
  sort: ['opensOn', 'DESC'],
  columns: ['title', 'stage', 'opensOn', 'closesOn'],
  rows: [
    ['title', 'edition'],
    ['stage', 'opensOn', 'closesOn'],
    ['onlyCommunes', 'onlyThemes'],
    ['invitationSubject', 'replyTo'],
    ['invitationBody'],
    ['reminders'],
    ['paperText'],
    ['openedAt', 'closedAt'],
  ],
  fields: {
    title: { label: 'Titre', placeholder: 'Mise à jour de l’été 2026' },
    edition: { label: 'Édition imprimée préparée', mainField: 'title' },
    stage: {
      label: 'Étape',
      help: 'Change toute seule, quand vous ouvrez ou fermez la campagne depuis sa page.',
      readOnly: true,
    },
    opensOn: { label: 'Ouverture prévue le' },
    closesOn: {
      label: 'Clôture le',
      help: 'Dernier jour pour répondre. Les liens ne s’ouvrent plus ensuite. À indiquer avant d’ouvrir.',
    },
    onlyCommunes: { label: 'Seulement ces communes', help: 'Vide : toutes. Siège ou lieu d’activité.' },
    onlyThemes: { label: 'Seulement ces thèmes', help: 'Vide : tous. Un thème compte aussi ceux qu’il contient.' },
    invitationSubject: { label: 'Objet de la lettre', help: 'Les mêmes mots que dans la lettre y sont remplacés.' },
    invitationBody: { label: 'Lettre', help: VARIABLES },
    reminders: { label: 'Rappels' },
    paperText: {
      label: 'Lettre sur papier',
      help: 'Pour les associations sans adresse électronique : elle partage sa page avec la fiche et les cases à cocher. {lien} y devient « le code ou l’adresse au bas de cette page ».',
    },
    replyTo: {
      label: 'Réponses aux lettres',
      help: 'L’adresse qui reçoit ce que les associations répondent à la lettre.',
      placeholder: 'annuaire@exemple.fr',
    },
    openedAt: { label: 'Ouverte le', readOnly: true },
    closedAt: { label: 'Close le', readOnly: true },
  },
};

export const reminder: Layout = {
  uid: 'campaign.reminder',
  mainField: 'subject',
  rows: [['afterDays', 'subject'], ['body']],
  fields: {
    afterDays: {
      label: 'Jours après la lettre',
      help: 'Une association qui a répondu n’est jamais relancée.',
      placeholder: '15',
    },
    subject: { label: 'Objet' },
    body: { label: 'Rappel', help: VARIABLES },
  },
};
