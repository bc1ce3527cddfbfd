import { layOut, type LetterText, type Office } from './layout.ts';

const words = {
  subject: (name: string) => `Un contact s’est retiré : ${name}`,
  text: (name: string, contact: string) =>
    `Un contact de ${name} (${contact}) a demandé, par le lien de sa lettre, à ne plus paraître. C’est fait : le site se met à jour dans la minute, et vous n’avez rien à publier.`,
  holding: 'Il figure encore dans des éditions figées ou imprimées :',
  mayHold: 'Le service d’impression n’a pas répondu. Voici les éditions figées où il peut encore figurer :',
  nowhere: 'Il ne figure dans aucune édition figée.',
  texts: 'Son numéro ou son adresse ont aussi été retirés des textes de la fiche : relisez-les à l’occasion.',
  more: 'Le contact reste dans la fiche pour l’office seul. S’il faut l’effacer, supprimez-le de la fiche.',
  why: 'Vous recevez ce message parce que cette adresse est celle de l’office dans les réglages du site.',
};

export interface WithdrawalNotice {
  readonly association: string;
  /** Masked. */
  readonly contact: string;
  readonly editions: readonly string[];
  /** False when these are only the editions that may hold it. */
  readonly certain: boolean;
  /** Were texts of the entry changed too? */
  readonly texts: boolean;
}

/** Tells the office that somebody took a contact out, and in what it still stands. */
export function withdrawalNoticeLetter(notice: WithdrawalNotice, office: Office): LetterText {
  const { association, contact, editions, certain, texts } = notice;
  const list = [certain ? words.holding : words.mayHold, ...editions.map((title) => `– ${title}`)].join('\n');
  return layOut({
    subject: words.subject(association),
    paragraphs: [
      'Bonjour,',
      words.text(association, contact),
      editions.length > 0 ? list : words.nowhere,
      ...(texts ? [words.texts] : []),
      words.more,
    ],
    office,
    why: words.why,
    withdrawalLink: null,
  });
}
