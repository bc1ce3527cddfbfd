import type { WordFamily } from './word-family.ts';
export const everydayWords: readonly WordFamily[] = [];
