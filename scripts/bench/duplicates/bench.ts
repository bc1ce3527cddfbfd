import { generateAssociations } from '@trame/cms/demo/generate-associations';
import { pairsAmong, type Comparable } from '@trame/cms/domain/duplicates/candidates';
import { type Bench, type Figure, median } from '../lib/figures.ts';

/** Milliseconds of processor time: the first who opens the home page after a change waits for it. */
const LIMIT_MS = 1500;
/** One in so many is there twice, with a slip in its name and without its commune. */
const TWICE_EVERY = 50;

function records(count: number): Comparable[] {
  const associations = generateAssociations({ count, seed: 1 }).map(
    ({ slug, name, officialName, acronym, rnaId, siret, commune, contacts, website }): Comparable => ({
      id: slug,
      names: [name, officialName, acronym].filter((one) => typeof one === 'string'),
      rnaId: rnaId ?? null,
      siret: siret ?? null,
      communes: commune ? [commune] : [],
      phones: contacts.flatMap(({ phone }) => phone ?? []),
      emails: contacts.flatMap(({ email }) => email ?? []),
      website: website ?? null,
      days: null,
    }),
  );
  const twice = associations
    .filter((_, rank) => rank % TWICE_EVERY === 0)
    .map((one): Comparable => ({ ...one, id: `${one.id} twice`, communes: [], rnaId: null, siret: null }));
  return [...associations.slice(0, count - twice.length), ...twice];
}

export const bench: Bench = {
  sizes: [1200, 10_000],
  runs: 5,
  run({ sizes, runs, say }) {
    const figures: Figure[] = [];
    for (const size of sizes) {
      const all = records(size);
      const costs: number[] = [];
      let found = 0;
      for (let at = 0; at < runs; at++) {
        const before = process.cpuUsage();
        found = pairsAmong(all).length;
        const { user, system } = process.cpuUsage(before);
        costs.push((user + system) / 1000);
      }
      say(`${size} associations: ${found} pairs`);
      figures.push({ what: `${size} associations: processor time`, value: median(costs), unit: 'ms', limit: LIMIT_MS });
    }
    return Promise.resolve(figures);
  },
};
