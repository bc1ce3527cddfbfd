/** What a form and a logo may weigh; how much each field may hold is in `fields.ts`. */

/** Bytes of a whole form as JSON: what a request may weigh before it is parsed. */
export const ENTRY_FORM_BYTES = 200_000;
/** Bytes of a logo as it is sent; pixels of its longer side once re-encoded. */
export const LOGO_BYTES = 5_000_000;
export const LOGO_PIXELS = 1600;
