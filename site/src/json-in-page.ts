/**
 * A value as the text of a `<script type="application/json">`, or of another kind of JSON. A `<` in a name cannot close the script:
 * every character that HTML could read is written as a JSON escape.
 */
export const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
