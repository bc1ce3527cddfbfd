/** « Prévenez-moi »: limits that the page, the CMS and the letters hold to. */

/** Days in which the link of the first letter must be used; then nothing is known of who asked. */
export const KEEP_UNCONFIRMED_ALERTS_DAYS = 3;
/** After that it ends by itself, unless it was confirmed anew. */
export const KEEP_ALERTS_MONTHS = 24;
/** Searches that one mailbox may follow. */
export const MOST_ALERTS = 10;
/** Of one mailbox at a time, not confirmed: somebody else may have typed its address. */
export const MOST_UNCONFIRMED_ALERTS = 3;
/** Months from one letter of an alert to the next, at least. */
export const MONTHS_BETWEEN_LETTERS = 1;
/** Characters that are typed in the search: they are said in a letter to an address that anybody may have typed. */
export const SEARCHED_LENGTH = 100;

/** Where the form is posted, and what its address ends with once it was. */
export const alertForm = { path: '/api/prevenez-moi', done: 'alerte-demandee' } as const;
/** The page of the form; behind `?` stands the search. */
export const ALERT_FORM_PAGE = '/prevenez-moi/';
