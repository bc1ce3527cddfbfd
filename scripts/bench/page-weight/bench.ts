import { PAGE_BUDGET, pageWeight } from '../../../site/e2e/support/weight.ts';
import { htmlFiles, templateOf } from '../../../site/e2e/support/pages.ts';
import { buildPages, openPreview } from '../../../site/e2e/support/preview.ts';
import type { Bench, Figure } from '../lib/figure.ts';

export const bench: Bench = {
  name: 'page-weight',
  question: 'What does a public page weigh: HTML, CSS and JavaScript, compressed, without pictures?',
  async run({ say }) {
    const preview = await openPreview({ generated: 1115 });
    try {
      await buildPages(preview);
      const byTemplate = new Map<string, number[]>();
      for (const file of await htmlFiles(preview.folder)) {
        const template = templateOf(`/${file.replace(/index\.html$/, '')}`);
        const weights = byTemplate.get(template) ?? [];
        weights.push((await pageWeight(preview.folder, file)) / 1000);
        byTemplate.set(template, weights);
      }
      say(`${byTemplate.size} templates`);
      return [...byTemplate].map(([name, values]): Figure => ({
        name,
        unit: 'kB',
        values,
        target: PAGE_BUDGET / 1000,
      }));
    } finally {
      await preview.close();
    }
  },
};
