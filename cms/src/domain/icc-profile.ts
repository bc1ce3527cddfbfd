import { parsed, refused, type Parsed } from './parsed.ts';

/** What an ICC profile says of itself (ICC.1:2022, clauses 7.2 and 9.2.41). */
export interface IccHeader {
  /** Of its description: "FOGRA39L Coated". */
  readonly name: string;
  /** Signature of the colour space, without padding: "CMYK", "RGB", "GRAY". */
  readonly space: string;
  /** Signature of the class: "prtr" for an output profile, "mntr" for a screen. */
  readonly class: string;
  /** Major and minor: "2.4", "4.3". */
  readonly version: string;
}

const HEADER = 128;
const TAG = 12;
const MOST_TAGS = 200;

const NOT_A_PROFILE =
  'Ce fichier n’est pas un profil de couleurs\u00a0: demandez à l’imprimeur son profil ICC (un fichier .icc ou .icm).';
const CUT_SHORT = 'Ce profil de couleurs est incomplet\u00a0: demandez-le de nouveau à l’imprimeur, ou renvoyez-le.';

const latin1 = new TextDecoder('latin1');
const utf16 = new TextDecoder('utf-16be');

/** The text of a description tag: `desc` up to version 2, `mluc` since version 4. Null when it is neither, or cut short. */
function textOf(tag: DataView): string | null {
  const bytes = (at: number, length: number) =>
    at + length <= tag.byteLength ? new Uint8Array(tag.buffer, tag.byteOffset + at, length) : null;
  const signature = bytes(0, 4);
  if (!signature || tag.byteLength < 12) return null;
  switch (latin1.decode(signature)) {
    case 'desc': {
      const text = bytes(12, tag.getUint32(8));
      return text && latin1.decode(text);
    }
    case 'mluc': {
      if (tag.byteLength < 28 || tag.getUint32(8) === 0) return null;
      const text = bytes(tag.getUint32(24), tag.getUint32(20));
      return text && utf16.decode(text);
    }
    default:
      return null;
  }
}

/**
 * Reads the header and the description of an ICC profile; whether it suits a press is `checkPressProfile`.
 * @param bytes the whole file: a profile tells its own length, and one that lost its end is no good
 */
export function readIccHeader(bytes: Uint8Array): Parsed<IccHeader> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = (at: number) => latin1.decode(bytes.subarray(at, at + 4)).trim();
  if (bytes.length < HEADER + 4 || signature(36) !== 'acsp') return refused(NOT_A_PROFILE);
  if (view.getUint32(0) > bytes.length) return refused(CUT_SHORT);

  const count = view.getUint32(HEADER);
  if (count === 0 || count > MOST_TAGS || HEADER + 4 + count * TAG > bytes.length) return refused(CUT_SHORT);
  let name: string | null = null;
  for (let tag = 0; tag < count; tag += 1) {
    const at = HEADER + 4 + tag * TAG;
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset + length > bytes.length) return refused(CUT_SHORT);
    if (signature(at) === 'desc') name = textOf(new DataView(view.buffer, view.byteOffset + offset, length));
  }
  const readable = name?.replaceAll('\0', '').trim();
  if (!readable) return refused(CUT_SHORT);
  return parsed({
    name: readable,
    space: signature(16),
    class: signature(12),
    version: `${view.getUint8(8)}.${view.getUint8(9) >> 4}`,
  });
}

/** Can a press be driven with this? PDF/X asks for an output profile, four inks, of version 2 or 4 (ISO 15930-7, 6.2.2). */
export function checkPressProfile(header: IccHeader): Parsed<IccHeader> {
  const named = `Le profil «\u00a0${header.name}\u00a0»`;
  if (header.space !== 'CMYK') {
    return refused(
      `${named} n’est pas un profil de quadrichromie (son espace est ${header.space || 'inconnu'}, pas CMYK)\u00a0: ` +
        'demandez à l’imprimeur le profil de sa presse, par exemple «\u00a0PSO Coated v3\u00a0».',
    );
  }
  if (header.class !== 'prtr') {
    return refused(
      `${named} ne décrit pas une presse (classe ${header.class || 'inconnue'}, pas prtr)\u00a0: demandez à l’imprimeur un profil de sortie.`,
    );
  }
  if (!/^[24]\./.test(header.version)) {
    return refused(
      `${named} est d’une version (${header.version}) que les fichiers d’imprimerie ne prennent pas\u00a0: demandez à l’imprimeur sa version 2 ou 4.`,
    );
  }
  return parsed(header);
}
