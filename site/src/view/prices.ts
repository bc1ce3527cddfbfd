/** The prices that a text says, for search engines: they read sums, and associations write sentences. */

/** "4 €", "4,50 €", "4€50", "1 200 euros", and the first of "4 à 6 €", "4/6 €", which shares the sign of the second. */
const SUM =
  /(?<![\d.,])(?<euros>\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d{1,4})(?:[.,](?<cents>\d{1,2}))?(?=[\s\u00a0\u202f]*(?:€|euros?\b|(?:à|-|–|\/|ou|et)[\s\u00a0\u202f]*\d{1,4}(?:[.,]\d{1,2})?[\s\u00a0\u202f]*(?:€|euros?\b)))(?:[\s\u00a0\u202f]*€(?<after>\d{2})\b)?/giu;
/** Free for some: the others pay what else is said. */
const FREE_FOR_SOME = /gratuit|offert/iu;
/** Sums that are given back, that only bound the price, or that are taken off it. */
const OTHER_THAN_A_PRICE = /caution|consigne|acompte|jusqu|maxim|au plus|réduction de|remise|minimum|lot|gain/iu;

/**
 * Euros, each once, in the order of the text; 0 where some pay nothing besides others who pay. Empty when the text says no sum, or one
 * that may be something else than a price: better no price than a wrong one.
 */
export function pricesIn(text: string): number[] {
  if (OTHER_THAN_A_PRICE.test(text)) return [];
  const sums = [...text.matchAll(SUM)].map(({ groups }) => {
    const cents = (groups?.['after'] ?? groups?.['cents'] ?? '0').padEnd(2, '0');
    return Number(`${groups?.['euros']?.replace(/\D/gu, '')}.${cents}`);
  });
  if (sums.length > 0 && FREE_FOR_SOME.test(text)) sums.push(0);
  return [...new Set(sums)];
}
