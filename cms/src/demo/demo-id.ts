/** FNV-1a over the UTF-16 units of a text, 32 bits, from a given offset basis. */
function fnv1a(text: string, basis: number): number {
  let hash = basis >>> 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  // final avalanche of MurmurHash3: neighbouring slugs must not give neighbouring ids
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The id of a demonstration record: 24 lower-case letters and digits that begin with a letter, as Strapi's own documentIds,
 * always the same for the same type and slug.
 */
export function demoId(type: string, slug: string): string {
  const key = `${type}:${slug}`;
  const digits = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x9e3779b9]
    .map((basis) => fnv1a(key, basis).toString(36).padStart(7, '0'))
    .join('');
  return `d${digits.slice(-23)}`;
}
