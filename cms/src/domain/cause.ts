/** An error as a log and a technical line tell it: with its causes, and without the data that a statement carried. */

/** The local part of an e-mail address; the domain stays, because it tells which server is meant. */
const LOCAL_PART = /[^\s<>()"',;:@]+(?=@[^\s<>()"',;:@]+\.)/g;
const LONGEST_LINE = 300;

/** Knex writes the whole statement with its values before the message of PostgreSQL: only the message is kept. */
function messageOf(error: Error): string {
  const isOfPostgres = 'severity' in error && 'code' in error;
  const message = isOfPostgres
    ? error.message.slice(error.message.lastIndexOf(' - ') + 1).replace(/^- /, '')
    : error.message;
  return message.replace(LOCAL_PART, '…');
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? ` [${error.code}]` : '');

const headOf = (error: Error): string => `${error.name}${codeOf(error)}: ${messageOf(error)}`;

/** The places of the program that the error came through; its message, which `headOf` says, stands before them. */
const placesOf = (error: Error): string => (error.stack?.match(/^\s+at .+$/gm) ?? []).join('\n');

/** For a log: name, code, message and places, then the same of each cause. Addresses of people are masked. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const cause = error.cause === undefined ? '' : `\ncaused by ${causeOf(error.cause)}`;
  return `${headOf(error)}\n${placesOf(error)}${cause}`.trimEnd();
}

/** For the admin: one line that a developer recognises, "TypeError: x is not a function". */
export function technicalLine(error: unknown): string {
  const line = error instanceof Error ? headOf(error) : causeOf(error);
  return line.replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
}
