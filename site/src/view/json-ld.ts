import type { Thing, WithContext } from 'schema-dts';

/**
 * Structured data as the text of a `<script type="application/ld+json">`. A `<` in a name cannot close the script:
 * every character that HTML could read is written as a JSON escape.
 */
export function jsonLd(thing: WithContext<Thing>): string {
  return JSON.stringify(thing).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
