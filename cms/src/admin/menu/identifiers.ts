import { attendTo } from '../kit/attend-to.ts';
import contentManager from '../translations/fr/content-manager.json';
import houseWords from '../translations/fr/house-words.json';

const words: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(contentManager).map(([key, text]) => [`content-manager.${key}`, text])),
  ...houseWords,
};
const COPY = words['content-manager.actions.copy-documentId.label'];
const IDENTIFIER = words['content-manager.containers.edit.information.documentId.label'];

/**
 * The menu of a record offers to copy its identifier, and shows it: a name for programs, that no editor is ever asked for. Strapi
 * has no setting for it. Hidden and not removed, because React removes it itself.
 */
export function hideIdentifiers(): void {
  attendTo([], (element) => {
    if (!(element instanceof HTMLElement) || !element.closest('[role="menu"]')) return;
    const text = element.textContent.trim();
    if (element.role === 'menuitem' && text === COPY) {
      element.style.display = 'none';
      if (element.previousElementSibling instanceof HTMLElement) element.previousElementSibling.style.display = 'none';
    }
    if (element.tagName === 'DT' && text === IDENTIFIER && element.parentElement)
      element.parentElement.style.display = 'none';
  });
}
