/** The French sentences of the gates: parts of a sentence that the deployer joins. */
const many = (count: number, one: string, several: string) => (count === 1 ? one : several.replace('#', String(count)));

/**
 * A contact that must not be published, told so that whoever knows it recognises it and nobody else can use it: sentences of
 * findings go into logs and into the CMS's screens.
 * @param contact telephone number in E.164, or e-mail address
 * @returns « +336••••••01 », « s•••@club.example »
 */
export function masked(contact: string): string {
  const at = contact.lastIndexOf('@');
  if (at < 0) return contact.slice(0, 4) + '•'.repeat(Math.max(4, contact.length - 6)) + contact.slice(-2);
  return `${at > 2 ? contact.slice(0, 1) : ''}•••${contact.slice(at)}`;
}

export const messages = {
  brokenLink: (target: string, from: string, pages: number) =>
    `un lien mène à « ${target} », qui n’existe pas (${many(pages, `page ${from}`, `# pages, par exemple ${from}`)})`,
  brokenAnchor: (target: string, from: string, pages: number) =>
    `un lien mène à l’endroit « ${target} », qui n’existe pas dans sa page (${many(pages, `page ${from}`, `# pages, par exemple ${from}`)})`,
  /** @param titles of the records that it would be read in, when they are known */
  leaked: (kind: 'phone' | 'email', contact: string, where: string, titles: readonly string[]) => {
    const what = kind === 'phone' ? `le numéro ${masked(contact)}` : `l’adresse ${masked(contact)}`;
    const named = titles.slice(0, 3).map((title) => `« ${title} »`);
    const more =
      titles.length > named.length ? ` et ${many(titles.length - named.length, 'une autre', '# autres')}` : '';
    const record =
      titles.length === 0 ? '' : ` (${titles.length === 1 ? 'fiche' : 'fiches'} ${named.join(', ')}${more})`;
    return `${what} apparaîtrait sur « ${where} »${record} alors qu’aucun accord pour cette diffusion n’est enregistré`;
  },
  unreadablePdf: (where: string) =>
    `le texte de « ${where} » n’a pas pu être relu, donc ses coordonnées n’ont pas pu être vérifiées`,
  sectionLoss: (section: string, before: number, after: number) =>
    `${section} passerait de ${before} à ${many(after, 'une page', '# pages')} ; si c’est voulu, confirmez-le sur la page d’accueil de l’administration, dans « Mise en ligne »`,
  section: (name: string) => (name === '' ? 'le site entier' : `la rubrique « ${name} »`),
  missingFile: (where: string) => `il manque « ${where} »`,
  formerBooklet: (where: string) => `« ${where} » serait encore l’ancien annuaire, dont quelque chose a été retiré`,
  damagedFile: (where: string) => `« ${where} » est vide ou abîmé`,
  misfit: (where: string, fault: string) => `« ${where} » n’est pas comme son schéma le dit (${fault})`,
  misfitCell: (where: string, row: number, column: string, expected: string) =>
    `« ${where} » n’est pas comme son schéma le dit (ligne ${row}, colonne ${column} : ${expected})`,
  undescribedFile: (where: string) => `« ${where} » serait publié en données ouvertes sans être décrit`,
  missingPage: (title: string, where: string) => `« ${title} » est publié, mais sa page « ${where} » manque`,
  lostAddress: (from: string, to: string) =>
    `l’ancienne adresse « ${from} », imprimée peut-être, ne mène pas à « ${to} »`,
  strayRedirect: (from: string, to: string) =>
    `la page « ${from} » envoie ailleurs (« ${to} ») sans être une ancienne adresse connue`,
  noSitemapEntry: () => `le plan du site pour les moteurs de recherche est vide`,
  sitemapDeadEnd: (where: string) =>
    `le plan du site pour les moteurs de recherche annonce « ${where} », qui n’existe pas`,
  noLanguage: (where: string, language: string) =>
    language === 'fr'
      ? `la page « ${where} » ne dit pas qu’elle est en français`
      : `la page « ${where} » ne dit pas qu’elle est dans la langue de son adresse (${language})`,
  noTitle: (where: string) => `la page « ${where} » n’a pas de titre`,
  mainCount: (where: string, count: number) => `la page « ${where} » a ${count} contenus principaux au lieu d’un`,
  headingCount: (where: string, count: number) =>
    `la page « ${where} » a ${count} titres de premier niveau au lieu d’un`,
  declaredAbsent: (where: string, what: string) =>
    `la page « ${where} » contient « ${what} », alors que la déclaration d’accessibilité dit que le site n’en a pas`,
  silentWindow: (where: string) => `la page « ${where} » ouvre un nouvel onglet sans le dire`,
  noSkipLink: (where: string) => `le premier lien de la page « ${where} » ne mène pas à son contenu`,
  noWayTo: (where: string, address: string) => `aucun lien de la page « ${where} » ne mène à « ${address} »`,
} as const;
