/** Every French sentence of a letter on paper that no editor wrote. */
import { formatDay } from '@trame/cms/domain/dates';
import { plural, typography } from '@trame/cms/domain/french';
import { consentChannels } from '@trame/cms/domain/vocabulary/consent-channels';
import { of } from '@trame/cms/domain/french-prepositions';

const say = typography;

/** Read by the page as `data.texts`. */
export const letterTexts = {
  subject: say('Votre fiche dans l’annuaire des associations'),
  attention: say('Adresse à compléter'),
  entry: say('Ce que nous publions aujourd’hui'),
  answer: say('Votre réponse'),
  unchanged: say('Rien n’a changé : notre fiche est juste.'),
  changed: say('À corriger : nous avons corrigé la fiche ci-dessus, ou joint une feuille.'),
  contacts: say('Vos contacts : où peuvent-ils paraître ?'),
  contactsLead: say(
    'Le point ● dit où le contact paraît aujourd’hui. Pour le changer, cochez toutes les cases que la personne accepte ; sans case cochée, rien ne change. Pour retirer un contact, rayez-le.',
  ),
  contact: 'Contact',
  newContact: say('Autre contact :'),
  channels: consentChannels.terms.map(({ value, label }) => ({ key: value, label })),
  dayAndPlace: 'Date',
  name: say('Nom et qualité'),
  signature: 'Signature',
  corrections: say('Vos corrections'),
  online: say('Plus simple : par internet'),
  onlineLead: say(
    'Visez ce carré avec un téléphone, ou ouvrez cette page et tapez le code. Sans mot de passe, en cinq minutes.',
  ),
  typedCode: say('Votre code :'),
  codeAlt: (association: string) => say(`Carré à scanner : le formulaire ${of(association)}`),
  linkIsYours: say('Ce code est réservé à votre association : ne le publiez pas.'),
} as const;

export const letterPhrases = {
  title: (campaign: string) => say(`Lettres de la campagne ${campaign}`),
  mailing: (count: number) => say(plural(count, 'lettre')),
  date: (day: string) => say(`Le ${formatDay(day)}`),
  subjectOf: (association: string) => say(`${association} : votre fiche dans l’annuaire`),
  returnTo: (office: string, closing: string | null) =>
    say(
      closing === null
        ? `Renvoyez-nous cette page, remplie et signée : ${office}.`
        : `Renvoyez-nous cette page, remplie et signée, avant le ${formatDay(closing)} : ${office}.`,
    ),
  /** For what has no room on the page. */
  moreRows: say('La suite de votre fiche ne tient pas sur cette page : le carré ci-dessous la montre en entier.'),
  moreContacts: (count: number) =>
    say(`${plural(count, 'autre contact', 'autres contacts')} : voyez le carré ci-dessous, ou joignez une feuille.`),
  noEntry: say('Nous ne publions encore rien d’autre que votre nom.'),
} as const;

/** Names of what a text comes from, for warnings. */
export const letterFields = {
  name: 'le nom',
  address: 'l’adresse',
  text: 'le texte de la lettre',
  entry: 'la fiche',
  contact: 'un contact',
  office: 'l’expéditeur',
} as const;

export const failures = {
  typesetting: (faults: string) => say(`Les lettres n’ont pas pu être mises en page : ${faults}`),
};
