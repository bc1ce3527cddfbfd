/**
 * Digests of the styles that stand in the pages of this release, as a Content-Security-Policy names them: whatever serves the
 * release allows these, and no style that somebody else has put into a page.
 */
import { createHash } from 'node:crypto';
import { runningHead } from '../features/booklet-page/booklet.ts';
import { pageStyle } from '../features/booklet-page/page-style.ts';
import { FORMER_STYLE } from '../features/former-addresses/former-page.ts';
import { sitePaletteCss } from '../layouts/site-palette.ts';
import { WITHOUT_SCRIPTS } from '../layouts/without-scripts.ts';

const digestOf = (style: string) => `sha256-${createHash('sha256').update(style).digest('base64')}`;

export const GET = (): Response =>
  Response.json({
    version: 1,
    styles: [sitePaletteCss(), WITHOUT_SCRIPTS, pageStyle(runningHead()), FORMER_STYLE].map(digestOf),
  });
