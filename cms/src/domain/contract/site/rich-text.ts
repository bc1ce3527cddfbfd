import { z } from 'zod';
import { Image } from './media.ts';

/** Strapi's "blocks", node by node: what is not named here is not published. Links are http(s), mailto, tel or a path of the site. */

const TextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

const LinkNode = z.strictObject({
  type: z.literal('link'),
  url: z.string().regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/),
  children: z.array(TextNode),
});

const Inline = z.union([TextNode, LinkNode]);

const ListItem = z.strictObject({ type: z.literal('list-item'), children: z.array(Inline) });

const List = z.strictObject({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  get children() {
    return z.array(z.union([ListItem, List]));
  },
});

const Block = z.union([
  z.strictObject({ type: z.literal('paragraph'), children: z.array(Inline) }),
  /** Levels are those below the page's own title and section: 2 to 4. */
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    children: z.array(Inline),
  }),
  List,
  z.strictObject({ type: z.literal('quote'), children: z.array(Inline) }),
  z.strictObject({ type: z.literal('code'), children: z.array(Inline) }),
  z.strictObject({ type: z.literal('image'), image: Image }),
]);

export const RichText = z.array(Block);
export type RichText = z.infer<typeof RichText>;
export type RichTextBlock = RichText[number];
export type RichTextInline = z.infer<typeof Inline>;
export type RichTextList = z.infer<typeof List>;
