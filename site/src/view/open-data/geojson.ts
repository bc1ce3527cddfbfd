/** Records as points (RFC 7946): the columns of their table, without what stands inside them. */
import { keyOf, recordOf, type Collection } from './column.ts';
import type { OpenContent } from './open-content.ts';

export function features(collection: Collection, open: OpenContent) {
  const flat = { ...collection.table, children: [] };
  return collection.all(open).map((source: unknown) => {
    const properties = recordOf(flat, source);
    const { latitude, longitude } = properties;
    const isPlaced = typeof latitude === 'number' && typeof longitude === 'number';
    return {
      type: 'Feature',
      id: keyOf(properties, collection.key),
      geometry: isPlaced ? { type: 'Point', coordinates: [longitude, latitude] } : null,
      properties,
    };
  });
}
