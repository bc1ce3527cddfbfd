/** A yearly edition on paper, and everything that its printing needs: what leaves the CMS for the press, and never for the site. */
import { z } from 'zod';
import { advertisementSizes } from '../../vocabulary/advertisement-sizes.ts';
import { editionBindings } from '../../vocabulary/edition-bindings.ts';
import { editionFormats } from '../../vocabulary/edition-formats.ts';
import { editionStages } from '../../vocabulary/edition-stages.ts';
import { pdfStandards } from '../../vocabulary/pdf-standards.ts';
import { Attachment, Image } from '../site/media.ts';
import { CalendarDate, Id, Line, Text } from '../../primitives.ts';
import { SiteContent } from '../site/site-export.ts';

/** A page, or a part of one, that somebody paid for. */
export const Advertisement = z.strictObject({
  advertiser: Line,
  image: Image,
  size: z.enum(advertisementSizes.values),
});
export type Advertisement = z.infer<typeof Advertisement>;

export const PartnerLogo = z.strictObject({ name: Line, logo: Image });
export type PartnerLogo = z.infer<typeof PartnerLogo>;

/** "Pharmacie de garde — 3237". The number is printed as typed: short numbers have no international form. */
export const UsefulNumber = z.strictObject({ name: Line, number: Line, note: Line.nullable() });
export type UsefulNumber = z.infer<typeof UsefulNumber>;

/** Paper as a print shop names it. Thickness of one leaf (two pages) in millimetres = grammage × bulk ÷ 1000. */
export const Paper = z.strictObject({
  /** "couché mat" */
  name: Line,
  /** g/m² */
  grammage: z.number().positive(),
  /** Main, in cm³/g: about 0.9 for coated paper, 1.2 for offset. */
  bulk: z.number().positive(),
});
export type Paper = z.infer<typeof Paper>;

export const Edition = z.strictObject({
  id: Id,
  year: z.int().min(2000).max(2200),
  title: Line,
  stage: z.enum(editionStages.values),
  format: z.enum(editionFormats.values),
  binding: z.enum(editionBindings.values),
  bleedMm: z.union([z.literal(3), z.literal(5)]),
  /** Crop marks, and the colour bar with them. */
  marks: z.boolean(),
  pdfStandard: z.enum(pdfStandards.values),
  /** The printer's ICC profile; null takes the public-domain one that comes with Trame. */
  colourProfile: Attachment.nullable(),
  interiorPaper: Paper,
  coverPaper: Paper,
  /** "Pelliculage mat au recto": for the job sheet. */
  finishing: Line.nullable(),
  /** Copies, for the job sheet. */
  printRun: z.int().positive().nullable(),
  editorial: Text.nullable(),
  /** "Claire Martin, présidente de l’office de tourisme" */
  editorialAuthor: Line.nullable(),
  cover: Image.nullable(),
  /** Pages that editors add, before or after the entries as the template decides. */
  guides: z.array(Id),
  /** The forum whose programme is printed: an event of the content. */
  forum: Id.nullable(),
  /** The plans printed in brief. */
  actionPlans: z.array(Id),
  advertisements: z.array(Advertisement),
  partners: z.array(PartnerLogo),
  usefulNumbers: z.array(UsefulNumber),
  /** Order of the chapters: top-level themes. Those that are not named follow in their usual order. */
  chapters: z.array(Id),
  columns: z.union([z.literal(1), z.literal(2)]),
  /** Only entries that were verified on this day or later; null takes all that are to be printed. */
  verifiedSince: CalendarDate.nullable(),
  /** An extract: only entries of these communes (seat or activity), of these top-level themes. Empty: all. */
  onlyCommunes: z.array(Id),
  onlyThemes: z.array(Id),
  /** The last frozen edition before this one: what "changes since" compares with. */
  previous: Id.nullable(),
});
export type Edition = z.infer<typeof Edition>;

export const PRINT_EXPORT_FORMAT = 'trame-print/4';

/**
 * `GET /api/export/print/<edition>`: an edition and the content it is printed from.
 *
 * `content` has the shape of the site's export, seen from another channel: contacts are those that agreed to **paper**, which
 * may differ either way from those of the site; entries that are not to be printed have none at all. Same content, same bytes.
 */
export const PrintExport = z.strictObject({
  format: z.literal(PRINT_EXPORT_FORMAT),
  edition: Edition,
  content: SiteContent,
});
export type PrintExport = z.infer<typeof PrintExport>;
