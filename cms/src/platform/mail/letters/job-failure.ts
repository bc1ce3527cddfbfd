import type { LetterParts, Office } from './layout.ts';

const words = {
  subject: (title: string) => `Une tâche de l’annuaire a échoué plusieurs fois : ${title}`,
  text: (title: string, failures: number) =>
    `La tâche « ${title} », que le programme fait de lui-même, n’a pas réussi ses ${failures} derniers essais. Le dernier dit :`,
  next: 'Le programme continue d’essayer. La page « Tâches » de l’administration montre le détail et permet de relancer la tâche :',
  button: 'Ouvrir la page « Tâches »',
  why: 'Vous recevez ce message parce que cette adresse est celle de l’office dans les réglages de l’annuaire. Un seul message de ce genre part par jour.',
};

/** To the office: a job failed several times in a row. @param failure what the record says of the last one; `link`: the page */
export function jobFailureLetter(
  failure: { readonly title: string; readonly failures: number; readonly words: string; readonly link: string },
  office: Office,
): LetterParts {
  return {
    subject: words.subject(failure.title),
    paragraphs: [
      'Bonjour,',
      words.text(failure.title, failure.failures),
      failure.words,
      words.next,
      { label: words.button, link: { url: failure.link, code: null } },
    ],
    office,
    why: words.why,
    withdrawalLink: null,
  };
}
