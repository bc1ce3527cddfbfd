/** What the site's server says when it has no page to show. */
const page = (title: string, text: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<body style="font:1.1rem/1.6 system-ui;max-width:34rem;margin:15vh auto;padding:0 1.5rem"><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

export const messages = {
  notYet: page('Le site se prépare', 'Sa première version est en cours de construction. Revenez dans un instant.'),
  notFound: page('Page introuvable', 'Cette adresse ne mène à aucune page. <a href="/">Retour à l’accueil</a>'),
  bookletFollows: page(
    'L’annuaire PDF se prépare',
    'Une fiche vient de changer ou d’être retirée\u00a0: l’annuaire est refait. Revenez dans un instant. ' +
      'En attendant, <a href="/annuaire/">lisez l’annuaire à l’écran</a>, ou <a href="/">retournez à l’accueil</a>.',
  ),
  wrongMethod: page('Demande non comprise', 'Ce site ne fait que montrer des pages.'),
  broken: page('Un instant…', 'Cette page n’a pas pu être lue. Essayez de nouveau dans un moment.'),
} as const;
