/** The page in another language is the same one: with the question that its address carries, and at the same place. */
/** Whatever opens a link (a click, a key, another tab, a copied address) comes behind one of these. */
const BEFORE = ['pointerenter', 'pointerdown', 'focus', 'contextmenu', 'click'] as const;

for (const link of document.querySelectorAll<HTMLAnchorElement>('.language-switch a')) {
  // On a page that is in French alone the switch leads to the home page, which has no question.
  if (link.dataset['elsewhere'] !== undefined) continue;
  const keep = (): void => {
    link.search = location.search;
    link.hash = location.hash;
  };
  keep();
  for (const kind of BEFORE) link.addEventListener(kind, keep);
}
