/** A feed as a document (Atom, RFC 4287). */
import { withoutForbidden } from '../xml-text.ts';

export interface AtomEntry {
  /** The same for ever and everywhere: readers know an entry by it, in whichever feed it stands. */
  readonly id: string;
  readonly title: string;
  /** Address of the page. */
  readonly url: string;
  /** Plain text. */
  readonly summary: string | null;
  /** Instant, ISO 8601 in UTC; null when it is not known. */
  readonly published: string | null;
  /** Instant of the last change. */
  readonly updated: string;
  readonly categories: readonly { readonly term: string; readonly label: string }[];
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Addresses of this feed, and of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  /** Who answers for the entries. */
  readonly author: { readonly name: string; readonly url: string };
  readonly icon: string;
  /** Instant, for a feed without entries. */
  readonly begun: string;
  /** The latest first. */
  readonly entries: readonly AtomEntry[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};
const escaped = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
const element = (name: string, text: string | null): string =>
  text === null || text === '' ? '' : `<${name}>${escaped(text)}</${name}>`;

/** One entry; the same text in every feed that it stands in, and so made once. */
export function atomEntry(entry: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" hreflang="fr" href="${escaped(entry.url)}"/>`,
    element('published', entry.published),
    element('updated', entry.updated),
    ...entry.categories.map(({ term, label }) => `<category term="${escaped(term)}" label="${escaped(label)}"/>`),
    element('summary', entry.summary),
    '</entry>',
  ].join('');
}

/** @param textOf an entry's text (`atomEntry`), remembered by the caller */
export function atomFeed(feed: AtomFeed, textOf: (entry: AtomEntry) => string): string {
  const [latest] = feed.entries;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="fr" href="${escaped(feed.page)}"/>`,
    element('icon', feed.icon),
    `<author>${element('name', feed.author.name)}${element('uri', feed.author.url)}</author>`,
    element('updated', latest?.updated ?? feed.begun),
    ...feed.entries.map(textOf),
    '</feed>',
    '',
  ].join('\n');
}
