/** The turning ring of Strapi's design system is a picture with its own blue written in: it turns in the house's green instead. */
import { attendTo } from '../kit/attend-to.ts';
import { themes } from './themes.ts';

const OF_STRAPI = '%234945FF';
/** Read on both grounds, the light and the dark one. */
const OURS = encodeURIComponent(themes.light.colors.primary500);

export const colourLoaders = (): void =>
  attendTo([], (element) => {
    if (!(element instanceof HTMLImageElement) || !element.src.startsWith('data:image/svg+xml')) return;
    if (element.src.includes(OF_STRAPI)) element.src = element.src.replaceAll(OF_STRAPI, OURS);
  });
