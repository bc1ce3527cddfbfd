/** Of the part of the page « Confidentialité » that says what is counted, and takes a no. */
export const COUNTED_ID = 'recherches';
