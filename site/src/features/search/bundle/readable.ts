/** What a release’s search says, to whoever reads its files: the checks of a release read it as a visitor would. */
import { unseal } from './seal.ts';

const TOKEN_END = /(?<=[\p{L}\p{N}])qx(?=[ "\\]|$)/gu;

/** Text of a fragment of the index, its sealed fields and the ends of its words opened. */
export const readableIndex = (fragment: string): string => unseal(fragment).replaceAll(TOKEN_END, '');
