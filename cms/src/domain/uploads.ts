/** What the media library takes: the same list where files arrive and where a form says so before they leave. */
import { fileSize } from './file-size.ts';
import { isNamedHeic, pictureWords } from './pictures.ts';

export const LARGEST_UPLOAD_BYTES = 10 * 1024 * 1024;

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Attachments of guides and resources, some of which associations must be able to fill in: model statutes, minutes, budgets. */
export const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;

export type UploadKind = 'picture' | 'document';

const TYPES: Readonly<Record<UploadKind, readonly string[]>> = { picture: PICTURE_TYPES, document: DOCUMENT_TYPES };

const words = {
  notPicture: (name: string) =>
    `«\u00a0${name}\u00a0» n’est pas une image que l’on sait afficher\u00a0: il faut un fichier JPEG, PNG ou WebP.`,
  notDocument: (name: string) =>
    `«\u00a0${name}\u00a0» n’est pas un document que l’on sait proposer\u00a0: il faut un PDF, ou un fichier Word, Excel ou LibreOffice récent.`,
  tooLarge: (name: string, bytes: number) =>
    `«\u00a0${name}\u00a0» pèse ${fileSize(bytes)}\u00a0: ${fileSize(LARGEST_UPLOAD_BYTES)} au plus. Réduisez-le, puis déposez-le à nouveau.`,
  /** Where only the server saw it, which stops reading before it knows how much there is. */
  tooLargeToArrive: `Ce fichier pèse plus de ${fileSize(LARGEST_UPLOAD_BYTES)}, le plus lourd qui puisse être envoyé\u00a0: rien n’a été enregistré.`,
  importTooLarge: (name: string, bytes: number) =>
    `«\u00a0${name}\u00a0» pèse ${fileSize(bytes)}\u00a0: ${fileSize(LARGEST_UPLOAD_BYTES)} au plus.`,
  lighterTable:
    'Enlevez-en les images et les feuilles inutiles, ou partagez-le en plusieurs fichiers, puis déposez-les un par un. D’un agenda, demandez une période plus courte.',
  lighter: 'Réduisez-le, puis déposez-le à nouveau.',
  empty: (name: string) => `«\u00a0${name}\u00a0» est vide\u00a0: choisissez un autre fichier.`,
};

/** As a browser tells a file. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Why a file cannot be taken, before it is sent; null when nothing is known against it. */
export function refusalOfFile(file: ChosenFile, kind: UploadKind): string | null {
  if (kind === 'picture' && isNamedHeic(file)) return pictureWords.heic;
  if (!TYPES[kind].includes(file.type))
    return kind === 'picture' ? words.notPicture(file.name) : words.notDocument(file.name);
  if (file.size === 0) return words.empty(file.name);
  return file.size > LARGEST_UPLOAD_BYTES ? words.tooLarge(file.name, file.size) : null;
}

/** What to do about a file that is to be imported and too large to be sent; null for one that is not. */
export const refusalOfImport = ({ name, size }: Pick<ChosenFile, 'name' | 'size'>): string | null =>
  size > LARGEST_UPLOAD_BYTES ? `${words.importTooLarge(name, size)} ${words.lighterTable}` : null;

/** What the server says of a file that it stopped reading. @param of what was to become of it */
export const tooLargeToArrive = (of: 'import' | 'library'): string =>
  `${words.tooLargeToArrive} ${of === 'import' ? words.lighterTable : words.lighter}`;
