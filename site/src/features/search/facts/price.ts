/** What a price in words comes to, in euros: enough to tell what is free and what is cheap, never shown. */

const FREE = /\b(?:gratuit\w*|libre|offert\w*)\b/i;
/** "gratuit pour les moins de 18 ans" is a price for the others. */
const FOR_SOME = /gratuit\w*\s+(?:pour|aux|jusqu|avant|sous|si|le)\b/i;
const SUM = /(\d{1,4}(?:[\s\u00a0\u202f]?\d{3})*)(?:,(\d{1,2}))?[\s\u00a0\u202f]*(?:€|euros?)/iu;
/** Times that a price by the session or by the month is paid in a season. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/trimestre/i, 3],
  [/mois|mensuel/i, 10],
  [/séance|cours\b|entrée|soirée|table|part\b/i, 1],
];

/** Euros for a season, or for once when that is how one pays; null when nothing is said. */
export function priceOf(price: string | null): number | null {
  if (price === null) return null;
  const sum = SUM.exec(price);
  if (sum === null) return FREE.test(price) ? 0 : null;
  if (FREE.test(price) && !FOR_SOME.test(price) && price.search(FREE) < sum.index) return 0;
  const euros = Number(`${sum[1]?.replace(/\D/g, '')}.${sum[2] ?? 0}`);
  const times = TIMES.find(([said]) => said.test(price))?.[1] ?? 1;
  return Math.round(euros * times);
}
