/** One pass over a page's HTML that collects all that the gates ask for. */
import { ABSENT_CONTENTS, type AbsentContent } from '@trame/site/rgaa-absent';
import type { FoundContacts } from '@trame/cms/domain/contacts-in-text';
import { Parser } from 'htmlparser2';
import { contactsShown } from './said.ts';

export interface Page {
  /** Address on the site, `/associations/harmonie/` */
  readonly address: string;
  readonly language: string;
  readonly title: string;
  readonly mains: number;
  readonly headings: number;
  /** A page that only sends on to another one. */
  readonly redirect: boolean;
  /** Where it sends on to, as written; null for any other page. */
  readonly sendsTo: string | null;
  readonly ids: ReadonlySet<string>;
  /** Everything that points somewhere, as written. */
  readonly references: readonly string[];
  /** What the declaration of accessibility says is on no page, and is on this one. */
  readonly declaredAbsent: ReadonlySet<AbsentContent>;
  /** Does a link open another window or tab? */
  readonly opensWindows: boolean;
  /** Where its first link leads; null when it has none. */
  readonly firstLink: string | null;
  /** Numbers and addresses that somebody reads on it. */
  readonly contacts: FoundContacts;
  /** Texts and attribute values, entities decoded: wherever a contact could hide. Read from the page when it is asked for. */
  words(): string;
}

type Read = Omit<Page, 'contacts' | 'words'> & { readonly words: string };

const SINGLE = new Set(['href', 'src', 'poster', 'action', 'data', 'xlink:href']);
/** Attributes that hold no words: leaving them out halves the text to search for contacts. */
const WORDLESS = new Set([
  'class',
  'style',
  'd',
  'points',
  'viewbox',
  'transform',
  'id',
  'for',
  'srcset',
  'sizes',
  'width',
  'height',
  'integrity',
]);

/** Tags that do not interrupt a number or an address for who reads the page: `05 <b>57</b>` is one number. */
const INLINE = new Set(['b', 'strong', 'em', 'i', 'small', 'span', 'bdi', 'abbr', 'wbr', 'mark', 'font', 'u']);

/** What is looked for, read once: a release has a million tags. `captcha` is looked for where attributes are read. */
const KINDS = ABSENT_CONTENTS.filter((kind) => kind !== 'captcha').map((kind) => {
  const { element, attribute, value } =
    /^(?<element>\w*)(?:\[(?<attribute>\w+)(?:=(?<value>\w+))?\])?$/.exec(kind)?.groups ?? {};
  return { kind, element, attribute, value };
});
const OF_ELEMENT = Map.groupBy(KINDS, ({ element }) => element ?? '');
const CAPTCHA = /captcha/i;
/**
 * Is it one that tells people from programs? Its class, its field or its program says so; an anchor made of an editor's heading
 * (“Qu’est-ce qu’un captcha ?”) and a picture's file do not.
 */
const isCaptcha = (element: string, attribute: string, value: string): boolean =>
  CAPTCHA.test(value) &&
  (attribute === 'class' ||
    attribute === 'name' ||
    (attribute === 'src' && (element === 'script' || element === 'iframe')));

/** Those that an element of this name is, and those that any element is that has the attribute. */
function kindsOf(name: string, attributes: Readonly<Record<string, string>>): AbsentContent[] {
  return [...(OF_ELEMENT.get(name) ?? []), ...(OF_ELEMENT.get('') ?? [])]
    .filter(
      ({ attribute, value }) =>
        attribute === undefined || (value === undefined ? attribute in attributes : attributes[attribute] === value),
    )
    .map(({ kind }) => kind);
}

/** What is kept of a page: what it says is a megabyte for each hundred of them. */
export function readPage(address: string, html: string): Omit<Page, 'words'> {
  const { words, ...page } = parsePage(address, html);
  return { ...page, contacts: contactsShown(words) };
}

export const wordsOfPage = (html: string): string => parsePage('', html).words;

function parsePage(address: string, html: string): Read {
  const ids = new Set<string>();
  const references: string[] = [];
  const values: string[] = [];
  const declaredAbsent = new Set<AbsentContent>();
  let opensWindows = false;
  let firstLink: string | null = null;
  let text = '';
  let language = '';
  let title = '';
  let mains = 0;
  let headings = 0;
  let redirect = false;
  let sendsTo: string | null = null;
  let svgDepth = 0;
  let inTitle = false;
  let inStyle = false;
  let inScript = false;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!INLINE.has(name)) text += '\n';
        if (name === 'html') language = attributes['lang'] ?? '';
        else if (name === 'title')
          inTitle = svgDepth === 0; // a drawing has titles of its own
        else if (name === 'main') mains++;
        else if (name === 'h1') headings++;
        else if (name === 'style') inStyle = true;
        else if (name === 'script') inScript = true;
        else if (name === 'svg') svgDepth++;
        else if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
          redirect = true;
          sendsTo = /url=\s*["']?([^"'\s]+)/i.exec(attributes['content'] ?? '')?.[1] ?? null;
        }
        if (name === 'a') {
          firstLink ??= attributes['href'] ?? null;
          opensWindows ||= attributes['target'] === '_blank';
        }
        for (const kind of kindsOf(name, attributes)) declaredAbsent.add(kind);
        for (const attribute in attributes) {
          const value = attributes[attribute] ?? '';
          if (isCaptcha(name, attribute, value)) declaredAbsent.add('captcha');
          if (attribute === 'id') ids.add(value);
          else if (SINGLE.has(attribute)) references.push(value);
          else if (attribute === 'srcset')
            for (const part of value.split(',')) references.push(part.trim().split(/\s/)[0] ?? '');
          if (value !== '' && !WORDLESS.has(attribute)) values.push(value);
        }
      },
      ontext(piece) {
        if (inTitle) title += piece;
        // As a browser shows it: the end of a line in the source is a space.
        if (!inStyle) text += inScript ? piece : piece.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (!INLINE.has(name)) text += '\n';
        if (name === 'title') inTitle = false;
        else if (name === 'style') inStyle = false;
        else if (name === 'script') inScript = false;
        else if (name === 'svg') svgDepth--;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return {
    address,
    language,
    title: title.trim(),
    mains,
    headings,
    redirect,
    sendsTo,
    ids,
    references,
    declaredAbsent,
    opensWindows,
    firstLink,
    words: `${text}\n${values.join('\n')}`,
  };
}
