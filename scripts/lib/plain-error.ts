/**
 * An error whose message is a French sentence for the person in front of the screen: what is wrong and what to do.
 * Entry points print the message alone; the cause goes to the logs.
 */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** The sentence to show for any error: its own when it was written for people, else a general one with the technical text. */
export function sentenceFor(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return `Erreur inattendue : ${error instanceof Error ? error.message : String(error)}`;
}
