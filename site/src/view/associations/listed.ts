import type { Association } from '@trame/cms/domain/contract/site/association';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Content } from '../../content/index-content.ts';
import { PAGE_SIZE, type ListPage } from '../../content/paging.ts';
import type { ListedPage } from '../list-json-ld.ts';

/** What a page of a list of associations leads to. @param total on all pages of the list */
export function listedAssociations(
  content: Pick<Content, 'nameOf'>,
  page: ListPage<Association>,
  total: number,
): Pick<ListedPage, 'items' | 'before' | 'total'> {
  const items = page.items.map((one) => ({ name: content.nameOf(one), href: publicPaths.association(one.slug) }));
  return { items, before: (page.number - 1) * PAGE_SIZE, total };
}
