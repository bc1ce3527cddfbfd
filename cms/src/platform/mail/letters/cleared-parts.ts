import { clearedWords, type Find } from '../../../domain/cleared-text.ts';
import type { LetterParts, LinkButton, Office } from './layout.ts';

const APART = '\n\n';

const clearedOffice = (office: Office, find: Find): Office => ({
  ...office,
  name: clearedWords(office.name, find),
  address: office.address && clearedWords(office.address, find),
});

/** A page may be called by what stood in its title; a secret link holds nothing of a record, and its token may look like a number. */
const leadsToWithheld = ({ link }: LinkButton, find: Find): boolean => link.code === null && find(link.url).length > 0;

/** Paragraphs that follow each other are read as one text: a number may go on over an empty line. */
function clearedParagraphs(paragraphs: LetterParts['paragraphs'], find: Find): LetterParts['paragraphs'] {
  const done: (string | LinkButton)[] = [];
  let run: string[] = [];
  const endRun = () => {
    if (run.length > 0) done.push(...clearedWords(run.join(APART), find).split(APART));
    run = [];
  };
  for (const part of paragraphs) {
    if (typeof part === 'string') run.push(part);
    else {
      endRun();
      if (!leadsToWithheld(part, find)) done.push(part);
    }
  }
  endRun();
  return done;
}

/**
 * A letter without the numbers and addresses that `find` finds, before it is set: a text and its markup say the same then, and
 * links with a secret stay whole. Words say « (coordonnées retirées) » in their place; a button to a page whose address says one
 * is left out.
 */
export const clearedParts = (parts: LetterParts, find: Find): LetterParts => ({
  ...parts,
  subject: clearedWords(parts.subject, find),
  paragraphs: clearedParagraphs(parts.paragraphs, find),
  why: clearedWords(parts.why, find),
  office: clearedOffice(parts.office, find),
});
