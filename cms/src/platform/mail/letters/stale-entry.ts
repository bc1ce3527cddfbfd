import { listInWords } from '../../../domain/french.ts';
import type { SecretLink } from '../../links/secret-link.ts';
import type { LetterParts, Office } from './layout.ts';
import { of } from '../../../domain/french-prepositions.ts';

const words = {
  withdrawn: {
    subject: (name: string) => `Votre contact ne paraît plus : ${name}`,
    text: (name: string) =>
      `Comme vous l’avez demandé, ce contact ne paraît plus dans la fiche ${of(name)}. Le site se met à jour dans la minute.`,
    printed: (editions: string) =>
      `Il figure encore dans ce qui est déjà imprimé : ${editions}. Il ne figurera pas dans le prochain livret.`,
    unknown: (editions: string) =>
      `Nous ne pouvons pas dire s’il figure dans ce qui est déjà imprimé : ${editions}. Les fichiers n’ont pas pu être relus. Demandez-le à l’office, qui peut le vérifier sur papier.`,
    mistake: 'C’était une erreur ? Répondez à ce message : nous le remettrons avec votre accord.',
    why: (name: string) => `Vous recevez ce message parce que cette adresse était un contact de « ${name} ».`,
  },
  offline: {
    subject: (name: string) => `La fiche ${of(name)} va être retirée du site`,
    text: (name: string, seasons: number) =>
      `Voilà ${seasons} saisons que la fiche ${of(name)} n’a été confirmée par personne. Plutôt que de laisser des informations peut-être fausses, nous la retirerons du site.`,
    day: (day: string) =>
      `Ce sera fait le ${day}, sauf si vous nous dites d’ici là qu’elle est toujours juste. Cela prend une minute :`,
    button: 'Vérifier notre fiche',
    back: 'Une fiche retirée n’est pas effacée : elle peut revenir dès qu’elle est confirmée.',
    why: (name: string) =>
      `Vous recevez ce message parce que cette adresse est celle que l’annuaire des associations connaît pour « ${name} ».`,
  },
};

/** @param editions titles of printed booklets that still hold the contact, and of those of which this cannot be told */
export function withdrawalDoneLetter(
  association: string,
  editions: { readonly holding: readonly string[]; readonly unknown: readonly string[] },
  office: Office,
): LetterParts {
  const { subject, text, printed, unknown, mistake, why } = words.withdrawn;
  return {
    subject: subject(association),
    paragraphs: [
      'Bonjour,',
      text(association),
      ...(editions.holding.length > 0 ? [printed(listInWords(editions.holding))] : []),
      ...(editions.unknown.length > 0 ? [unknown(listInWords(editions.unknown))] : []),
      mistake,
    ],
    office,
    why: why(association),
    withdrawalLink: null,
  };
}

/** @param warning `link`: a page that anybody may open; `day`: "30 septembre 2026"; `seasons`: how many passed without a confirmation */
export function offlineWarningLetter(
  warning: { readonly association: string; readonly link: string; readonly day: string; readonly seasons: number },
  office: Office,
  withdrawalLink: SecretLink | null,
): LetterParts {
  const { subject, text, day, button, back, why } = words.offline;
  return {
    subject: subject(warning.association),
    paragraphs: [
      'Bonjour,',
      text(warning.association, warning.seasons),
      day(warning.day),
      { label: button, link: { url: warning.link, code: null } },
      back,
    ],
    office,
    why: why(warning.association),
    withdrawalLink,
  };
}
