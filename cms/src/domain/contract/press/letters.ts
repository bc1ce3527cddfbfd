/**
 * A campaign on paper: the letters for associations that no e-mail reaches, as the CMS hands them to the press.
 *
 * `POST <deployer>/campaigns/<id>/letters.pdf` with this as its body answers the PDF. The CMS sends it when an editor asks: there
 * is no address at which a program could read every link of a campaign, and the builder's token opens none of them.
 */
import { z } from 'zod';
import { MOST_LINES } from '../../envelope/envelope-address.ts';
import { CalendarDate, Id, Line } from '../../primitives.ts';

export const LETTERS_EXPORT_FORMAT = 'trame-letters/2';

/** Letters of one file: a campaign of the largest territory fits, and no more is ever asked for by mistake. */
export const MOST_LETTERS = 2000;
/** Bytes of the whole document. */
export const LETTERS_EXPORT_BYTES = 40_000_000;

/** The sender, to whom a page comes back. */
export const PaperOffice = z.strictObject({
  name: Line,
  /** Lines of the postal address. */
  address: z.array(Line).max(6),
  phone: Line.nullable(),
  email: Line.nullable(),
});

/** A person or a shared address as the office holds it, and where it appears today. */
const LetterContact = z.strictObject({
  /** "Présidence, Anne Martin, 05 36 49 00 00, contact@exemple.fr" */
  words: Line,
  web: z.boolean(),
  print: z.boolean(),
  professionals: z.boolean(),
  openData: z.boolean(),
});
export type LetterContact = z.infer<typeof LetterContact>;

export const PaperLetter = z.strictObject({
  /** documentId of the request. */
  request: Id,
  association: Line,
  /** The lines of the envelope, the name first and the town last (`domain/envelope/`). */
  envelope: z.array(Line).min(1).max(MOST_LINES),
  /** False when the office knows no postal address: the name alone stands on the envelope then. */
  isAddressed: z.boolean(),
  /** The form of this association, token included. */
  link: z.url(),
  /** What is typed on the page of the link, which a hand copies: "K7QF-29XM-TWDA". */
  code: Line,
  /** The editor's text, variables filled in. */
  paragraphs: z.array(Line).min(1).max(40),
  /** The published entry in words, field by field; contacts stand apart. */
  entry: z.array(z.strictObject({ label: Line, lines: z.array(Line).min(1) })),
  contacts: z.array(LetterContact),
});
export type PaperLetter = z.infer<typeof PaperLetter>;

export const LettersExport = z.strictObject({
  format: z.literal(LETTERS_EXPORT_FORMAT),
  campaign: z.strictObject({ id: Id, title: Line, closesOn: CalendarDate.nullable() }),
  /** "2026-2027"; null when the site names none. */
  season: Line.nullable(),
  office: PaperOffice,
  writtenOn: CalendarDate,
  letters: z.array(PaperLetter).min(1).max(MOST_LETTERS),
});
export type LettersExport = z.infer<typeof LettersExport>;
