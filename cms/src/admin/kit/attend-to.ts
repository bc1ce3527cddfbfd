/** What Strapi has no setting for is mended in its screens, as they are drawn. */

/**
 * Calls for every element that is on the screen, that appears, or of which one of the attributes or a text of its own changes:
 * before the browser paints it. React keeps its own idea of an attribute; it writes one again when its value changes, which is
 * attended to as well.
 */
export function attendTo(attributes: readonly string[], mend: (element: Element) => void): void {
  const mendTree = (root: Element): void => {
    mend(root);
    for (const element of root.querySelectorAll('*')) mend(element);
  };
  mendTree(document.body);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) mend(target);
      if (type === 'characterData' && target.parentElement) mend(target.parentElement);
      for (const node of addedNodes) {
        if (node instanceof Element) mendTree(node);
        else if (node.parentElement) mend(node.parentElement);
      }
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: [...attributes] });
}
