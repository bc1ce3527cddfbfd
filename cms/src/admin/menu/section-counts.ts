import { attendTo } from '../kit/attend-to.ts';

/**
 * Strapi counts the links of each section of its menu, and shows « Fiches 14 »: which reads as if there were fourteen of them. It has no
 * setting for it. Hidden and not removed, because React removes it itself.
 */
export const hideSectionCounts = (): void =>
  attendTo([], (element) => {
    if (!location.pathname.includes('/content-manager') || element.tagName !== 'OL') return;
    for (const one of element.previousElementSibling?.querySelectorAll<HTMLElement>('*') ?? [])
      if (/^\d+$/.test(one.textContent.trim())) one.style.display = 'none';
  });
