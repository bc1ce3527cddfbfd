/** Which numbers and addresses a document says, text by text. */
import { collectContacts, type FoundContacts, noContacts, type TextKind } from '@trame/cms/domain/contacts-in-text';

/** Words of one paragraph in one piece, whatever is bold or a link in it: as the rule of publication reads them. */
const inlineWords = (children: readonly unknown[]): string =>
  children
    .map((child) => {
      const { text, children: inner } = (child ?? {}) as { readonly text?: unknown; readonly children?: unknown };
      return typeof text === 'string' ? text : Array.isArray(inner) ? inlineWords(inner) : '';
    })
    .join('');

/** What the pages put between two texts; one that an editor wrote parts what it says for whoever reads the page. */
const BETWEEN_TEXTS = /[ \u00a0]·[ \u00a0]/g;

/**
 * What a document says. A page shows a text of several lines in one, or in as many; a paragraph with bold words in one piece.
 * Two texts say nothing together.
 */
export function contactsSaid(value: unknown, found: FoundContacts = noContacts()): FoundContacts {
  if (typeof value === 'string') {
    collectContacts(value, found);
    if (/\s\s|[\n\r\t]/.test(value)) collectContacts(value.replace(/\s+/g, ' '), found);
    if (value.includes('·')) collectContacts(value.replace(BETWEEN_TEXTS, '\n'), found);
  } else if (Array.isArray(value)) for (const item of value) contactsSaid(item, found);
  else if (value !== null && typeof value === 'object') {
    for (const key in value) contactsSaid((value as Record<string, unknown>)[key], found);
    const { children } = value as { readonly children?: unknown };
    if (Array.isArray(children) && children.length > 1) collectContacts(inlineWords(children), found);
  }
  return found;
}

/** What a line's end is in JSON and in structured data. */
const LINE_ENDS = /\\[nrt]/g;

/** What somebody is shown, one text a line. */
export const textsApart = (text: string): string => text.replace(BETWEEN_TEXTS, '\n').replace(LINE_ENDS, '\n');

/** Which numbers and addresses somebody who is shown this reads. */
export function contactsShown(text: string, kind?: TextKind): FoundContacts {
  const found = noContacts();
  collectContacts(textsApart(text), found, kind);
  return found;
}
