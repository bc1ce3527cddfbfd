/** What people write by the forms of pages: limits that the pages and the CMS hold to. */

export const MESSAGE_LENGTH = 3000;
export const LEAST_MESSAGE_LENGTH = 10;
export const SENDER_NAME_LENGTH = 120;
/** RFC 5321, 4.5.3.1.3 */
export const EMAIL_LENGTH = 254;

/** A field of every form of a page that people do not see, and machines fill in. */
export const TRAP_FIELD = 'website2';

/** Where the forms of an entry's page are posted, and what its address ends with once they were. */
export const errorReportForm = { path: '/api/signaler', done: 'erreur-signalee' } as const;
export const messageForm = { path: '/api/ecrire', done: 'message-envoye' } as const;
