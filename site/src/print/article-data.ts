/** A guide of the site as pages of the booklet: its rich text, block by block. */
import type { Guide } from '@trame/cms/domain/contract/site/guide';
import type { RichTextBlock, RichTextInline, RichTextList } from '@trame/cms/domain/contract/site/rich-text';
import { publicPaths } from '@trame/cms/domain/public-paths';
import type { Article, ArticleBlock, ListItem, Span } from './booklet.ts';
import { pictureKey } from './picture-key.ts';
import type { SafeText } from './safe-text.ts';
import { shortHead } from './short-head.ts';
import { readableAddress } from '../view/readable-address.ts';
import { fields, phrases, records } from './texts.ts';

/** @param site public address of the site; null when it has none */
export function articleData(guide: Guide, safe: SafeText, site: string | null): Article {
  const record = records.guide(guide.title);
  const source = { record, field: fields.body };
  const title = safe.line(guide.title, { record, field: fields.title }) ?? guide.slug.replaceAll('-', ' ');

  const spans = (inlines: readonly RichTextInline[]): Span[] => inlines.flatMap(spansOf);
  const spansOf = (inline: RichTextInline): Span[] => {
    if (inline.type === 'text') {
      const text = runOf(inline.text);
      return text === '' ? [] : [{ text, bold: inline.bold ?? false, italic: inline.italic ?? false }];
    }
    const words = spans(inline.children);
    const said = words.map(({ text }) => text).join('');
    const address = addressOf(inline.url, said);
    // On paper a link leads nowhere: its address stands behind its words.
    return address === null ? words : [...words, { text: ` (${address})`, bold: false, italic: false }];
  };
  /** A run keeps the spaces at its ends, which part it from its neighbours. */
  const runOf = (text: string): string => {
    const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    const line = safe.line(text, source);
    return line === null ? (text === '' ? '' : ' ') : `${before && ' '}${line}${after && ' '}`;
  };
  const addressOf = (url: string, said: string): string | null => {
    if (!/^https?:/.test(url)) return null;
    const shown = readableAddress(url);
    return said.includes(shown) ? null : safe.address(shown, source);
  };
  const items = (list: RichTextList): ListItem[] =>
    list.children.reduce<ListItem[]>((all, child) => {
      if (child.type === 'list-item') return [...all, { spans: spans(child.children), items: [], ordered: false }];
      const last = all.at(-1);
      const inner = { items: items(child), ordered: child.format === 'ordered' };
      return last === undefined ? [{ spans: [], ...inner }] : [...all.slice(0, -1), { ...last, ...inner }];
    }, []);

  const block = (one: RichTextBlock): ArticleBlock[] => {
    switch (one.type) {
      case 'image': {
        const alt = safe.line(one.image.alt, { record, field: fields.picture }) ?? title;
        const caption = safe.line(one.image.caption, { record, field: fields.picture });
        return [{ type: 'picture', picture: { key: pictureKey('guide', one.image.hash), alt }, caption }];
      }
      case 'list':
        return [{ type: 'list', ordered: one.format === 'ordered', items: items(one) }];
      case 'heading':
        return some(spans(one.children), (all) => ({ type: 'heading', level: one.level, spans: all }));
      case 'quote':
        return some(spans(one.children), (all) => ({ type: 'quote', spans: all }));
      default:
        return some(spans(one.children), (all) => ({ type: 'paragraph', spans: all }));
    }
  };

  return {
    title,
    runningHead: shortHead(title),
    summary: safe.paragraphs(guide.summary, { record, field: fields.summary }),
    blocks: guide.body.flatMap(block),
    living:
      site === null ? null : phrases.guideOnline(readableAddress(new URL(publicPaths.guide(guide.slug), site).href)),
  };
}

const some = (spans: Span[], block: (spans: Span[]) => ArticleBlock): ArticleBlock[] =>
  spans.some(({ text }) => text.trim() !== '') ? [block(spans)] : [];
