/** The typefaces of the booklet, the same as those of the site. They come from npm packages: no font of the machine is ever used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * `@expo-google-fonts/*` rather than `@fontsource/*`: Typst reads TTF, not WOFF.
 * There is no italic on purpose: slanted letters at booklet sizes are hard on weak eyes, and each face costs time to load.
 */
const faces = [
  'fraunces/400Regular/Fraunces_400Regular.ttf',
  'fraunces/600SemiBold/Fraunces_600SemiBold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const;

/**
 * Faces that decide whether a character can be printed: the text face and what stands behind it. Every weight of a family
 * covers the same characters, and the display face falls back on these (`template/style.typ` lists the families in order).
 */
const coveringFaces = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
] as const satisfies readonly (typeof faces)[number][];

const pathOf = (face: string): string => require.resolve(`@expo-google-fonts/${face}`);

/** The font files, for the compiler. */
export function readFonts(): Buffer[] {
  return faces.map((face) => readFileSync(pathOf(face)));
}

/** Paths of the faces whose characters may be printed. */
export function coveringFontPaths(): string[] {
  return coveringFaces.map(pathOf);
}
