import { slugify } from '@trame/cms/domain/slug';

/**
 * Identifiers of what has none of its own, inside a record that has one: made of its name, so that they stay when others are
 * added, removed or moved. Of two with one name the second is numbered.
 */
export function childIds<Part>(parent: string, parts: readonly Part[], nameOf: (part: Part) => string) {
  const seen = new Map<string, number>();
  return parts.map((part) => {
    const slug = slugify(nameOf(part));
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return { id: `${parent}-${slug}${count === 1 ? '' : `-${count}`}`, part };
  });
}
