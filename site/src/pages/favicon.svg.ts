/** Four knots of cloth in the colours of the site. */
import { content } from '../content/content.ts';
import { knotMark } from '../media/icons.ts';

export const GET = (): Response =>
  new Response(knotMark(content.settings), { headers: { 'content-type': 'image/svg+xml' } });
