import { z } from 'zod';
import { guideKinds } from '../../vocabulary/guide-kinds.ts';
import { Attachment, Image } from './media.ts';
import { CalendarDate, Id, Line, Slug, Text, WebAddress } from '../../primitives.ts';
import { RichText } from './rich-text.ts';

export const Guide = z.strictObject({
  id: Id,
  slug: Slug,
  title: Line,
  kind: z.enum(guideKinds.values),
  date: CalendarDate.nullable(),
  updatedOn: CalendarDate.nullable(),
  place: Line.nullable(),
  summary: Text,
  body: RichText,
  /** What it says, easy to read and to understand: one idea a sentence. Absent when nobody wrote it, and on paper. */
  easyText: Text.optional(),
  image: Image.nullable(),
  attachments: z.array(Attachment),
  source: z.strictObject({ label: Line, url: WebAddress.nullable() }).nullable(),
  themes: z.array(Id),
  associations: z.array(Id),
  actions: z.array(Id),
  guides: z.array(Id),
});
export type Guide = z.infer<typeof Guide>;
