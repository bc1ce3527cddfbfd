/** What a question says of money: "gratuit", "pas cher", "moins de 50 euros". */
import type { Reading } from './reading.ts';

/** What people call cheap for a season, in euros. */
export const CHEAP = 40;

export function readPrice(reading: Reading): void {
  const each = reading.each.bind(reading);
  each(
    '(?:a )?moins de (\\d{1,4}) (?:euros?|e|eur)|(\\d{1,4}) (?:euros?|eur) (?:maximum|max|maxi)',
    ([, under, most]) => ({
      kind: 'prix',
      most: Number(under ?? most),
    }),
  );
  each(
    '(?:c est )?gratuits?|gratuites?|gratuitement|gratos|gratis|sans (?:rien )?(?:payer|debourser|depenser)(?: un (?:sou|rond|centime|euro))?|(?:0|zero) (?:euros?|centime)|(?:qui |ca |ne |n )*coute(?:nt|ra|rait)? (?:presque |quasi |quasiment )?rien|sans argent|a zero euro|entree libre',
    () => ({
      kind: 'prix',
      most: 0,
    }),
  );
  each(
    '(?:pas|peu|moins) (?:trop |tres )?(?:chers?|cheres?|couteux|couteuses?)|bon marche|petits? (?:budget|prix)|peu d argent|pas d argent|pas beaucoup d argent|pas les moyens|economiques?|abordables?|accessibles? financierement|sans (?:se|me|nous) ruiner|(?:pour )?presque rien|pas un rond',
    () => ({ kind: 'prix', most: CHEAP }),
  );
}
