import { causeOf } from '../../domain/cause.ts';
import { Unreadable } from '../../domain/stored/stored.ts';

/** A desk that is looked at every minute tells the log once for each row and cause. */
const logged = new Set<string>();

/** For the log: the row, its column and version, and what is not understood; never what the row holds. */
function logUnreadable(error: Unreadable): void {
  if (logged.has(error.message)) return;
  logged.add(error.message);
  strapi.log.error(`Kept JSON: ${causeOf(error)}`);
}

/**
 * Reads the JSON columns of one row (decision 0019). A row that cannot be understood is logged and given as what `otherwise`
 * makes of it, so that a list of rows still shows the others.
 */
export function readRow<Read>(read: () => Read, otherwise: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    logUnreadable(error);
    return otherwise();
  }
}
