const RUNNING_HEAD_LETTERS = 48;
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** For running heads and tight places, which repeat what stands whole elsewhere: cut at a word when there is one. */
export function shortHead(text: string, letters = RUNNING_HEAD_LETTERS): string {
  const plain = text.replaceAll('\u200b', '');
  const all = [...graphemes.segment(plain)].map(({ segment }) => segment);
  if (all.length <= letters) return plain;
  const kept = all.slice(0, letters - 1).join('');
  const lastSpace = kept.search(/\s\S*$/u);
  const cut = lastSpace > letters / 2 ? kept.slice(0, lastSpace) : kept;
  return `${cut.replace(/[\s,;:.·–’'(-]+$/u, '')}…`;
}
