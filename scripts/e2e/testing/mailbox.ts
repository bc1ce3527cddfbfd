/** The letters that arrived at the mail catcher, over its web page, as a test reads them. */
import { CaughtLetter } from '../../mail-catcher/letter-folder.ts';

export class Mailbox {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Address of the list, with the letters whose recipient or subject has these words. */
  page(words = ''): string {
    return `${this.#url}${words === '' ? '' : `?q=${encodeURIComponent(words)}`}`;
  }

  /** The newest first. @param words of the recipient or of the subject */
  async letters(words = ''): Promise<CaughtLetter[]> {
    const response = await fetch(`${this.#url}messages.json${words === '' ? '' : `?q=${encodeURIComponent(words)}`}`);
    return CaughtLetter.array().parse(await response.json());
  }
}

/** Every web address that a letter holds, in either of its forms. */
export const linksIn = ({ text, html }: CaughtLetter): string[] => [
  ...new Set(`${text}\n${html ?? ''}`.match(/https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g)),
];

/** The secret of the link to a page of the site. @throws when the letter has none */
export function tokenIn(letter: CaughtLetter, page: 'ma-fiche' | 'retrait' | 'connexion'): string {
  const token = new RegExp(`/${page}/#([\\w-]{43})`).exec(letter.text)?.[1];
  if (!token) throw new Error(`No link to /${page}/ in « ${letter.subject} »`);
  return token;
}
