/**
 * What XML 1.0 has no way to write, escaped or not: most controls, lone surrogates, two non-characters. They carry no text, and
 * one of them makes a whole document unreadable.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, '');
