/** What stands under a text that the booklet prints. Pure: the field only draws it. */
import { plural } from '../../domain/french.ts';
import { PRINTED_SUMMARY_LENGTH, printedLength, shortenedForPrint } from '../../domain/print-length.ts';

export interface PrintedTextWords {
  /** "312 / 400 — tient dans le livret" */
  readonly count: string;
  /** Too long: the booklet will shorten it. */
  readonly tooLong: boolean;
  /** What to know about a text that is too long; null when it fits. */
  readonly advice: string | null;
  /** What the booklet would print of it; null when it fits. */
  readonly printed: string | null;
}

/** Counts a text, as it is being typed, against what the booklet has room for. */
export function printedTextWords(text: string): PrintedTextWords {
  const length = printedLength(text);
  const excess = length - PRINTED_SUMMARY_LENGTH;
  const count = `${length}\u00a0/\u00a0${PRINTED_SUMMARY_LENGTH}`;
  if (excess <= 0) {
    return {
      count: length === 0 ? count : `${count} — tient dans le livret`,
      tooLong: false,
      advice: null,
      printed: null,
    };
  }
  return {
    count: `${count} — ${plural(excess, 'lettre')} de trop pour le livret`,
    tooLong: true,
    advice: 'Le site montre le texte entier. Le livret le raccourcira, et n’en imprimera que ceci\u00a0:',
    printed: shortenedForPrint(text),
  };
}
