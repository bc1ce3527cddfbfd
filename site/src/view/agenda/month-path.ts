/** Path of the page of a month (`YYYY-MM`). Two segments, so that no event's slug can ever take its place. */
export const monthPath = (month: string): string => `/agenda/mois/${month}/`;

/** The days that people ask for most; of one release, since they go by the day of the build. */
export const nearPaths = { weekend: '/agenda/ce-week-end/', week: '/agenda/cette-semaine/' } as const;
