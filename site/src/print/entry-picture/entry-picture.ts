/** One printed entry as a PNG, for the association to look at before the edition is frozen. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { bookletData } from '../booklet-data.ts';
import type { Booklet } from '../booklet.ts';
import { readCoverage } from '../glyph-coverage.ts';
import { convertPictures, wantedPictures, type OriginalFile, type WantedPicture } from '../images.ts';
import { screenOutput } from '../outputs.ts';
import { createSafeText } from '../safe-text.ts';
import { typesetEntry } from '../typst-compiler.ts';

/** Pixels per inch of paper: three and a half times the printed size, so that small letters are sharp on any screen. */
const DPI = 252;

export interface EntryPictureJob {
  readonly exportFile: string;
  /** Changes with the content of that file. */
  readonly content: string;
  readonly slug: string;
  /** The PNG to write, whole or not at all. */
  readonly out: string;
  /** Instant, ISO 8601. */
  readonly builtAt: string;
}

export interface EntryPictureTools {
  readonly siteUrl: string;
  readonly cacheDir: string;
  readonly originalFile: OriginalFile;
}

interface Prepared {
  readonly booklet: Booklet;
  readonly printExport: PrintExport;
  readonly wanted: readonly WantedPicture[];
}

/**
 * Makes the function that draws entries. It remembers the booklet of the content that it saw last: reading an export and mapping
 * it costs more than setting one entry.
 *
 * The picture is set as for a screen: same words, same places as on paper, in the colours that a screen can show.
 * @returns whether the edition prints such an entry; nothing is written when it does not
 */
export function createEntryPictures(): (job: EntryPictureJob, tools: EntryPictureTools) => Promise<boolean> {
  let last: { readonly key: string; readonly prepared: Prepared } | null = null;

  return async (job, tools) => {
    const key = `${job.content}\n${job.builtAt.slice(0, 10)}\n${tools.siteUrl}`;
    if (last?.key !== key) last = { key, prepared: await prepare(job, tools.siteUrl) };
    const { booklet, printExport, wanted } = last.prepared;

    const entry = booklet.chapters.flatMap(({ entries }) => entries).find(({ slug }) => slug === job.slug);
    if (entry === undefined) return false;
    const association = printExport.content.associations.find(({ slug }) => slug === job.slug);
    const output = screenOutput(printExport.edition.format);
    const pictures = await convertPictures(
      wanted.filter((picture) => picture.association === association?.id),
      { output, cacheDir: tools.cacheDir, originalFile: tools.originalFile, warn: () => undefined },
    );
    const { svg } = typesetEntry(booklet, entry, pictures, output);

    const { default: sharp } = await import('sharp');
    // Typst gives the size in points, which librsvg would convert once more on its own; without a unit it takes 72 to the inch.
    const drawing = svg.replace(/(width|height)="([\d.]+)pt"/g, '$1="$2"');
    const png = await sharp(Buffer.from(drawing), { density: DPI, limitInputPixels: 60_000_000, unlimited: true })
      .flatten({ background: '#ffffff' })
      .png() // of all colours: to choose a palette takes three times as long as all the rest
      .withDensity(DPI)
      .toBuffer();
    const draft = `${job.out}.${process.pid}`;
    await writeFile(draft, png);
    await rename(draft, job.out);
    return true;
  };
}

async function prepare({ exportFile, builtAt }: EntryPictureJob, siteUrl: string): Promise<Prepared> {
  const printExport = PrintExport.parse(JSON.parse(await readFile(exportFile, 'utf8')));
  const { content, edition } = printExport;
  const warn = () => undefined;
  const safe = createSafeText({ covers: readCoverage(), warn });
  return {
    printExport,
    booklet: bookletData(content, { safe, warn, builtAt, siteUrl, edition }),
    wanted: wantedPictures(content, edition),
  };
}
