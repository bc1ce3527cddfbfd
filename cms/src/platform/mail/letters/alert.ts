import { formatDay } from '../../../domain/dates.ts';
import { plural } from '../../../domain/french.ts';
import type { SecretLink } from '../../links/secret-link.ts';
import { oneLine } from '../message.ts';
import type { LetterParts, Office } from './layout.ts';

/** One thing that is new, in the words of the site. */
export interface News {
  readonly title: string;
  /** "Association, Cézac", "– Judo enfants : Mercredi, 14 h – 15 h": a line each. */
  readonly lines: readonly string[];
  readonly url: string;
}

/** A subject that says all criteria is cut by every program of mail. */
const SUBJECT_LENGTH = 90;

const words = {
  subject: (search: string) => `Du nouveau dans l’annuaire : ${search}`,
  news: (search: string) => `L’annuaire des associations a du nouveau pour votre recherche : ${search}.`,
  others: (count: number) => `Et ${plural(count, 'autre')}, à voir sur le site.`,
  all: 'Voir tous les résultats',
  monthly: (day: string) =>
    `Vous recevez une lettre par mois au plus, et aucune quand il n’y a rien de nouveau. Cette alerte s’arrête d’elle-même le ${day}.`,
  why: 'Vous recevez cette lettre parce que vous avez demandé, avec cette adresse, les nouveautés de cette recherche.',
  confirmSubject: 'Confirmez votre alerte',
  asked: (search: string) =>
    `Vous avez demandé à recevoir par courriel les nouveautés de l’annuaire des associations pour cette recherche : ${search}.`,
  confirm: 'Confirmer mon alerte',
  oneALetter:
    'Vous recevrez une lettre par mois au plus, seulement quand il y a du nouveau. Chaque lettre porte un lien pour tout arrêter.',
  mistake: (days: number) =>
    `Vous n’avez rien demandé ? Ne faites rien : sans cette confirmation, aucune autre lettre ne part, et votre adresse est effacée dans ${days} jours.`,
  whyAsked: 'Vous recevez ce message parce que quelqu’un a donné cette adresse sur le site de l’annuaire.',
  standingSubject: 'Vous suivez déjà cette recherche',
  standing: (search: string) => `Vous recevez déjà les nouveautés de cette recherche : ${search}.`,
  see: 'Voir mon alerte',
  fullSubject: 'Votre demande d’alerte',
  full: (count: number) =>
    `Cette adresse suit déjà ${count} recherches, et ne peut pas en suivre davantage. Pour en demander une autre, arrêtez-en une : chacune de leurs lettres porte un lien pour cela, et la page « Mes données » les montre toutes.`,
  ownData: 'Ouvrir « Mes données »',
};

function cut(text: string): string {
  if (text.length <= SUBJECT_LENGTH) return text;
  return `${text.slice(0, SUBJECT_LENGTH).trimEnd()}…`;
}

/** What is new for a search. @param more how many there are besides */
export function alertLetter(letter: {
  readonly search: string;
  readonly news: readonly News[];
  readonly more: number;
  /** Of the results. */
  readonly results: string;
  /** When it ends, `YYYY-MM-DD`. */
  readonly endsOn: string;
  readonly stopLink: SecretLink;
  readonly office: Office;
}): LetterParts {
  const { search, news, more, results, endsOn, stopLink, office } = letter;
  return {
    subject: cut(words.subject(oneLine(search))),
    paragraphs: [
      'Bonjour,',
      words.news(search),
      ...news.map(({ title, lines, url }) => [title, ...lines].map(oneLine).concat(url).join('\n')),
      ...(more > 0 ? [words.others(more)] : []),
      { label: words.all, link: { url: results, code: null } },
      words.monthly(formatDay(endsOn)),
    ],
    office,
    why: words.why,
    links: news.map(({ url }) => url),
    stopLink,
    withdrawalLink: null,
  };
}

/** The one letter that leaves before an alert is confirmed. @param days that the link works */
export const alertConfirmationLetter = (
  search: string,
  link: SecretLink,
  days: number,
  office: Office,
): LetterParts => ({
  subject: words.confirmSubject,
  paragraphs: ['Bonjour,', words.asked(search), { label: words.confirm, link }, words.oneALetter, words.mistake(days)],
  office,
  why: words.whyAsked,
  withdrawalLink: null,
});

/** Instead of it, for who follows the search already. */
export const standingAlertLetter = (search: string, link: SecretLink, office: Office): LetterParts => ({
  subject: words.standingSubject,
  paragraphs: ['Bonjour,', words.standing(search), { label: words.see, link }],
  office,
  why: words.whyAsked,
  withdrawalLink: null,
});

/** Instead of it, for who follows as many as may be. @param ownData the page where somebody asks for what is held */
export const fullAlertsLetter = (count: number, ownData: string, office: Office): LetterParts => ({
  subject: words.fullSubject,
  paragraphs: ['Bonjour,', words.full(count), { label: words.ownData, link: { url: ownData, code: null } }],
  office,
  why: words.whyAsked,
  withdrawalLink: null,
});
