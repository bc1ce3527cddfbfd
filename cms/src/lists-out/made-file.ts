import type { MadeFile } from '../domain/contract/desk/lists-out.ts';

/** Bytes as the page takes them. @param ending of the name: « .pdf » */
export const madeFile = (
  name: string,
  { type, ending }: { readonly type: string; readonly ending: string },
  bytes: Buffer,
): MadeFile => ({ name: `${name}${ending}`, type, base64: bytes.toString('base64') });
