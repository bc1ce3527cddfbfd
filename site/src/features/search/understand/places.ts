/** Communes of a question, however they are written: "st savin", "saint yzan", "au Teich", a post code, "près de Marsas". */
import { folded } from '../question.ts';
import type { Reading } from './reading.ts';

/** A commune with what people call it. */
export interface PlaceName {
  readonly slug: string;
  /** Its own name first, then those of former communes and hamlets. */
  readonly names: readonly string[];
  readonly postalCodes: readonly string[];
}

/** As the crow flies; a quarter of an hour by car in the country. */
export const NEAR_KM = 15;

const NEAR =
  '(?:tout |pas tres |plus )?(?:pres|proche|autour|aux alentours|alentours|non loin|pas loin|a cote|a proximite|aux environs|environs|du cote|dans le coin|vers|voisin|limitrophe)(?: de| d| du| des)?';
const ME = 'moi|nous|chez moi|chez nous|ma maison|mon domicile|ma position|ici';
const WITHIN = '(?:a |dans un rayon de |a moins de |moins de )(\\d{1,3}) (?:km|kms|kilometres?)(?: de| d| autour de)?';
const IN = 'a|au|aux|de|du|d|sur|dans|en|la commune de|le village de|centre ville de';

/** A first word that is no name by itself: many communes share it. */
const SHARED_FIRST =
  /^(?:saint|sainte|le|la|les|l|val|mont|pont|bois|port|ville|villeneuve|fort|bourg|grand|petit|haut|haute|bas|basse)$/;
const SHORTEST_PART = 5;

const wordsOf = (name: string): string[] =>
  folded(name.replace(/\bst(e?)\b\.?/gi, 'saint$1')).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What communes are called, in folded words or by a post code, the longest first, to the slugs that it may mean. */
export type Places = ReadonlyMap<string, readonly string[]>;

/** Every way to call a commune; made once for many questions, since a territory may have thousands of names. */
export function placesOf(communes: readonly PlaceName[]): Places {
  const whole = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  const put = (into: Map<string, Set<string>>, said: readonly string[], slug: string): void => {
    if (said.length === 0) return;
    const key = said.join(' ');
    into.set(key, (into.get(key) ?? new Set()).add(slug));
  };
  for (const { slug, names, postalCodes } of communes) {
    for (const code of postalCodes) put(whole, [code], slug);
    for (const name of names) {
      const said = wordsOf(name);
      put(whole, said, slug);
      if (/^(?:le|la|les|l)$/.test(said[0] ?? '')) put(whole, said.slice(1), slug);
      const first = SHARED_FIRST.test(said[0] ?? '') ? 2 : 1;
      for (let count = first; count < said.length; count += 1) {
        const part = said.slice(0, count);
        if (
          part.join(' ').length >= SHORTEST_PART &&
          !/^(?:de|du|des|d|sur|en|l|la|le|les|sous)$/.test(part.at(-1) ?? '')
        )
          put(parts, part, slug);
      }
    }
  }
  const found = [...whole, ...[...parts].filter(([key]) => !whole.has(key))].map(
    ([key, slugs]) => [key, [...slugs]] as const,
  );
  return new Map(found.sort(([a], [b]) => b.length - a.length));
}

const escaped = (words: string): string =>
  words.replace(/\bsaint\b/g, '(?:saint|st)').replace(/\bsainte\b/g, '(?:sainte|ste)');

export function readPlaces(reading: Reading, places: Places): void {
  const each = reading.each.bind(reading);
  const spelt = (text: string): string => text.replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte');
  const meant = (said: string | undefined): readonly string[] => places.get(spelt(said ?? '')) ?? [];
  // A name is looked for only where the question says its words.
  const text = ` ${spelt(reading.words.map((word) => word.text).join(' '))} `;
  const said = [...places.keys()].filter((name) => text.includes(` ${name} `));
  if (said.length === 0) return;
  const name = said.map(escaped).join('|');

  each(`${WITHIN} (${name})`, ([, km, place]) => {
    return { kind: 'lieu', communes: meant(place), within: Number(km) };
  });
  each(`${NEAR} (${name})`, ([, place]) => {
    return { kind: 'lieu', communes: meant(place), within: NEAR_KM };
  });
  each(`(?:(?:${IN}) )*(${name})(?: et (?:ses |les )?(?:alentours|environs))?`, ([all, place]) => {
    return { kind: 'lieu', communes: meant(place), within: /alentours|environs/.test(all) ? NEAR_KM : null };
  });
}

/** What is near whoever asks; a commune that is named has been read before. */
export function readNearMe(reading: Reading): void {
  reading.each(`(?:le |la |les |au )?${NEAR} (?:${ME})|dans (?:mon|le) coin|par ici`, () => ({ kind: 'pres-de-moi' }));
}
