/**
 * How words stand in Pagefind’s index. Pagefind finds every word that begins as asked, and cuts what it does not know until
 * something answers ("33920" finds "3 hectares"): each stem ends on two letters that end no French word, so that a search for one
 * finds that stem, all its places, and nothing else.
 */

const END = 'qx';

export const tokenOf = (stem: string): string => stem + END;
/** The token of a family of words, by its rank in the lexicon: of a text that tells of it. */
export const familyToken = (rank: number): string => `${END}${rank.toString(36)}${END}`;
/** Of a text with words by which people ask for it, which prove little. */
export const hintToken = (rank: number): string => `${END}${rank.toString(36)}qy`;
