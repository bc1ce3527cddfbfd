/** What the admin asks of the national register (RNA): what became of entries, and which entries it knows. */
import { z } from 'zod';
import { Id, Instant } from '../../primitives.ts';

/** `GET /trame/register/news`: what nobody has seen yet, the newest first. `POST /trame/register/news/:id/seen {}` takes one off. */
export const RegisterNewsItem = z.strictObject({
  id: z.string().regex(/^\d+$/),
  kind: z.enum(['dissolved', 'moved', 'renamed']),
  documentId: Id,
  /** Name of the entry today. */
  title: z.string(),
  before: z.string(),
  after: z.string(),
  /** The day of the file that said so. */
  asOf: z.iso.date().nullable(),
  foundAt: Instant,
});
export type RegisterNewsItem = z.infer<typeof RegisterNewsItem>;

/** `GET /trame/register/entries/:id`: whether official fields of an entry come from the register, and of what day. */
export const RegisterEntry = z.strictObject({
  known: z.boolean(),
  asOf: z.iso.date().nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;
