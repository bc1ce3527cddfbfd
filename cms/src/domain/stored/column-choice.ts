/** The columns that an account chose for its tables: column `document` of `trame_column_choices`. */
import { z } from 'zod';
import { stored } from './stored.ts';

/** By their keys; one that a later program does not have is left out when it is read there. */
const KeptColumns = z.strictObject({ columns: z.array(z.string()) });

export const storedColumnChoice = stored({ name: 'trame-column-choice', schema: KeptColumns });
