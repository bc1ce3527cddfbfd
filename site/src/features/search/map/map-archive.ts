/** A map in one file (PMTiles, version 3), of which only the parts that are looked at are fetched. */
import { layers, namedFlavor } from '@protomaps/basemaps';
import { addProtocol, type LayerSpecification, type StyleSpecification } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import { BackgroundFault } from './read-style.ts';

const SOURCE = 'fond';
const IMAGES: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif];
/** Layers that files of Protomaps have, the only kind of vector tiles that a style comes with. */
const OF_PROTOMAPS = ['earth', 'water', 'roads'];

/** Icons and signs come from a server of their own; words are drawn with the fonts of the device. */
const isWithoutIcons = (layer: LayerSpecification): boolean =>
  layer.type !== 'symbol' || layer.layout?.['icon-image'] === undefined;

/** @throws {Error} when the file cannot be read, or holds tiles that nothing draws */
export async function styleOfArchive(address: string, dark: boolean, patience: number): Promise<StyleSpecification> {
  const archive = new PMTiles(address);
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new BackgroundFault('The file of the background is late')), patience);
  });
  const header = await Promise.race([archive.getHeader(), late]);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const url = `pmtiles://${address}`;
  if (IMAGES.includes(header.tileType)) {
    return {
      version: 8,
      sources: { [SOURCE]: { type: 'raster', url, tileSize: 256 } },
      layers: [{ id: SOURCE, type: 'raster', source: SOURCE }],
    };
  }
  const { vector_layers: described = [] } = ((await Promise.race([archive.getMetadata(), late])) ?? {}) as {
    readonly vector_layers?: readonly { readonly id?: unknown }[];
  };
  if (header.tileType !== TileType.Mvt || !OF_PROTOMAPS.every((id) => described.some((layer) => layer.id === id)))
    throw new BackgroundFault('The file of the background is not of Protomaps');
  const drawn = layers(SOURCE, namedFlavor(dark ? 'dark' : 'light'), { lang: 'fr' });
  return { version: 8, sources: { [SOURCE]: { type: 'vector', url } }, layers: drawn.filter(isWithoutIcons) };
}
