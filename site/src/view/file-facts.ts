/** What a reader wants to know of a file before loading it, besides its weight: its kind. */

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
