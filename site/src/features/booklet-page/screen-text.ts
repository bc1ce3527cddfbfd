import { typography } from '@trame/cms/domain/french';
import type { SafeText } from '../../print/safe-text.ts';

/**
 * The texts of the booklet for a browser, which has every glyph and breaks what is too long by itself: French typography,
 * and whitespace that a line of text may hold.
 */
export const screenText: SafeText = {
  line: (text) => {
    const clean = text?.replace(/\s+/g, ' ').trim() ?? '';
    return clean === '' ? null : typography(clean);
  },
  paragraphs: (text) =>
    (text ?? '')
      .split(/\s*\n\s*/)
      .map((paragraph) => screenText.line(paragraph, nowhere))
      .filter((paragraph) => paragraph !== null),
  address: (text) => text?.trim() || null,
};

/** Nothing is lost on a screen, so no text is ever traced back to its record. */
const nowhere = { record: '', field: '' };
