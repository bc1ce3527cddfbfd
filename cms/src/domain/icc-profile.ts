/** The colour profile of a press, read once for the media library that takes it in and for the press that prints with it. */
import { parsed, refused, type Parsed } from './parsed.ts';

const HEADER = 128;
const TAG_ENTRY = 12;
/** The largest in use are some 3 MB; what is larger is something else. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_TAGS = 200;
const MOST_NAME = 120;

const askAgain = 'demandez à votre imprimeur son profil CMJN au format .icc';
const megabytes = (bytes: number) =>
  `${(bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;
const octets = (bytes: number) => bytes.toLocaleString('fr-FR');
const spaces: Readonly<Record<string, string>> = { RGB: 'RVB (écran)', GRAY: 'niveaux de gris', Lab: 'Lab' };

/** What is said to the editor who gave the file, each time with how to mend it. */
export const profileRefusals = {
  empty: `Ce fichier est vide\u00a0: ${askAgain}, ou laissez ce champ vide pour imprimer avec le profil fourni.`,
  tooLarge: (bytes: number) =>
    `Ce fichier pèse ${megabytes(bytes)}, bien plus qu’un profil ICC (20\u00a0Mo au plus)\u00a0: ${askAgain}.`,
  anotherFile: (what: string) =>
    `Ce fichier est ${what}, pas un profil ICC\u00a0: changer l’extension ne suffit pas, ${askAgain}.`,
  notAProfile: `Ce fichier n’est pas un profil ICC\u00a0: ${askAgain}.`,
  truncated: (bytes: number, announced: number) =>
    `Ce profil ICC est incomplet (${octets(bytes)}\u00a0octets sur ${octets(announced)})\u00a0: téléchargez-le de nouveau, puis déposez-le ici.`,
  notCmyk: (space: string) =>
    `Ce profil ICC décrit des couleurs en ${spaces[space] ?? 'un autre espace que CMJN'}, pas les quatre encres d’une presse\u00a0: ${askAgain}.`,
  notAnOutputProfile: `Ce profil ICC ne décrit pas une presse (ce n’est pas un profil de sortie)\u00a0: ${askAgain}.`,
  version: (version: number) =>
    `Ce profil ICC est de version ${version}, que le PDF/X n’accepte pas\u00a0: demandez à votre imprimeur la version\u00a02 ou\u00a04 de son profil.`,
  noTables: `Ce profil ICC n’a pas les tables qui convertissent vers les encres et retour\u00a0: ${askAgain}.`,
  noName: `Ce profil ICC n’a pas de nom, que l’imprimeur doit pouvoir lire dans le PDF\u00a0: ${askAgain}.`,
  damaged: `Ce profil ICC est abîmé\u00a0: téléchargez-le de nouveau ou ${askAgain}.`,
};

/** First bytes of what gets renamed to `.icc` by mistake. */
const otherFiles: readonly (readonly [start: string, what: string])[] = [
  ['\xff\xd8\xff', 'une photo JPEG'],
  ['\x89PNG', 'une image PNG'],
  ['%PDF', 'un PDF'],
  ['PK\x03\x04', 'une archive ZIP'],
  ['GIF8', 'une image GIF'],
  ['<', 'une page web ou un texte balisé'],
];

/** Byte for byte: `TextDecoder('latin1')` is windows-1252, which has other characters from 0x80 to 0x9f. */
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const utf16 = new TextDecoder('utf-16be');
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Is this a profile that a PDF/X file can carry as its output intent: an ICC output profile, of four inks, of version 2 or 4,
 * with the tables of both ways (ISO 15930-7, 6.2.2; ICC.1:2022, clauses 7.2, 8.3 and 9.2.41)?
 * @param bytes the whole file: a profile tells its own length
 * @returns its name, or one French sentence for the editor who gave it
 */
export function readPressProfile(bytes: Uint8Array): Parsed<{ readonly name: string }> {
  const say = profileRefusals;
  if (bytes.length === 0) return refused(say.empty);
  if (bytes.length > MOST_BYTES) return refused(say.tooLarge(bytes.length));
  const text = (at: number, length: number) => latin1(bytes.subarray(at, at + length));
  if (bytes.length < HEADER + 4 || text(36, 4) !== 'acsp') {
    const other = otherFiles.find(([start]) => text(0, start.length) === start);
    return refused(other ? say.anotherFile(other[1]) : say.notAProfile);
  }
  const view = viewOf(bytes);
  if (view.getUint32(0) > bytes.length) return refused(say.truncated(bytes.length, view.getUint32(0)));
  const space = text(16, 4).trim();
  if (space !== 'CMYK') return refused(say.notCmyk(space));
  if (text(12, 4) !== 'prtr') return refused(say.notAnOutputProfile);
  const version = view.getUint8(8);
  if (version !== 2 && version !== 4) return refused(say.version(version));

  const tags = tagsOf(bytes);
  if (tags === null) return refused(say.damaged);
  // Both ways are needed: B2A0 turns pictures into inks, A2B0 shows a proof of them.
  if (!tags.has('A2B0') || !tags.has('B2A0')) return refused(say.noTables);
  if (!isTable(tags.get('A2B0'), 4, 3) || !isTable(tags.get('B2A0'), 3, 4)) return refused(say.damaged);
  const name = nameIn(tags.get('desc'));
  return name === null ? refused(say.noName) : parsed({ name });
}

/** Contents of each tag by signature; null when the table points outside the file. */
function tagsOf(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const view = viewOf(bytes);
  const count = view.getUint32(HEADER);
  if (count === 0 || count > MOST_TAGS || HEADER + 4 + count * TAG_ENTRY > bytes.length) return null;
  const tags = new Map<string, Uint8Array>();
  for (let entry = HEADER + 4; entry < HEADER + 4 + count * TAG_ENTRY; entry += TAG_ENTRY) {
    const start = view.getUint32(entry + 4);
    const end = start + view.getUint32(entry + 8);
    if (end > bytes.length) return null;
    tags.set(latin1(bytes.subarray(entry, entry + 4)), bytes.subarray(start, end));
  }
  return tags;
}

/** A look-up table in one of the four shapes that ICC v2 and v4 know, with these numbers of channels. */
function isTable(tag: Uint8Array | undefined, channelsIn: number, channelsOut: number): boolean {
  if (tag === undefined || tag.length < 32) return false;
  const known = ['mft1', 'mft2', 'mAB ', 'mBA '].includes(latin1(tag.subarray(0, 4)));
  return known && tag[8] === channelsIn && tag[9] === channelsOut;
}

/** `desc`: a textDescriptionType (ICC v2) or a multiLocalizedUnicodeType (v4), of which French or English is preferred. */
function nameIn(tag: Uint8Array | undefined): string | null {
  if (tag === undefined || tag.length < 12) return null;
  const view = viewOf(tag);
  const kind = latin1(tag.subarray(0, 4));
  // Longer than any name: an announced length of gigabytes takes what there is, and no more of it than is kept.
  if (kind === 'desc') return tidy(latin1(tag.subarray(12, 12 + Math.min(view.getUint32(8), 4 * MOST_NAME))));
  if (kind !== 'mluc' || tag.length < 16) return null;
  const names = new Map<string, string>();
  const count = Math.min(view.getUint32(8), MOST_TAGS);
  for (let record = 16; record < 16 + count * 12 && record + 12 <= tag.length; record += 12) {
    const start = view.getUint32(record + 8);
    const name = tag.subarray(start, start + (view.getUint32(record + 4) & ~1));
    if (name.length % 2 === 0) names.set(latin1(tag.subarray(record, record + 2)), utf16.decode(name));
  }
  return tidy(names.get('fr') ?? names.get('en') ?? [...names.values()][0] ?? '');
}

/** One line, printable. */
function tidy(name: string): string | null {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_NAME);
  return clean === '' ? null : clean;
}
