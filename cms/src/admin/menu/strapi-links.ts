/** Strapi's headers lead to its documentation for developers, in English, and to its prices. Editors have Trame's own help under each field. */
const RULE = 'a[href^="https://docs.strapi.io"], a[href^="https://strapi.io/pricing"] { display: none !important; }';

export function hideStrapiLinks(): void {
  const style = document.createElement('style');
  style.textContent = RULE;
  document.head.append(style);
}
