/**
 * A page as it leaves the build in another language. The frame's words carry marks (`i18n/frame.ts`); every word outside them is
 * what an editor or an association wrote: here it gets `lang="fr"`, so that a screen reader changes its voice, and in a page that is
 * read from right to left a direction of its own. Links lead on in the language of the page where it has the page that they name.
 * All of it in one place, whatever a component forgot.
 */
import { Parser } from 'htmlparser2';
import { hasMarks, RunReader, runsOf, withoutMarks, type Run } from '../i18n/frame.ts';
import type { ForeignLanguage } from '../i18n/language.ts';
import { leadFrom } from './addresses.ts';
import { directionOf } from './chosen.ts';

interface Text {
  readonly kind: 'text';
  readonly start: number;
  end: number;
  source: string;
  runs: readonly Run[];
}
interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  /** Behind the `>` of its opening tag. */
  readonly tagEnd: number;
  readonly children: (Element | Text)[];
  readonly parent: Element | null;
  /** Whose letters stand inside. */
  says: { frame: boolean; french: boolean };
}

/** What may stand inside a text without being more than a part of it. */
const INLINE = new Set('a abbr b bdi br cite code em i mark q s small span strong sub sup time u wbr'.split(' '));
/** What holds no text that anybody reads, or none that may be marked inside. */
const OPAQUE = new Set(['script', 'style', 'svg', 'title', 'textarea']);
const OF_DOCUMENT = new Set(['html', 'head', 'body', 'meta', 'link']);
/** Of which a reader hears. */
const SPOKEN = ['alt', 'aria-label', 'title', 'placeholder'];
/**
 * From so many characters on, French in a page from right to left begins at the left; a name stays where the page puts it. The style
 * sheet (`styles/languages.css`) gives French its direction: `dir` on a block would also turn its borders and margins round.
 */
const LONG = 90;
const LONG_TEXT = 'data-long';

const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);/gi;
const LETTER = /\p{L}/u;
const hasLetters = (html: string): boolean => LETTER.test(html.replace(ENTITY, ''));
/** May be laid out as rows of parts: their text then stands in a box of its own, which the style sheet cannot turn. */
const ROWS = new Set(['a', 'button', 'label', 'summary']);
/** A sign that belongs to no direction, at an end of a text: a page from right to left would take it to the other side. */
const ENDS_IN_SIGN = /^\s*[«“"([…]|[?!.…:»”")\]%]\s*$/u;
/** Figures in groups, as a telephone number has them: a page from right to left would turn their order round. */
const GROUPED_FIGURES = /\d[\s\u00a0\u202f]\d/;
/** What stands around words without being one of them. */
const AROUND = /^([\s\u00a0\u202f·,;:–—-]*)([\s\S]*?)([\s\u00a0\u202f·,;:–—-]*)$/u;

/** @param html a whole page, or a piece of one; its marks are gone afterwards, but where a script reads them (`data-…`, JSON) */
export function markFrench(html: string, language: ForeignLanguage): string {
  const root = parse(html);
  weigh(root);
  const edits: { start: number; end: number; text: string }[] = [];
  const isRightToLeft = directionOf(language) === 'rtl';
  visit(root, false, false);
  return apply(html, edits);

  /**
   * @param known is everything inside marked already, or told by somebody who knows it?
   * @param french is it French?
   */
  function visit(element: Element, known: boolean, french: boolean): void {
    const isOpaque = OPAQUE.has(element.name);
    const isMarked = !known && !('lang' in element.attributes) && isFrench(element);
    if (element.parent !== null) editTag(element, isMarked);
    const inside = known || isMarked || ('lang' in element.attributes && element.name !== 'html');
    const isFrenchInside = isMarked || (element.attributes['lang'] ?? (french ? 'fr' : '')) === 'fr';
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, inside || element.name === 'svg', isFrenchInside);
      else if (isRightToLeft && isFrenchInside && ROWS.has(element.name) && ENDS_IN_SIGN.test(child.source))
        isolate(child);
      else editText(child, element, isOpaque || inside || element.name === 'option');
    }
  }

  function isolate({ start, end, source }: Text): void {
    edits.push({ start, end, text: around(withoutMarks(source), '<bdi dir="ltr">', '</bdi>') });
  }

  function editTag(element: Element, isMarked: boolean): void {
    const { start, tagEnd, name } = element;
    const source = html.slice(start, tagEnd);
    const added = isMarked ? ['lang="fr"', ...(isRightToLeft && lengthOf(element) > LONG ? [LONG_TEXT] : [])] : [];
    let tag = source.replace(ATTRIBUTE, (whole, key: string) =>
      hasMarks(whole) && !key.startsWith('data-') ? withoutMarks(whole) : whole,
    );
    const lead = 'hreflang' in element.attributes ? null : leadOf(element);
    if (lead?.isFrench) added.push('hreflang="fr"');
    else if (lead) tag = tag.replace(/\s(href|action)="[^"]*"/, (_whole, key: string) => ` ${key}="${lead.href}"`);
    if (added.length > 0) tag = `<${name} ${added.join(' ')}${tag.slice(name.length + 1)}`;
    if (tag !== source) edits.push({ start, end: tagEnd, text: tag });
  }

  function leadOf({ name, attributes }: Element): ReturnType<typeof leadFrom> {
    const address = name === 'a' ? attributes['href'] : name === 'form' ? attributes['action'] : undefined;
    return address === undefined ? null : leadFrom(language, address);
  }

  function editText(text: Text, { name, attributes }: Element, isKnown: boolean): void {
    const { source } = text;
    // A script of the page says these words itself, and marks them then.
    if (name === 'script' && attributes['type'] === 'application/json') return;
    const said = isKnown ? withoutMarks(source) : text.runs.map((run) => asHtml(run)).join('');
    if (said !== source) edits.push({ start: text.start, end: text.end, text: said });
  }

  function asHtml({ isFrame, text }: Run): string {
    if (!hasLetters(text))
      return isRightToLeft && GROUPED_FIGURES.test(text) ? around(text, '<bdi dir="ltr">', '</bdi>') : text;
    return isFrame ? text : around(text, `<span lang="fr"${isRightToLeft ? ' dir="ltr"' : ''}>`, '</span>');
  }
}

const around = (text: string, open: string, close: string): string => {
  const [, before = '', words = '', after = ''] = AROUND.exec(text) ?? [];
  return words === '' ? text : `${before}${open}${words}${close}${after}`;
};

const ATTRIBUTE = /\s([\w:-]+)=(?:"[^"]*"|'[^']*')/g;

const lengthOf = ({ children }: Element): number =>
  children.reduce((sum, child) => sum + (child.kind === 'text' ? child.end - child.start : lengthOf(child)), 0);

/** Is it one text, all of it French, its name for screen readers too? */
function isFrench(element: Element): boolean {
  const { name, says, attributes } = element;
  if (element.parent === null || OPAQUE.has(name) || OF_DOCUMENT.has(name)) return false;
  const spoken = SPOKEN.flatMap((key) => attributes[key] ?? []).filter(hasLetters);
  if (spoken.some((text) => runsOf(text).some((run) => run.isFrame && hasLetters(run.text)))) return false;
  if (says.frame) return false;
  return (says.french || spoken.length > 0) && isOneText(element);
}

const isOneText = ({ children }: Element): boolean =>
  children.every((child) => child.kind === 'text' || (INLINE.has(child.name) && isOneText(child)));

/** Tells of every element whose letters are inside, from the pieces of the page in their order. */
function weigh(root: Element): void {
  const reader = new RunReader();
  read(root, false);

  function read(element: Element, isApart: boolean): void {
    const apart = isApart || OPAQUE.has(element.name);
    for (const child of element.children) {
      if (child.kind === 'element') {
        read(child, apart);
        // What tells its own language says nothing of what is around it.
        if ('lang' in child.attributes) continue;
        element.says.frame ||= child.says.frame;
        element.says.french ||= child.says.french;
      } else if (!apart) {
        child.runs = reader.runs(child.source);
        for (const { isFrame, text } of child.runs)
          if (hasLetters(text)) element.says[isFrame ? 'frame' : 'french'] = true;
      }
    }
  }
}

function parse(html: string): Element {
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    tagEnd: number,
    parent: Element | null,
  ): Element => ({
    kind: 'element',
    name,
    attributes,
    start,
    tagEnd,
    children: [],
    parent,
    says: { frame: false, french: false },
  });
  const root = make('', {}, 0, 0, null);
  let open = root;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = make(name, attributes, parser.startIndex, parser.endIndex + 1, open);
        open.children.push(element);
        open = element;
      },
      onclosetag(name) {
        if (open.name === name && open.parent !== null) open = open.parent;
      },
      ontext() {
        const last = open.children.at(-1);
        const [start, end] = [parser.startIndex, parser.endIndex + 1];
        const source = html.slice(start, end);
        if (last?.kind === 'text' && last.end === start) {
          last.end = end;
          last.source += source;
        } else open.children.push({ kind: 'text', start, end, source, runs: [] });
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return root;
}

function apply(html: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += html.slice(from, start) + text;
    from = end;
  }
  return result + html.slice(from);
}
