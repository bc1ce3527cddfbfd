import { momentInWords } from '../../../domain/moments.ts';
import type { LetterParts, Office } from './layout.ts';

const words = {
  subject: (title: string) => `Annuaire\u00a0: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  subjectOver: (over: string) => `Annuaire\u00a0: c’est réglé. ${over}`,
  begun: (moment: string) => `Le programme de l’annuaire l’a remarqué ${moment}\u00a0:`,
  again: 'Vous ne recevrez pas d’autre message à ce sujet avant que ce soit réglé.',
  over: (moment: string, begun: string) => `Ce qui suit, remarqué ${begun}, ne l’est plus ${moment}\u00a0:`,
  nothing: 'Vous n’avez rien à faire.',
  button: 'Ouvrir l’administration',
  why: 'Vous recevez ce message parce que cette adresse est celle de l’office, ou de la personne qui s’occupe du serveur.',
};

export interface AlarmSaid {
  readonly title: string;
  readonly words: string;
  readonly since: Date;
  readonly now: Date;
  /** What is said when it is over; null when it has begun. */
  readonly over: string | null;
  readonly link: string;
}

/** To the office and to who looks after the server: something is wrong with the program, or is so no more. */
export function alarmLetter({ title, words: said, since, now, over, link }: AlarmSaid, office: Office): LetterParts {
  const begun = momentInWords(since.toISOString(), now);
  return {
    subject: over === null ? words.subject(title) : words.subjectOver(over),
    paragraphs: [
      'Bonjour,',
      ...(over === null
        ? [words.begun(begun), said, words.again]
        : [over, words.over(momentInWords(now.toISOString(), now), begun), said, words.nothing]),
      { label: words.button, link: { url: link, code: null } },
    ],
    office,
    why: words.why,
    withdrawalLink: null,
  };
}
