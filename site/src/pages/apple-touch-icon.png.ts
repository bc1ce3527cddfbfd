/** What a phone puts on its first screen. */
import { content } from '../content/content.ts';
import { touchIcon } from '../media/icons.ts';

export const GET = async (): Promise<Response> =>
  new Response(new Uint8Array(await touchIcon(content.settings)), { headers: { 'content-type': 'image/png' } });
