/** Names in the storage of the browser; the number is that of the shape. */
export const MEMORY_KEY = 'trame-sans-reponse-1';
/** Under this name a device keeps that somebody said no on it. */
export const REFUSED_KEY = 'trame-sans-reponse-non';
