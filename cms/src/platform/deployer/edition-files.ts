/** Names and types of what the printing service hands out. A name that is none of these is not asked for. */
const FILE_NAME = /^[a-z0-9-]+\.(pdf|zip|html|json)$/;

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The media type of a printed file after its name; null for a name that no printing gives. */
export function printedFileType(name: string): string | null {
  const extension = FILE_NAME.exec(name)?.[1];
  return extension === undefined ? null : (TYPES[extension] ?? null);
}

/** `proof` or `frozen`: the two folders that files are taken from. */
export const isPrintedFolder = (name: string): name is 'proof' | 'frozen' => name === 'proof' || name === 'frozen';
