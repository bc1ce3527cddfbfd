/** Path of the page of a month (`YYYY-MM`). Two segments, so that no event's slug can ever take its place. */
export const monthPath = (month: string): string => `/agenda/mois/${month}/`;
