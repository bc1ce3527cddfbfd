import upload from '../translations/fr/upload.json';

/**
 * The media library offers to fetch a file from an address of the internet; the server does not (`bootstrap/admin/closed-routes.ts`),
 * and Strapi has no setting for the menu. The item is hidden and not removed: React removes it itself.
 */
export function hideImportFromAddress(): void {
  const name = upload['import-from-url'];
  new MutationObserver(() => {
    for (const item of document.querySelectorAll<HTMLElement>('[role="menuitem"]'))
      if (item.textContent.trim() === name) item.style.display = 'none';
  }).observe(document.body, { childList: true, subtree: true });
}
