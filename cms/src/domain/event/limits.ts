/** Dates of one event: a weekly rendez-vous of a whole year. */
export const MOST_DATES = 60;
/** Characters that the form of a proposed event takes. */
export const EVENT_TEXTS = { title: 200, summary: 600, place: 200, price: 200, contact: 254, alt: 300 } as const;
