import { listTitle } from '../kit/record-types.ts';

/** Strapi writes "… | Strapi" into the title itself, without a setting for it. */
const STRAPI_TITLE = / \| Strapi$|^Strapi Admin$/;

/** Names of pages of « Réglages » that Strapi writes into its code. */
const HARD_CODED: Readonly<Record<string, string>> = {
  Users: 'Utilisateurs',
  Roles: 'Rôles',
  User: 'Utilisateur',
  Role: 'Rôle',
};

/** The title that the browser's tab should carry instead. */
export function trameTitle(title: string): string {
  return title
    .replace(/(?<= - )\w+(?= [|·])/, (name) => HARD_CODED[name] ?? name)
    .replace(STRAPI_TITLE, (suffix) => (suffix.startsWith(' |') ? ' · Trame' : 'Trame'));
}

/** Keeps the tab's title and the document's language right while the editor moves from page to page. */
export function nameDocument(): void {
  document.documentElement.lang = 'fr';
  const rename = () => {
    const title = trameTitle(document.title).replace(/^[^·|]+(?= · Trame$)/, (name) =>
      listTitle(name, window.location.pathname),
    );
    if (title !== document.title) document.title = title;
  };
  rename();
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true, characterData: true });
}
