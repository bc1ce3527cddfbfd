/** How much an association may write of itself: enough for the largest club, too little to hurt anyone who reads or stores it. */
import { PRINTED_SUMMARY_LENGTH } from '../print-length.ts';

export const entryLimits = {
  /** Characters. */
  name: 200,
  acronym: 40,
  line: 200,
  summary: PRINTED_SUMMARY_LENGTH,
  text: 5000,
  note: 600,
  webAddress: 500,
  email: 254,
  /** Items. */
  themes: 6,
  audiences: 12,
  communes: 60,
  activities: 40,
  slots: 14,
  contacts: 8,
  networks: 8,
} as const;

/** Bytes of a whole form as JSON: what a request may weigh before it is parsed. */
export const ENTRY_FORM_BYTES = 200_000;
/** Bytes of a logo as it is sent; pixels of its longer side once re-encoded. */
export const LOGO_BYTES = 5_000_000;
export const LOGO_PIXELS = 1600;
