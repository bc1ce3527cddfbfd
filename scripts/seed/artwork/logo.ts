import type { Artwork } from '@trame/cms/demo/artwork';
export const logoSvg = (_: Extract<Artwork, { kind: 'logo' }>): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><rect width="600" height="600" fill="#963"/></svg>';
