/** Everything that answers, as one part that a browser fetches when somebody begins to ask. */
export { ask, type Answer } from './find/ask.ts';
export { openLibrary, type Library } from './find/library.ts';
export { countFacets } from './counts.ts';
export { resultOf } from './results.ts';
export { withoutPiece } from './understand/understand.ts';
