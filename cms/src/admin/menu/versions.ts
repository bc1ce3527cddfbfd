/** Its heading, as Strapi's French has it (`global.details`). */
const HEADING = 'Détails';

/**
 * « Réglages › Aperçu » begins with the versions of Strapi and Node, and the plan that nobody bought: nothing of it helps to keep
 * an annuaire, and Strapi has no setting for it. What the page is for stands below: the logos. Hidden and not removed, because
 * React removes it itself. Who keeps the server finds the versions in its files.
 */
export function hideVersions(): void {
  new MutationObserver(() => {
    if (!location.pathname.endsWith('/settings/application-infos')) return;
    for (const heading of document.querySelectorAll<HTMLElement>('main h3')) {
      const card = heading.parentElement;
      if (card && heading.textContent.trim() === HEADING) card.style.display = 'none';
    }
  }).observe(document.body, { childList: true, subtree: true });
}
