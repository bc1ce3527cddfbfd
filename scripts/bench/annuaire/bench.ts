import { stat } from 'node:fs/promises';
import path from 'node:path';
import { buildAnnuaire, openPreview } from '../../../site/e2e/support/preview.ts';
import { type Bench, type Figure, timed } from '../lib/figure.ts';

/** Seconds; the design's figures are for the press file of the same template. */
const TARGETS: Readonly<Record<number, number>> = { 1200: 4, 10000: 30 };
const DEMO_ASSOCIATIONS = 85;

export const bench: Bench = {
  name: 'annuaire',
  question: 'How long does Typst take for the printable guide (tagged PDF/UA-1)?',
  async run({ runs, sizes, say }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const preview = await openPreview({ generated: Math.max(0, size - DEMO_ASSOCIATIONS) });
      try {
        await buildAnnuaire(preview); // converts the pictures, which stay in the cache
        const values: number[] = [];
        for (let run = 0; run < runs; run += 1) {
          values.push((await timed(() => buildAnnuaire(preview))) / 1000);
          say(`${size} associations: ${values.at(-1)?.toFixed(2)} s`);
        }
        const { size: bytes } = await stat(path.join(preview.folder, 'annuaire.pdf'));
        figures.push(
          { name: `${size} associations, whole process`, unit: 's', values, target: TARGETS[size] ?? null },
          { name: `${size} associations, file`, unit: 'MB', values: [bytes / 1e6], target: null },
        );
      } finally {
        await preview.close();
      }
    }
    return figures;
  },
};
