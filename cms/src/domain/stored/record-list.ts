/** A list of records that the office saved: column `document` of `trame_record_lists`. */
import { z } from 'zod';
import { recordGaps } from '../vocabulary/record-gaps.ts';
import { recordStates } from '../vocabulary/record-states.ts';
import { RecordCriteria } from '../contract/desk/finding.ts';
import { stored, type Same } from './stored.ts';

/** Without the limits of the form: what becomes stricter must not make yesterday’s lists unreadable. */
const KeptCriteria = z.strictObject({
  question: z.string(),
  types: z.array(RecordCriteria.shape.types.element),
  states: z.array(z.enum(recordStates.values)),
  gaps: z.array(z.enum(recordGaps.values)),
  commune: z.string().nullable(),
  theme: z.string().nullable(),
  unverifiedMonths: z.number().nullable(),
  printedOnly: z.boolean(),
});

const KeptList = z.strictObject({ name: z.string(), criteria: KeptCriteria, by: z.string() });
export type KeptList = z.infer<typeof KeptList>;

/** A criterion that is not kept does not compile. */
export const allIsKept: Same<z.infer<typeof KeptCriteria>, RecordCriteria> = true;

export const storedRecordList = stored({ name: 'trame-record-list', schema: KeptList });
