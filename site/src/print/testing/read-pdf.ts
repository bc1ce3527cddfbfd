/** Reads a PDF back with PDF.js, which knows nothing of Typst: what the tests of the booklet look at. */
import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';

export interface Bookmark {
  readonly title: string;
  readonly level: number;
  /** From 1. */
  readonly page: number;
}

export interface LinkOnPage {
  readonly page: number;
  /** Where an internal link leads; null for an address. */
  readonly toPage: number | null;
  readonly url: string | null;
}

export interface ReadPdf {
  readonly bytes: Buffer;
  readonly info: Record<string, unknown>;
  readonly tagged: boolean;
  /** Text of each page, in reading order. */
  readonly pages: readonly string[];
  readonly sizes: readonly (readonly number[])[];
  readonly bookmarks: readonly Bookmark[];
  readonly links: readonly LinkOnPage[];
  /** Roles of the structure tree, with their number. */
  readonly roles: ReadonlyMap<string, number>;
  /** Alternative texts of figures. */
  readonly alternatives: readonly string[];
}

interface OutlineNode {
  title: string;
  dest: string | unknown[] | null;
  items: OutlineNode[];
}
interface Annotation {
  subtype: string;
  dest?: string | unknown[] | null;
  url?: string;
}
interface StructNode {
  role?: string;
  alt?: string;
  children?: StructNode[];
}

export async function readPdf(source: string | Buffer): Promise<ReadPdf> {
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pageOf = async (dest: string | unknown[] | null): Promise<number | null> => {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    return explicit ? (await document.getPageIndex(explicit[0] as never)) + 1 : null;
  };

  const bookmarks: Bookmark[] = [];
  const walkOutline = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      bookmarks.push({ title: node.title, level, page: (await pageOf(node.dest)) ?? 0 });
      await walkOutline(node.items, level + 1);
    }
  };
  await walkOutline((await document.getOutline()) ?? [], 1);

  const pages: string[] = [];
  const sizes: number[][] = [];
  const links: LinkOnPage[] = [];
  const roles = new Map<string, number>();
  const alternatives: string[] = [];
  const walkStructure = (node: StructNode): void => {
    if (node.role !== undefined) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    if (node.alt !== undefined) alternatives.push(node.alt);
    node.children?.forEach(walkStructure);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    sizes.push(page.view);
    const tree = (await page.getStructTree()) as StructNode | null;
    if (tree !== null) walkStructure(tree);
    for (const annotation of (await page.getAnnotations()) as Annotation[]) {
      if (annotation.subtype !== 'Link') continue;
      links.push({ page: number, toPage: await pageOf(annotation.dest ?? null), url: annotation.url ?? null });
    }
  }

  const { info } = await document.getMetadata();
  const mark = await document.getMarkInfo();
  return {
    bytes,
    info: info as Record<string, unknown>,
    tagged: mark?.Marked === true,
    pages,
    sizes,
    bookmarks,
    links,
    roles,
    alternatives,
  };
}

/** A text without what setting it changes: spaces, break opportunities, hyphens at line ends. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u00ad-]/gu, '');
}
