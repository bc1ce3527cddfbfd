/** What a reader wants to know of a file before loading it: its kind and its weight, in French units. */

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'OpenDocument (texte)',
  'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument (tableur)',
  'application/vnd.oasis.opendocument.presentation': 'OpenDocument (présentation)',
  'application/zip': 'ZIP',
  'application/rtf': 'RTF',
  'text/csv': 'CSV',
  'text/plain': 'texte',
  'text/calendar': 'calendrier',
};

/** "PDF", "Word", "image", "son": from the type, else from the extension of the name, else "fichier". */
export function fileKind({ mime, name }: { readonly mime: string; readonly name: string }): string {
  const type = mime.toLowerCase().split(';')[0]?.trim() ?? '';
  const known = KINDS[type];
  if (known !== undefined) return known;
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'son';
  if (type.startsWith('video/')) return 'vidéo';
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? 'fichier';
}

const NO_BREAK = '\u00a0';
const UNITS = ['octets', 'ko', 'Mo', 'Go'] as const;
const one = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const none = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** "820 octets", "12 ko", "1,2 Mo": multiples of 1000, as the International System has them. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.6 ko would be written "1 000 ko".
  while (unit < UNITS.length - 1 && Math.round(value) >= 1000) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit >= 2 && value < 100 ? one : none;
  const name = unit === 0 && Math.round(value) < 2 ? 'octet' : UNITS[unit];
  return `${digits.format(value)}${NO_BREAK}${name}`;
}
