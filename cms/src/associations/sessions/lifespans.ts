/** How long sessions of associations last. Imported by `config/`, hence nothing else stands here. */

/** An access token cannot be taken back by itself: it is short, and its session is looked up at each request. */
export const ACCESS_SECONDS = 10 * 60;
const DAY = 24 * 3600;
/** A session that nobody uses ends. */
export const IDLE_SECONDS = 30 * DAY;
/** And every session does: from one summer to the next, one signs in at least twice. */
export const LONGEST_SECONDS = 180 * DAY;
