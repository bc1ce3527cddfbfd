import { fillFrench } from './french-prepositions.ts';
import { unknownVariables, type LetterVariable } from './letter-variables.ts';
import { typography } from './french.ts';

/** What a letter on paper says before anybody wrote another text. Short: the entry and the boxes share its page. */
export const defaultPaperText = typography(`Madame, Monsieur,

{office} prépare l’annuaire des associations {saison}, sur papier et sur internet. Voici la fiche de votre association, « {association} », telle que nous la publions : relisez, et dites-nous avant le {cloture} si elle est toujours juste.

Si rien n’a changé, cochez la première case. Sinon, corrigez sur cette page même. Puis renvoyez-la-nous signée, ou répondez par internet avec {lien}.

Bien cordialement,
{office}`);

const words = {
  noClosing: 'la clôture de la campagne',
  link: 'le code ou l’adresse au bas de cette page',
};

export interface PaperValues {
  readonly association: string;
  /** "30 septembre 2026" */
  readonly cloture: string | null;
  readonly office: string;
  readonly saison: string;
}

/**
 * The editor's text, filled in, a paragraph for each line that is not empty. A paragraph that was the link alone is left out: on
 * paper, the code stands at the foot of the page. One pass, so that braces in a name are not filled in again.
 * @throws {Error} in French, naming an unknown variable
 */
export function paperParagraphs(written: string, values: PaperValues): string[] {
  const unknown = unknownVariables(written);
  if (unknown !== null) throw new Error(unknown);
  const filled: Record<LetterVariable, string> = {
    association: values.association,
    lien: words.link,
    cloture: values.cloture ?? words.noClosing,
    office: values.office,
    saison: values.saison,
  };
  return written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '{lien}')
    .map((line) => fillFrench(line, (name) => filled[name as LetterVariable]).replace(/ {2,}/g, ' '));
}
