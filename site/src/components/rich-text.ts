import type { RichTextInline, RichTextList } from '@trame/cms/domain/contract/site/rich-text';

/** An item with the lists that hang from it. */
export interface NestedItem {
  readonly children: readonly RichTextInline[];
  readonly lists: readonly RichTextList[];
}

/**
 * Strapi puts a nested list beside the items of its parent; HTML allows only items there. Each nested list moves into the
 * item before it, or into an empty one when it comes first.
 */
export function nestLists(list: RichTextList): NestedItem[] {
  const items: { children: RichTextInline[]; lists: RichTextList[] }[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') items.push({ children: child.children, lists: [] });
    else if (items.length > 0) items.at(-1)?.lists.push(child);
    else items.push({ children: [], lists: [child] });
  }
  return items;
}

/** An address of another site: it carries `rel`, and print shows it in full. */
export function isExternal(url: string): boolean {
  return /^https?:\/\//.test(url);
}
