/** What a territory puts under its places: a MapLibre style, or one PMTiles file, from the one server that it named. */
import { addProtocol, type StyleSpecification } from 'maplibre-gl';
import { allowedAddress, BackgroundFault, readStyle } from './read-style.ts';

export interface Background {
  /** https; of a style, or of a file `.pmtiles`. */
  readonly address: string;
  /** Who made it, as their licence wants it said. */
  readonly attribution: string;
}

/** A style is fetched within this time, or the map does without. */
const PATIENCE_MS = 10_000;
const LARGEST_STYLE = 5_000_000;
/** What MapLibre asks for below this scheme comes through the door, its worker's requests too. */
const DOOR = 'fond://';

export const isArchive = (address: string): boolean => new URL(address).pathname.endsWith('.pmtiles');

const asked: RequestInit = { credentials: 'omit', referrerPolicy: 'strict-origin' };

/** Requests of the map go through one door, in the page: a worker would have a policy of its own. */
export const throughDoor = (url: string): { url: string } => ({
  url: url.startsWith('https://') ? DOOR + url.slice('https://'.length) : url,
});

function openDoor(origin: string): void {
  addProtocol('fond', async ({ url, type }, { signal }) => {
    const address = allowedAddress(`https://${url.slice(DOOR.length)}`, origin);
    const response = await fetch(address, { ...asked, signal });
    // Where a map ends there are no tiles.
    if ((response.status === 404 || response.status === 204) && type === 'arrayBuffer')
      return { data: new ArrayBuffer(0) };
    if (!response.ok) throw new BackgroundFault(`${address.host}: ${response.status}`);
    if (type === 'json') return { data: (await response.json()) as object };
    return { data: type === 'string' ? await response.text() : await response.arrayBuffer() };
  });
}

async function fetchStyle(address: string): Promise<StyleSpecification> {
  const response = await fetch(address, { ...asked, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new BackgroundFault(`${address}: ${response.status}`);
  const text = await response.text();
  if (text.length > LARGEST_STYLE) throw new BackgroundFault('The style is too large');
  return readStyle(JSON.parse(text), address);
}

/**
 * The style of a background.
 * @param dark does the reader want a dark page? A style is what it is; a file of tiles is drawn after it
 * @throws {Error} when it cannot be had, whatever went wrong
 */
export async function styleOf({ address }: Background, dark: boolean): Promise<StyleSpecification> {
  openDoor(new URL(address).origin);
  if (!isArchive(address)) return fetchStyle(address);
  const { styleOfArchive } = await import('./map-archive.ts');
  return styleOfArchive(address, dark, PATIENCE_MS);
}
