/**
 * Strapi draws its tables on one line a row, and hides what does not fit behind a scroll that nobody looks for: the state of a
 * record was out of sight on a screen of 1280 pixels. Texts wrap instead, and keep whole words; a state stays in one piece.
 */
const FITTED = `
main table[role='grid'] :is(th, td) { padding-inline: 0.8rem; }
main table[role='grid'] td { padding-block: 1.2rem; vertical-align: middle; }
main table[role='grid'] tbody td:last-child { display: table-cell; }
main table[role='grid'] :is(th, td) :is(a, span, p) { white-space: normal; overflow-wrap: break-word; }
main table[role='grid'] td [role='status'] span { white-space: nowrap; }
@media (max-width: 1100px) {
  main div:has(> table[role='grid']) { padding-inline: 0.8rem; }
  main table[role='grid'] :is(th, td) { padding-inline: 0.4rem; }
  main table[role='grid'] td :is(a, span) { font-size: 1.3rem; }
}
`;

export function fitLists(): void {
  const style = document.createElement('style');
  style.textContent = FITTED;
  document.head.append(style);
}
