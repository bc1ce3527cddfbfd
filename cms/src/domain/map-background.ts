/** What a territory may put under the places of its map: one address, which a visitor's browser asks. */
import { parsed, refused, type Parsed } from './parsed.ts';
import { parseWebAddress } from './web-address.ts';

const words = {
  notHttps:
    'Ce fond de carte doit avoir une adresse en https://\u00a0: demandez-la à qui le fournit, les navigateurs refusent les autres.',
  tiles:
    'C’est l’adresse des morceaux de la carte (avec {z}, {x}, {y}). Collez celle de son style\u00a0: elle finit souvent par «\u00a0style.json\u00a0».',
};

/**
 * Reads the address of a MapLibre style or of a PMTiles file. The policy of the site's pages names its server, hence https and a
 * name without anything else.
 */
export function parseMapAddress(input: string): Parsed<string> {
  const read = parseWebAddress(input);
  if (!read.ok) return read;
  const url = new URL(read.value);
  if (/\{|%7B/i.test(read.value)) return refused(words.tiles);
  if (url.protocol !== 'https:') return refused(words.notHttps);
  url.hash = '';
  return parsed(url.href);
}
