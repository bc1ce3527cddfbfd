import { attendTo } from '../kit/attend-to.ts';
import { listTitle } from '../kit/record-types.ts';

/** Strapi has no setting for the title of a list: it is the name of one record. */
export const nameLists = (): void =>
  attendTo([], (element) => {
    if (element.tagName !== 'H1') return;
    for (const text of element.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      const title = listTitle(text.nodeValue ?? '', window.location.pathname);
      if (title !== text.nodeValue) text.nodeValue = title;
    }
  });
