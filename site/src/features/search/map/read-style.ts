/**
 * A style that comes from elsewhere, at its door: everything that it asks for is of its own server. An address of another is refused
 * here, and by the policy of the page after.
 */
import type { StyleSpecification } from 'maplibre-gl';

export class BackgroundFault extends Error {}

/** The address behind a request. @throws {BackgroundFault} when it is of another server */
export function allowedAddress(address: string, origin: string, base?: string): URL {
  if (!URL.canParse(address, base)) throw new BackgroundFault(`No address: ${address}`);
  const url = new URL(address, base);
  if (url.origin !== origin || url.username !== '' || url.password !== '')
    throw new BackgroundFault(`The background asks another server: ${url.host}`);
  return url;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{z}` and other blanks of an address stay what they are. */
const whole = (address: string, base: string, origin: string): string =>
  allowedAddress(address, origin, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

/**
 * Reads a style: its addresses whole, and all of them of its own server. What its layers say, MapLibre checks.
 * @throws {BackgroundFault} when it is no style, or asks another server
 */
export function readStyle(file: unknown, address: string): StyleSpecification {
  if (!isObject(file) || file['version'] !== 8 || !isObject(file['sources']) || !Array.isArray(file['layers']))
    throw new BackgroundFault('This is no style of version 8');
  const { origin } = new URL(address);
  const own = (value: unknown): string => {
    if (typeof value !== 'string') throw new BackgroundFault('An address of the style is no text');
    return whole(value, address, origin);
  };
  const sources = Object.entries(file['sources']).map(([name, source]) => {
    if (!isObject(source)) throw new BackgroundFault(`No source: ${name}`);
    return [
      name,
      {
        ...source,
        ...(source['url'] === undefined ? {} : { url: own(source['url']) }),
        ...(Array.isArray(source['tiles']) ? { tiles: source['tiles'].map(own) } : {}),
        ...(typeof source['data'] === 'string' ? { data: own(source['data']) } : {}),
      },
    ] as const;
  });
  const { sprite } = file;
  const sprites = Array.isArray(sprite)
    ? sprite.map((one: unknown) => {
        if (!isObject(one)) throw new BackgroundFault('No sprite');
        return { ...one, url: own(one['url']) };
      })
    : sprite;
  // Fonts that a style names by file, terrain and a sky are nothing that a directory needs.
  const { 'font-faces': _fonts, terrain: _terrain, sky: _sky, projection: _projection, ...kept } = file;
  return {
    ...kept,
    sources: Object.fromEntries(sources),
    ...(sprite === undefined ? {} : { sprite: typeof sprites === 'string' ? own(sprites) : sprites }),
    ...(file['glyphs'] === undefined ? {} : { glyphs: own(file['glyphs']) }),
  } as unknown as StyleSpecification;
}
