/**
 * A small map in one file: PMTiles version 3, whose layers have the names of Protomaps. Written here from its specification, since
 * what writes such files for good is a program of its own.
 */
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { gzipSync } from 'node:zlib';

const HEADER = 127;

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
};

const polygon = (west: number, south: number, east: number, north: number) => ({
  type: 'Feature' as const,
  properties: { kind: 'earth' },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});

/** One tile, of the whole world: what lies deeper is drawn from it. */
export function smallArchive(): Buffer {
  const layer = (...features: ReturnType<typeof polygon>[]) => {
    const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 0 }).getTile(0, 0, 0);
    if (tile === null) throw new Error('The test drew nothing');
    return tile;
  };
  const tile = gzipSync(
    fromGeojsonVt({
      earth: layer(polygon(-10, 40, 10, 52)),
      water: layer(polygon(-3, 44, -1, 46)),
      roads: layer(polygon(-1, 45, 0, 45.2)),
    }),
  );
  const metadata = gzipSync(
    JSON.stringify({ vector_layers: ['earth', 'water', 'roads'].map((id) => ({ id, fields: {} })) }),
  );
  // One entry: tile 0, run of 1, its length, its offset plus one.
  const directory = gzipSync(
    Buffer.from([...varint(1), ...varint(0), ...varint(1), ...varint(tile.length), ...varint(1)]),
  );
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const sections = [directory.length, metadata.length, 0, tile.length];
  let offset = HEADER;
  sections.forEach((length, rank) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + rank * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + rank * 16);
    offset += length;
  });
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at);
  header.writeUInt8(1, 96); // clustered
  header.writeUInt8(2, 97); // directories and metadata in gzip
  header.writeUInt8(2, 98); // tiles in gzip
  header.writeUInt8(1, 99); // vector tiles
  header.writeInt32LE(-1_800_000_000, 102);
  header.writeInt32LE(-850_000_000, 106);
  header.writeInt32LE(1_800_000_000, 110);
  header.writeInt32LE(850_000_000, 114);
  return Buffer.concat([header, directory, metadata, tile]);
}
