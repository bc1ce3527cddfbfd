import type { z } from 'zod';
import { generateAssociations, generatedId } from '@trame/cms/demo/generate-associations';
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import { withoutWithheldTexts } from '@trame/cms/domain/agreed-texts';
import { maySee } from '@trame/cms/domain/consent';
import { SiteContent, type SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { indexWithheld, type KnownContact } from '@trame/cms/domain/withheld-index';
import { besidesDemo } from '../lib/release.ts';
import { type Bench, type Figure, median } from '../lib/figures.ts';

const LIMITS: Readonly<Record<number, number>> = { 10_000: 100 };

/** What the work takes on the clock, and of the processor: on a busy machine these are far apart. Milliseconds. */
function measured(work: () => void): { readonly wall: number; readonly processor: number } {
  const before = process.cpuUsage();
  const begun = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - begun, processor: (user + system) / 1000 };
}

/** A territory of this size: its export, and who may be read in it. */
function territory(size: number) {
  const content = demoContent({ today: '2026-09-01' });
  content.associations.push(...generateAssociations({ count: besidesDemo(size), seed: 1 }));
  const asStored = content.associations.flatMap(({ slug, contacts: own }) =>
    own.map((contact) => ({ ...contact, owner: generatedId(slug) })),
  );
  // As `api/export` gives them: of the draft and of what is published, and once more those that the export shows.
  const hidden = [...asStored, ...asStored].map(({ owner, phone, email }): KnownContact => ({
    owner,
    phone,
    email,
    shown: false,
  }));
  const shown = asStored
    .filter((contact) => maySee(contact, 'web'))
    .map(({ owner, phone, email }): KnownContact => ({ owner, phone, email, shown: true }));
  const contacts = [...hidden, ...shown];
  return { siteExport: toSiteExport(content), contacts };
}

const kinds = Object.entries(SiteContent.shape).filter(([kind]) => kind !== 'format') as [
  keyof SiteContent,
  z.ZodType,
][];

/** Clears every record, as the export does. */
function clearAll(siteExport: SiteExport, contacts: readonly KnownContact[]): void {
  const index = indexWithheld('web', contacts, (value) => value === '+33639980199');
  for (const [kind, schema] of kinds) {
    const value: unknown = siteExport[kind];
    const one = 'element' in schema ? (schema.element as z.ZodType) : schema;
    for (const record of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const owner = kind === 'associations' ? (record as { id: string }).id : undefined;
      withoutWithheldTexts(one, record as never, (text) => index.find(text, owner));
    }
  }
}

export const bench: Bench = {
  sizes: [1200, 10_000],
  runs: 9,
  run({ sizes, runs }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const { siteExport, contacts } = territory(size);
      /** As after a change of one entry: nearly all texts are those of the export before. */
      const changed = (at: number): SiteExport => ({
        ...siteExport,
        associations: siteExport.associations.map((one, index) =>
          index === at ? { ...one, summary: `${one.summary} (${at})` } : one,
        ),
      });
      const first = measured(() => clearAll(siteExport, contacts));
      const again = Array.from({ length: runs }, (_, at) => {
        const next = changed(at);
        return measured(() => clearAll(next, contacts));
      });
      const limit = LIMITS[size] ?? null;
      const named = (what: string) => `${size} associations: ${what}`;
      figures.push(
        { what: named('the first export'), value: first.wall, unit: 'ms', limit: null },
        { what: named('the first export, processor'), value: first.processor, unit: 'ms', limit: null },
        { what: named('after a change'), value: median(again.map(({ wall }) => wall)), unit: 'ms', limit },
        {
          ...{ what: named('after a change, processor'), unit: 'ms', limit: null },
          value: median(again.map(({ processor }) => processor)),
        },
      );
    }
    return Promise.resolve(figures);
  },
};
