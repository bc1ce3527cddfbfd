/** `mise-en-page.zip`: what a designer needs to set the edition anew in another layout program. Same content, same bytes. */
import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import type { Image } from '@trame/cms/domain/contract/site/media';
import { slugify } from '@trame/cms/domain/slug';
import { ZipFile } from 'yazl';
import type { Booklet } from '../booklet.ts';
import type { OriginalFile } from '../images.ts';
import { activitiesCsv, associationsCsv, contactsCsv } from './csv.ts';
import { packedChapters } from './entries.ts';
import { fontsList, names, readMe } from './texts.ts';
import { bookletXml } from './xml.ts';

/** The first day that a ZIP can write: files carry no day of their own. */
const NO_DAY = new Date(1980, 0, 1);
const FAMILIES = ['Fraunces', 'Source Sans 3', 'Noto Sans Arabic', 'Noto Emoji'] as const;

interface PackedImage {
  readonly name: string;
  readonly path: string;
}

/**
 * Writes the package.
 * @param options.booklet for the order of chapters and entries
 * @param options.originalFile pictures that cannot be had are left out; the report names them already
 */
export async function writeLayoutPackage(
  printExport: PrintExport,
  options: { readonly booklet: Booklet; readonly originalFile: OriginalFile; readonly out: string },
): Promise<void> {
  const { edition } = printExport;
  const chapters = packedChapters(printExport, options.booklet);
  const entries = chapters.flatMap((chapter) => chapter.entries);

  const taken = new Set<string>();
  const images: PackedImage[] = [];
  const pack = async (image: Image | null, name: string): Promise<string | null> => {
    const path = image === null ? null : await options.originalFile(image);
    if (path === null) return null;
    const extension = extname(path).toLowerCase();
    let free = `${name}${extension}`;
    for (let other = 2; taken.has(free); other += 1) free = `${name}-${other}${extension}`;
    taken.add(free);
    images.push({ name: free, path });
    return free;
  };

  const logos = new Map<string, string>();
  for (const { slug, logo } of entries) {
    const name = await pack(logo, `logos/${slug}`);
    if (name !== null) logos.set(slug, name);
  }
  await pack(edition.cover ?? printExport.content.settings.bookletCover, 'couverture');
  for (const { advertiser, image } of edition.advertisements) await pack(image, `publicites/${slugify(advertiser)}`);
  for (const { name, logo } of edition.partners) await pack(logo, `partenaires/${slugify(name)}`);

  const zip = new ZipFile();
  // The DOS form of a day holds no time zone: the same bytes on every machine.
  const sameEverywhere = { mtime: NO_DAY, mode: 0o100644, forceDosTimestamp: true } as const;
  const text = (name: string, content: string) => zip.addBuffer(Buffer.from(content, 'utf8'), name, sameEverywhere);
  text(names.readMe, readMe(edition.title, edition.year, entries.length));
  text(
    names.xml,
    bookletXml(printExport, chapters, ({ slug }) => {
      const name = logos.get(slug);
      return name === undefined ? null : `../${names.images}/${name}`;
    }),
  );
  for (const [folder, reader] of [
    [names.merge, 'program'],
    [names.spreadsheet, 'spreadsheet'],
  ] as const) {
    text(
      `${folder}/${names.associations}`,
      associationsCsv(chapters, (slug) => logos.get(slug) ?? null, reader),
    );
    text(`${folder}/${names.activities}`, activitiesCsv(chapters, reader));
    text(`${folder}/${names.contacts}`, contactsCsv(chapters, reader));
  }
  text(names.fonts, fontsList(FAMILIES));
  // Pictures are compressed already.
  for (const { name, path } of images)
    zip.addFile(path, `${names.images}/${name}`, { ...sameEverywhere, compress: false });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(options.out));
}
