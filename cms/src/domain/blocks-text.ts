/** The words of a rich text as Strapi's blocks keep it. */
import { TEXTS_APART } from './withheld-contacts.ts';

interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly image?: { readonly alternativeText?: string | null; readonly caption?: string | null };
}

/** What a reader of the blocks reads, words of one block in one piece whatever is bold in it; where links lead, after it. */
export function blocksText(blocks: unknown): string {
  const aside: string[] = [];
  const said = ({ type, text, url, children, image }: Node): string => {
    aside.push(url ?? '', image?.alternativeText ?? '', image?.caption ?? '');
    const inner = (text ?? '') + (children ?? []).map(said).join('');
    return type === 'text' || type === 'link' ? inner : `${TEXTS_APART}${inner}${TEXTS_APART}`;
  };
  const main = Array.isArray(blocks) ? (blocks as Node[]).map(said).join(TEXTS_APART) : '';
  return [main, ...aside.filter((part) => part !== '')].join(TEXTS_APART);
}
