import type { z } from 'zod';
import type { RichText } from '../../../domain/contract/site/rich-text.ts';
import { toImage, type StoredFile } from './media.ts';

/** The media library as it is now, by `hash`: an image in a text carries a copy of its description from the day it was inserted. */
export type CurrentFiles = ReadonlyMap<string, StoredFile>;

type Node = Record<string, unknown>;
type Inline = z.input<typeof RichText>[number] extends infer Block
  ? Block extends { type: 'paragraph'; children: (infer Child)[] }
    ? Child
    : never
  : never;
type Block = z.input<typeof RichText>[number];
type List = Extract<Block, { type: 'list' }>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const children = (node: Node): Node[] => (Array.isArray(node['children']) ? node['children'].filter(isNode) : []);

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

const toText = (node: Node) => ({
  type: 'text' as const,
  text: typeof node['text'] === 'string' ? node['text'] : '',
  ...Object.fromEntries(MARKS.filter((mark) => node[mark] === true).map((mark) => [mark, true])),
});

/** The same list as in the contract: any other scheme becomes plain text. */
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/;

const toInline = (node: Node): Inline[] => {
  if (node['type'] === 'text') return [toText(node)];
  if (node['type'] !== 'link') return [];
  const url = typeof node['url'] === 'string' ? node['url'] : '';
  const texts = children(node)
    .filter(({ type }) => type === 'text')
    .map(toText);
  return SAFE_LINK.test(url) ? [{ type: 'link', url, children: texts }] : texts;
};

const inlines = (node: Node): Inline[] => children(node).flatMap(toInline);

const toList = (node: Node): List => ({
  type: 'list',
  format: node['format'] === 'ordered' ? 'ordered' : 'unordered',
  children: children(node).flatMap((child): List['children'] => {
    if (child['type'] === 'list') return [toList(child)];
    return child['type'] === 'list-item' ? [{ type: 'list-item', children: inlines(child) }] : [];
  }),
});

/** Headings of a text stand below the page's title: 2 to 4. */
const headingLevel = (level: unknown): 2 | 3 | 4 => {
  const wanted = Number(level);
  return wanted >= 4 ? 4 : wanted === 3 ? 3 : 2;
};

const isEmptyParagraph = (block: Block): boolean =>
  block.type === 'paragraph' && block.children.every((child) => child.type === 'text' && child.text.trim() === '');

const hashOf = (node: Node): string | null =>
  node['type'] === 'image' && isNode(node['image']) && typeof node['image']['hash'] === 'string'
    ? node['image']['hash']
    : null;

function toBlock(node: Node, files: CurrentFiles): Block[] {
  switch (node['type']) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlines(node) }];
    case 'heading':
      return [{ type: 'heading', level: headingLevel(node['level']), children: inlines(node) }];
    case 'list':
      return [toList(node)];
    case 'quote':
      return [{ type: 'quote', children: inlines(node) }];
    case 'code':
      return [{ type: 'code', children: inlines(node) }];
    case 'image': {
      // A file that is no longer in the library, or an address from elsewhere, is not published.
      const image = toImage(files.get(hashOf(node) ?? ''));
      return image ? [{ type: 'image', image }] : [];
    }
    default:
      return [];
  }
}

/** Strapi's blocks as the contract has them: nodes that it does not name are left out, and so are empty paragraphs. */
export function toRichText(blocks: unknown, files: CurrentFiles): Block[] {
  if (!Array.isArray(blocks)) return [];
  return blocks
    .filter(isNode)
    .flatMap((node) => toBlock(node, files))
    .filter((block) => !isEmptyParagraph(block));
}

/** The `hash` of every image in a text, to be looked up in the media library. */
export function imageHashes(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isNode).flatMap((node) => hashOf(node) ?? []);
}
