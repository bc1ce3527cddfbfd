/**
 * Writes the demo territory and any number of generated associations as the site (or, with `--edition`, the press)
 * would receive them from the CMS: a page preview, a test or a bench then needs no database.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '@trame/cms/domain/dates';
import { PrintExport } from '@trame/cms/domain/contract/press/edition';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { artworkFileName } from '@trame/cms/demo/artwork';
import { demoContent } from '@trame/cms/demo/territory';
import { generateAssociations } from '@trame/cms/demo/generate-associations';
import { toPrintExport } from '@trame/cms/demo/to-print-export';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { allImages } from './all-images.ts';
import { drawArtwork } from './artwork/draw.ts';

const HELP = `Usage: write-export.ts --out FILE [--associations N] [--seed S] [--today YYYY-MM-DD] [--media DIR] [--edition]

  --out FILE          where the export (JSON) is written
  --associations N    generated associations besides the demo ones (default 0)
  --seed S            a whole number: the same seed gives the same associations (default 1)
  --media DIR         also draws the pictures into DIR, to be served as /uploads/
  --edition           writes the demo's edition and what it is printed from (a trame-print document), not the site's export
  --today DAY         day around which the demo's events are set (default: today)
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    associations: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    media: { type: 'string' },
    edition: { type: 'boolean', default: false },
    today: {
      type: 'string',
      default: dayOf(new Date()),
    },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help || !values.out) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const content = demoContent({ today: values.today });
content.associations.push(...generateAssociations({ count: Number(values.associations), seed: Number(values.seed) }));

const out = resolve(values.out);
await mkdir(dirname(out), { recursive: true });
const written = values.edition ? PrintExport.parse(toPrintExport(content)) : SiteExport.parse(toSiteExport(content));
await writeFile(out, JSON.stringify(written));
process.stdout.write(`${content.associations.length} associations → ${out}\n`);

if (values.media) {
  const folder = resolve(values.media);
  await mkdir(folder, { recursive: true });
  const artworks = new Map(allImages(content).map(({ artwork }) => [artworkFileName(artwork), artwork]));
  for (const [name, artwork] of artworks) await writeFile(join(folder, name), await drawArtwork(artwork));
  process.stdout.write(`${artworks.size} pictures → ${folder}\n`);
}
