const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A description as version 2 writes it, or version 4. */
function description(name: string, kind: 'desc' | 'mluc'): Uint8Array {
  const bytes = new Uint8Array(kind === 'desc' ? 12 + name.length + 1 : 28 + 2 * name.length);
  const view = new DataView(bytes.buffer);
  bytes.set(latin1(kind));
  if (kind === 'desc') {
    view.setUint32(8, name.length + 1);
    bytes.set(latin1(name), 12);
    return bytes;
  }
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  bytes.set(latin1('enUS'), 16);
  view.setUint32(20, 2 * name.length);
  view.setUint32(24, 28);
  [...name].forEach((letter, index) => view.setUint16(28 + 2 * index, letter.charCodeAt(0)));
  return bytes;
}

export interface ProfileChanges {
  readonly space?: string;
  readonly kind?: string;
  /** Bytes 8 and 9 of the header. */
  readonly version?: readonly [major: number, minor: number];
  readonly name?: string;
  readonly text?: 'desc' | 'mluc';
}

/** A look-up table by its head alone: enough to be one, too little to convert a colour. */
function table(channelsIn: number, channelsOut: number): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set(latin1('mft2'));
  bytes.set([channelsIn, channelsOut], 8);
  return bytes;
}

/** The least that is an ICC profile, for a press unless told otherwise: a header, a name and the tables of both ways. */
export function iccProfile({
  space = 'CMYK',
  kind = 'prtr',
  version = [2, 0x40],
  name = 'Presse',
  text = 'desc',
}: ProfileChanges = {}): Uint8Array<ArrayBuffer> {
  const tags: readonly (readonly [signature: string, content: Uint8Array])[] = [
    ['desc', description(name, text)],
    ['A2B0', table(4, 3)],
    ['B2A0', table(3, 4)],
  ];
  const first = 128 + 4 + 12 * tags.length;
  const bytes = new Uint8Array(tags.reduce((total, [, content]) => total + content.length, first));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length);
  bytes.set(version, 8);
  bytes.set(latin1(kind), 12);
  bytes.set(latin1(space.padEnd(4)), 16);
  bytes.set(latin1('acsp'), 36);
  view.setUint32(128, tags.length);
  let at = first;
  tags.forEach(([signature, content], index) => {
    const entry = 132 + 12 * index;
    bytes.set(latin1(signature), entry);
    view.setUint32(entry + 4, at);
    view.setUint32(entry + 8, content.length);
    bytes.set(content, at);
    at += content.length;
  });
  return bytes;
}
