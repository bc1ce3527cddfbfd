/** A text as a CSS string: everything but letters, digits and plain spaces is escaped, so that no title ends the style. */
export function cssString(text: string): string {
  const escaped = Array.from(text.replace(/\s+/g, ' ').trim(), (character) =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

/** Running title and page number of the printed annuaire; margins that suit A4 and A5 alike. */
export function pageStyle(runningTitle: string): string {
  const running = 'font:8pt "Source Sans 3",sans-serif;color:#555';
  return (
    `@page annuaire{margin:15mm 12mm 14mm;@top-left{content:${cssString(runningTitle)};${running}}` +
    `@bottom-right{content:counter(page);${running}}}@page annuaire:first{@top-left{content:none}}`
  );
}
