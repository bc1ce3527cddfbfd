import type { LetterParts, Office } from './layout.ts';
import { of } from '../../../domain/french-prepositions.ts';

const words = {
  subject: (name: string) => `Un contact s’est retiré : ${name}`,
  text: (name: string, contact: string) =>
    `Un contact ${of(name)} (${contact}) a demandé, par le lien de sa lettre, à ne plus paraître. C’est fait : le site se met à jour dans la minute, et vous n’avez rien à publier.`,
  holding: 'Il figure encore dans des éditions figées ou imprimées :',
  unknown:
    'Le service d’impression n’a pas pu relire ces éditions figées : on ne peut pas dire s’il y figure. La page de l’édition, dans l’administration, dit quel fichier rétablir :',
  nowhere: 'Il ne figure dans aucune édition figée.',
  texts: 'Son numéro ou son adresse ont aussi été retirés des textes de la fiche : relisez-les à l’occasion.',
  removed:
    'Ce contact recevait les inscriptions de ces événements, que l’association organise seule : il en a été retiré. Indiquez-en un autre s’il le faut :',
  pages:
    'Son numéro ou son adresse figurent encore dans ces pages. Elles sont peut-être de quelqu’un d’autre, c’est donc à vous de décider : relisez-les, et corrigez-les s’il le faut :',
  more: 'Le contact reste dans la fiche pour l’office seul. S’il faut l’effacer, supprimez-le de la fiche.',
  why: 'Vous recevez ce message parce que cette adresse est celle de l’office dans les réglages du site.',
};

export interface WithdrawalNotice {
  readonly association: string;
  /** Masked. */
  readonly contact: string;
  /** Titles of frozen editions that hold it, and of those of which this cannot be told. */
  readonly editions: { readonly holding: readonly string[]; readonly unknown: readonly string[] };
  /** Were texts of the entry changed too? */
  readonly texts: boolean;
  /** Events in which it was the way to register, and is no more; one line each. */
  readonly removedFrom: readonly string[];
  /** Pages that still say it; one line each. */
  readonly holding: readonly string[];
  /** Addresses in these lines: they lead into the CMS. */
  readonly links: readonly string[];
}

const listOf = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [[title, ...lines.map((line) => `– ${line}`)].join('\n')] : [];

/** Tells the office that somebody took a contact out, and in what it still stands. */
export function withdrawalNoticeLetter(notice: WithdrawalNotice, office: Office): LetterParts {
  const { association, contact, editions, texts, removedFrom, holding, links } = notice;
  return {
    subject: words.subject(association),
    paragraphs: [
      'Bonjour,',
      words.text(association, contact),
      ...listOf(words.holding, editions.holding),
      ...listOf(words.unknown, editions.unknown),
      ...(editions.holding.length + editions.unknown.length === 0 ? [words.nowhere] : []),
      ...(texts ? [words.texts] : []),
      ...listOf(words.removed, removedFrom),
      ...listOf(words.pages, holding),
      words.more,
    ],
    office,
    why: words.why,
    withdrawalLink: null,
    links,
  };
}
