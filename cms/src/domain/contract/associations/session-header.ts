/**
 * Every request that counts on the refresh cookie carries this header, which no form of another site can send. In a file of its
 * own, for a page needs the name and not the schemas.
 */
export const SESSION_HEADER = 'x-trame-session';
