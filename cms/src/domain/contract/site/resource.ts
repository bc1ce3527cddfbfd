import { z } from 'zod';
import { resourceKinds } from '../../vocabulary/resource-kinds.ts';
import { Attachment, Image } from './media.ts';
import { Id, Line, Slug, Text } from '../../primitives.ts';

export const Resource = z.strictObject({
  id: Id,
  slug: Slug,
  title: Line,
  kind: z.enum(resourceKinds.values),
  summary: Text,
  description: Text.nullable(),
  /** An association of the directory; null when the territory owns it, and `ownerName` then says who. */
  owner: Id.nullable(),
  ownerName: Line.nullable(),
  quantity: z.int().positive().nullable(),
  /** Persons that a room or a training takes. */
  capacity: z.int().positive().nullable(),
  conditions: Text.nullable(),
  /** How to ask for it, in one sentence. */
  howToGet: Text.nullable(),
  /** Euros. */
  deposit: z.number().nonnegative().nullable(),
  price: Line.nullable(),
  commune: Id.nullable(),
  bookable: z.boolean(),
  photos: z.array(Image),
  attachments: z.array(Attachment),
  themes: z.array(Id),
  actions: z.array(Id),
});
export type Resource = z.infer<typeof Resource>;
