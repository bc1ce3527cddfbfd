/** A record of any type as data, as a state of it is kept: column `document` of `trame_record_versions`. */
import { z } from 'zod';
import { stored } from './stored.ts';

/**
 * The attributes follow the schema of the type at the time: what is put back or merged goes by the present schema, and says
 * nothing about an attribute that was not there yet (`entries/record-content.ts`).
 */
export const storedRecordContent = stored({
  name: 'trame-record-content',
  schema: z.strictObject({
    /** "api::association.association" */
    uid: z.string().regex(/^api::[a-z-]+\.[a-z-]+$/),
    content: z.record(z.string(), z.json()),
  }),
});
