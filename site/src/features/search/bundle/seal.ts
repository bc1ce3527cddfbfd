/**
 * What a result shows travels in Pagefind's metadata, which Pagefind also searches: with the small words that the index leaves out
 * ("à", "le"), on which a question without an answer then falls back. Sealed text keeps its letters and digits where Pagefind sees
 * none (a private area of Unicode), so that only `content` and `mots` are searched.
 */
const PRIVATE_AREA = 0xe000;
/** Letters of every European script stand below; the private area has room for as many. */
const LAST_SEALED = 0x18ff;

const READABLE = /[\p{L}\p{N}\p{M}]/gu;
const SEALED = /[\ue000-\uf8ff]/g;

/** A symbol of the private area that stands in a text already is left out: it would be read as a sealed letter. */
export function seal(text: string): string {
  return text.replace(SEALED, '').replace(READABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code <= LAST_SEALED ? String.fromCharCode(PRIVATE_AREA + code) : character;
  });
}

export function unseal(text: string): string {
  return text.replace(SEALED, (character) => String.fromCharCode(character.charCodeAt(0) - PRIVATE_AREA));
}
