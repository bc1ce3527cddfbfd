import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFString,
  StandardFonts,
  type PDFPage,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { PrintCheck } from '@trame/cms/domain/contract/press/print-report';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { finishPressFile } from '../press/finish.ts';
import { toCmykJpeg } from '../press/cmyk-picture.ts';
import { pressProfile, type PressProfile } from '../press/profile.ts';
import { setInTypst } from '../testing/typst-pdf.ts';
import { preflight } from './preflight.ts';
import type { Expectation } from './expectation.ts';

const MM = 72 / 25.4;
const SLUG = 10 * MM;
const geometry = { trim: { width: 148, height: 210 }, bleedMm: 3, slugMm: 10, marks: true };

let folder: string;
let profile: PressProfile;
/** Right PDFs, that each test makes wrong in one way. */
const right = new Map<Expectation['standard'], Buffer>();

const expected = (change: Partial<Expectation> = {}): Expectation => ({
  standard: 'PDF/X-4',
  trim: geometry.trim,
  bleedMm: 3,
  marks: true,
  profile,
  pagesMultipleOf: 4,
  file: 'livret.pdf',
  ...change,
});

const source = `
  #set page(width: 168mm, height: 230mm, margin: 25mm, background: {
    place(top + left, dx: 7mm, dy: 7mm, rect(width: 154mm, height: 30mm, fill: cmyk(23%, 82%, 81%, 38%)))
    place(bottom + left, dx: 7mm, dy: -7mm, rect(width: 154mm, height: 12mm, fill: gradient.linear(cmyk(90%, 20%, 0%, 0%), cmyk(0%, 20%, 90%, 0%))))
  })
  #set text(fill: cmyk(0%, 0%, 0%, 100%), lang: "fr")
  #image("photo.jpg", width: 30mm)
  #line(length: 40mm, stroke: 0.25pt + cmyk(0%, 0%, 0%, 50%))
  = L’Amicale des « œuvres »
  #for page in range(4) { lorem(60); if page < 3 { pagebreak() } }`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trame-preflight-'));
  profile = await pressProfile({ file: null, cacheDir: folder });
  const noise = { type: 'gaussian', mean: 90, sigma: 50 } as const;
  const photo = await toCmykJpeg(
    sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff', noise } }),
    profile,
  );
  for (const [standard, version] of [
    ['PDF/X-4', '1.6'],
    ['PDF/X-1a:2003', '1.4'],
  ] as const) {
    const pdf = setInTypst(source, version, { 'photo.jpg': photo });
    const file = {
      standard,
      geometry,
      profile,
      title: 'Essai & « preuve »',
      author: 'Trame',
      language: 'fr-FR',
    } as const;
    right.set(standard, await finishPressFile(pdf, { ...file, date: new Date('2026-11-22T08:00:00Z') }));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rightOne = (standard: Expectation['standard'] = 'PDF/X-4') => right.get(standard) as Buffer;

/** Checks that did not pass, with their outcome. */
function amiss(checks: readonly PrintCheck[]): Record<string, string> {
  return Object.fromEntries(
    checks.filter(({ outcome }) => outcome !== 'passed').map(({ id, outcome }) => [id, outcome]),
  );
}

async function spoilt(
  spoil: (document: PDFDocument, page: PDFPage) => void | Promise<void>,
  standard: Expectation['standard'] = 'PDF/X-4',
): Promise<Buffer> {
  const document = await PDFDocument.load(rightOne(standard), { updateMetadata: false });
  await spoil(document, document.getPage(1));
  return Buffer.from(await document.save({ useObjectStreams: standard === 'PDF/X-4', updateFieldAppearances: false }));
}

/** Operators after the page's own. `resources` are added to the page's, by category. */
function paint(page: PDFPage, operators: string, resources: Record<string, Record<string, PDFObject>> = {}): void {
  const { context } = page.doc;
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray);
  contents.push(context.register(context.flateStream(`q ${operators} Q`)));
  const own = page.node.Resources()?.clone(context) ?? context.obj({});
  for (const [category, entries] of Object.entries(resources)) {
    const list = own.lookupMaybe(PDFName.of(category), PDFDict)?.clone(context) ?? context.obj({});
    for (const [name, object] of Object.entries(entries)) list.set(PDFName.of(name), object);
    own.set(PDFName.of(category), list);
  }
  page.node.set(PDFName.of('Resources'), own);
}

/** Name of a font that the page has. */
const fontOf = (page: PDFPage): string => {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  return (fonts?.keys()[0] as PDFName).decodeText();
};
const inMiddle = `${60 * MM} ${100 * MM}`;

function image(document: PDFDocument, entries: Record<string, unknown>, bytes: Uint8Array): PDFObject {
  const { context } = document;
  const head = { Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, ...entries };
  return context.register(context.stream(bytes, head));
}
const form = (document: PDFDocument, operators: string, entries: Record<string, unknown> = {}): PDFObject =>
  document.context.register(
    document.context.flateStream(operators, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 1000, 1000],
      ...entries,
    }),
  );
const inches = (width: number) => `${width * 72} 0 0 ${width * 72} ${inMiddle} cm`;
const black: Record<string, unknown> = { ColorSpace: 'DeviceCMYK', Width: 2, Height: 2 };

/** Strokes of a few pixels on paper. */
const drawing = (document: PDFDocument, stroke: readonly number[], width = 8): PDFObject => {
  const side = 120;
  const pixels = Array.from({ length: side * side }, (_, at) =>
    (at % side) % (3 * width) < width ? stroke : [0, 0, 0, 0],
  );
  return image(document, { ColorSpace: 'DeviceCMYK', Width: side, Height: side }, Uint8Array.from(pixels.flat()));
};

interface Case {
  readonly what: string;
  readonly amiss: Record<string, 'failed' | 'warning'>;
  readonly standard?: Expectation['standard'];
  readonly expected?: Partial<Expectation>;
  readonly spoil: (document: PDFDocument, page: PDFPage) => void | Promise<void>;
}

const cases: readonly Case[] = [
  {
    what: 'an RGB image',
    amiss: { 'rgb-objects': 'failed' },
    spoil: (document, page) =>
      paint(page, `${inches(0.01)} /Wrong Do`, {
        XObject: {
          Wrong: image(document, { ColorSpace: 'DeviceRGB', Width: 4, Height: 4 }, new Uint8Array(48)),
        },
      }),
  },
  {
    what: 'an inline RGB image',
    amiss: { 'rgb-objects': 'failed' },
    spoil: (_, page) => paint(page, `${inches(0.003)} BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI`),
  },
  {
    what: 'an RGB fill in a form in a form',
    amiss: { 'rgb-objects': 'failed' },
    spoil: (document, page) => {
      const inner = form(document, '0.2 0.4 0.6 rg 200 300 20 20 re f');
      const outer = form(document, '/Inner Do', { Resources: { XObject: { Inner: inner } } });
      paint(page, '/Outer Do', { XObject: { Outer: outer } });
    },
  },
  {
    what: 'an RGB fill in a pattern',
    amiss: { 'rgb-objects': 'failed' },
    spoil: (document, page) => {
      const pattern = document.context.register(
        document.context.flateStream('1 0 0 rg 0 0 4 4 re f', {
          PatternType: 1,
          PaintType: 1,
          TilingType: 1,
          BBox: [0, 0, 5, 5],
          XStep: 5,
          YStep: 5,
          Resources: {},
        }),
      );
      paint(page, '/Pattern cs /Tiles scn 200 300 20 20 re f', { Pattern: { Tiles: pattern } });
    },
  },
  {
    what: 'a gradient in RGB',
    amiss: { 'rgb-objects': 'failed' },
    spoil: (document, page) =>
      paint(page, '200 300 20 20 re W n /Wrong sh', {
        Shading: {
          Wrong: document.context.obj({
            ShadingType: 2,
            ColorSpace: 'DeviceRGB',
            Coords: [0, 0, 100, 0],
            Function: { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0], C1: [1, 1, 1], N: 1 },
          }),
        },
      }),
  },
  {
    what: 'a grey with a profile of its own',
    amiss: { 'grey-outside-k': 'failed' },
    spoil: (document, page) => {
      const icc = document.context.register(document.context.flateStream('profile', { N: 1 }));
      const space = document.context.obj([PDFName.of('ICCBased'), icc]);
      paint(page, '/Grey cs 0.4 scn 200 300 20 20 re f', { ColorSpace: { Grey: space } });
    },
  },
  {
    what: 'inks with a profile of their own',
    amiss: { 'embedded-profiles': 'warning' },
    spoil: (document, page) => {
      const icc = document.context.register(document.context.flateStream('profile', { N: 4 }));
      const space = document.context.obj([PDFName.of('ICCBased'), icc]);
      paint(page, '/Inks cs 0 0 0 0.4 scn 200 300 20 20 re f', { ColorSpace: { Inks: space } });
    },
  },
  {
    what: 'a spot colour',
    amiss: { 'spot-colours': 'warning' },
    spoil: (document, page) => {
      const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 1, 0], N: 1 };
      const names = [PDFName.of('Separation'), PDFName.of('Or'), PDFName.of('DeviceCMYK')];
      const space = document.context.obj([...names, tint]);
      paint(page, '/Gold cs 1 scn 200 300 20 20 re f', { ColorSpace: { Gold: space } });
    },
  },
  {
    what: 'black text of four inks',
    amiss: { 'text-black-k-only': 'failed' },
    spoil: (_, page) =>
      paint(page, `0.6 0.4 0.4 1 k BT /${fontOf(page)} 12 Tf 1 0 0 1 ${inMiddle} Tm <00050006> Tj ET`),
  },
  {
    what: 'grey text of three inks',
    amiss: { 'text-black-k-only': 'failed' },
    spoil: (_, page) =>
      paint(page, `0.5 0.5 0.5 0 k BT /${fontOf(page)} 12 Tf 1 0 0 1 ${inMiddle} Tm <00050006> Tj ET`),
  },
  {
    what: 'a picture with letters in black of four inks',
    amiss: { 'image-black-k-only': 'warning' },
    spoil: (document, page) =>
      paint(page, `${inches(0.3)} /Drawing Do`, { XObject: { Drawing: drawing(document, [150, 130, 120, 200]) } }),
  },
  {
    what: 'a fill of 340 % ink',
    amiss: { 'total-ink': 'failed' },
    spoil: (_, page) => paint(page, '0.9 0.9 0.9 0.7 k 200 300 20 20 re f'),
  },
  {
    what: 'the colour of all plates on the page itself',
    amiss: { 'total-ink': 'failed' },
    spoil: (document, page) => {
      const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 };
      const names = [PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceCMYK')];
      paint(page, '/Plates cs 1 scn 200 300 20 20 re f', {
        ColorSpace: { Plates: document.context.obj([...names, tint]) },
      });
    },
  },
  {
    what: 'an image of 400 % ink, as raw pixels',
    amiss: { 'total-ink': 'failed' },
    spoil: (document, page) =>
      paint(page, `${inches(0.005)} /Wrong Do`, {
        XObject: { Wrong: image(document, black, new Uint8Array(16).fill(255)) },
      }),
  },
  {
    what: 'an image of 400 % ink, as the JPEG of an imaging program',
    amiss: { 'total-ink': 'failed' },
    spoil: async (document, page) => {
      // Straight from sharp: no limit, inverted as Adobe's programs do.
      const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer();
      // White, seen the other way round: solid on every plate.
      const entries = { ...black, Width: 8, Height: 8, Filter: 'DCTDecode' };
      paint(page, `${inches(0.02)} /Wrong Do`, { XObject: { Wrong: image(document, entries, jpeg) } });
    },
  },
  {
    what: 'a font that is not in the file',
    amiss: { 'fonts-embedded': 'failed' },
    spoil: async (document, page) => {
      const font = await document.embedFont(StandardFonts.Helvetica);
      paint(page, `BT /Wrong 12 Tf 1 0 0 1 ${inMiddle} Tm (Bonjour) Tj ET`, { Font: { Wrong: font.ref } });
    },
  },
  {
    what: 'a font whose letters cannot be told apart',
    amiss: { 'fonts-unicode': 'warning' },
    spoil: (_, page) => {
      const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
      fonts?.lookup(fonts.keys()[0] as PDFName, PDFDict).delete(PDFName.of('ToUnicode'));
    },
  },
  {
    what: 'a letter that its font does not have',
    amiss: { 'missing-glyph': 'failed' },
    spoil: (_, page) => paint(page, `0 0 0 1 k BT /${fontOf(page)} 12 Tf 1 0 0 1 ${inMiddle} Tm <00000005> Tj ET`),
  },
  {
    what: 'a missing TrimBox',
    amiss: { 'trim-box': 'failed' },
    spoil: (_, page) => void page.node.delete(PDFName.of('TrimBox')),
  },
  {
    what: 'a TrimBox of another size',
    amiss: { 'trim-box': 'failed' },
    spoil: (_, page) => page.setTrimBox(SLUG, SLUG, 148 * MM, 209 * MM),
  },
  {
    what: 'a BleedBox inside the TrimBox',
    amiss: { 'bleed-box': 'failed' },
    spoil: (_, page) => page.setBleedBox(12 * MM, 12 * MM, 144 * MM, 206 * MM),
  },
  {
    what: 'a sheet without room for marks',
    amiss: { 'media-box': 'failed', 'page-sizes': 'failed', 'crop-marks': 'failed' },
    spoil: (_, page) => page.setMediaBox(6 * MM, 6 * MM, 156 * MM, 218 * MM),
  },
  {
    what: 'a turned page',
    amiss: { 'page-sizes': 'failed' },
    spoil: (_, page) => page.node.set(PDFName.of('Rotate'), PDFNumber.of(90)),
  },
  {
    what: 'a page too many',
    amiss: { 'page-count': 'failed' },
    spoil: async (document) => {
      const [copy] = await document.copyPages(document, [0]);
      document.addPage(copy);
    },
  },
  {
    what: 'no output intent',
    amiss: { 'output-intent': 'failed' },
    spoil: (document) => void document.catalog.delete(PDFName.of('OutputIntents')),
  },
  {
    what: 'another profile than the one asked for',
    amiss: { 'output-intent': 'failed' },
    expected: { profile: { name: 'FOGRA39', sha256: '0'.repeat(64) } },
    spoil: () => undefined,
  },
  {
    what: 'a file that declares nothing in XMP',
    amiss: { 'pdfx-version': 'failed', metadata: 'failed' },
    spoil: (document) => void document.catalog.delete(PDFName.of('Metadata')),
  },
  {
    what: 'Info and XMP that differ',
    amiss: { metadata: 'failed' },
    spoil: (document) => document.setTitle('Autre titre'),
  },
  {
    what: 'another standard than the one asked for',
    amiss: { 'pdfx-version': 'failed' },
    expected: { standard: 'PDF/X-1a:2003' },
    spoil: () => undefined,
  },
  {
    what: 'transparency in PDF/X-1a',
    amiss: { transparency: 'failed' },
    standard: 'PDF/X-1a:2003',
    spoil: (document, page) =>
      paint(page, '/Half gs 0 0.5 0 0 k 200 300 20 20 re f', {
        ExtGState: { Half: document.context.obj({ ca: 0.5 }) },
      }),
  },
  {
    what: 'an annotation',
    amiss: { 'no-annotations-or-actions': 'failed' },
    spoil: (document, page) => {
      const link = document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [200, 200, 300, 300] });
      page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]));
    },
  },
  {
    what: 'an action at opening',
    amiss: { 'no-annotations-or-actions': 'failed' },
    spoil: (document) =>
      document.catalog.set(
        PDFName.of('OpenAction'),
        document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
      ),
  },
  {
    what: 'a line of 0.1 pt, made thin by a scale',
    amiss: { hairlines: 'failed' },
    spoil: (_, page) => paint(page, '0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 2000 3000 m 2500 3000 l S'),
  },
  {
    what: 'a rectangle as thin as a line',
    amiss: { hairlines: 'failed' },
    spoil: (_, page) => paint(page, '0 0 0 1 k 200 300 50 0.1 re f'),
  },
  {
    what: 'an image of 150 dpi',
    amiss: { 'images-resolution': 'warning' },
    spoil: (document, page) =>
      paint(page, `${inches(1)} /Wrong Do`, {
        XObject: {
          Wrong: image(document, { ...black, Width: 150, Height: 150 }, new Uint8Array(150 * 150 * 4)),
        },
      }),
  },
  {
    what: 'a fill that stops at the trim',
    amiss: { 'bleed-reaches': 'failed' },
    spoil: (_, page) => paint(page, `0 0.5 0 0 k ${SLUG} ${100 * MM} 40 40 re f`),
  },
  {
    what: 'text in the slug',
    amiss: { 'marks-outside-trim': 'failed' },
    spoil: (_, page) =>
      paint(page, `0 0 0 1 k BT /${fontOf(page)} 6 Tf 1 0 0 1 ${100 * MM} ${2 * MM} Tm <00050006> Tj ET`),
  },
  {
    what: 'text at the edge',
    amiss: { 'text-in-safety': 'warning' },
    spoil: (_, page) =>
      paint(page, `0 0 0 1 k BT /${fontOf(page)} 8 Tf 1 0 0 1 ${SLUG + 2} ${120 * MM} Tm <00050006> Tj ET`),
  },
  {
    what: 'a page with nothing on it',
    amiss: { 'empty-pages': 'warning', 'crop-marks': 'failed' },
    spoil: (document, page) => page.node.set(PDFName.of('Contents'), document.context.obj([])),
  },
];

describe('a right file', () => {
  it.each(['PDF/X-4', 'PDF/X-1a:2003'] as const)('passes every check: %s', async (standard) => {
    const checks = await preflight(rightOne(standard), expected({ standard }));
    expect(amiss(checks)).toEqual({});
    expect(checks.every((check) => PrintCheck.safeParse(check).success)).toBe(true);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    expect(checks.length).toBeGreaterThan(20);
  });

  it.each([
    ['letters in black ink alone', [0, 0, 0, 255], 8],
    ['letters in a colour', [0, 255, 255, 0], 8],
    ['a wide shape in black of four inks', [150, 130, 120, 200], 40],
  ] as const)('may have pictures with %s', async (_what, stroke, width) => {
    const pdf = await spoilt((document, page) =>
      paint(page, `${inches(0.3)} /Drawing Do`, { XObject: { Drawing: drawing(document, stroke, width) } }),
    );
    const checks = await preflight(pdf, expected());
    expect(amiss(checks)).toEqual({});
    // What it found is said: black ink alone is what lines are to have.
    const said = checks.find(({ id }) => id === 'image-black-k-only')?.measure ?? '';
    expect(said.replaceAll('\u00a0', ' ').includes('dont 1 dessin au noir à l’encre noire seule')).toBe(
      stroke[3] === 255,
    );
  });

  it('may have no marks', async () => {
    const pdf = setInTypst(
      `#set page(width: 154mm, height: 216mm, margin: 20mm)\n#set text(fill: cmyk(0%, 0%, 0%, 100%))\n#lorem(50)`,
      '1.6',
    );
    const bare = { ...geometry, slugMm: 3, marks: false };
    const file = { standard: 'PDF/X-4', geometry: bare, profile, title: 'T', author: 'A', language: 'fr-FR' } as const;
    const finished = await finishPressFile(pdf, { ...file, date: new Date(0) });
    expect(amiss(await preflight(finished, expected({ marks: false, pagesMultipleOf: 1 })))).toEqual({});
  });
});

describe('a file made wrong is refused where it is wrong, and only there', () => {
  it.each(cases)('$what', async ({ spoil, standard, expected: change, amiss: wrong }) => {
    const pdf = await spoilt(spoil, standard);
    const checks = await preflight(pdf, expected({ ...(standard && { standard }), ...change }));
    expect(amiss(checks)).toEqual(wrong);
    for (const { places } of checks.filter(({ id }) => id in wrong)) expect(places[0]).toMatch(/^livret\.pdf/);
  });

  it('says on which page', async () => {
    const pdf = await spoilt((_, page) => paint(page, '1 0 0 rg 200 300 20 20 re f'));
    const rgb = (await preflight(pdf, expected())).find(({ id }) => id === 'rgb-objects');
    expect(rgb).toMatchObject({
      measure: '1\u00a0objet sur 1\u00a0page',
      places: ['livret.pdf, page 2\u00a0: aplat en DeviceRGB'],
    });
  });

  it.each([
    [
      'an encrypted file',
      async () => {
        const document = await PDFDocument.load(rightOne(), { updateMetadata: false });
        document.encrypt({ userPassword: '', ownerPassword: 'secret' });
        return Buffer.from(await document.save());
      },
    ],
    ['half a file', () => rightOne().subarray(0, 3000)],
    ['a file without its end', () => rightOne().subarray(0, -40)],
    ['nothing', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('<html>')],
    [
      'a page whose content is garbage',
      () =>
        spoilt((document, page) => {
          const stream = document.context.stream('not deflated', { Filter: 'FlateDecode' });
          page.node.set(PDFName.of('Contents'), document.context.register(stream));
        }),
    ],
  ])('%s cannot be read, and nothing else is said of it', async (_, make) => {
    const checks = await preflight(await make(), expected());
    expect(checks).toMatchObject([{ id: 'readable', outcome: 'failed', places: ['livret.pdf'] }]);
    expect(checks[0]?.measure).not.toMatch(/erreur du programme/);
  });

  it('an error of a check is told as ours, and its cause goes to the log', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const bug = new TypeError('a bug');
    const wanted = Object.defineProperty(expected(), 'pagesMultipleOf', {
      get() {
        throw bug;
      },
    });
    expect(await preflight(rightOne(), wanted)).toMatchObject([
      { id: 'readable', outcome: 'failed', measure: expect.stringMatching(/erreur du programme/) as string },
    ]);
    expect(log).toHaveBeenCalledWith(expect.any(String), bug);
    log.mockRestore();
  });
});
