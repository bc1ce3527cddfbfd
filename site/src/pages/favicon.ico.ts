/** What a browser asks for without being told to, and shows in a tab. */
import { content } from '../content/content.ts';
import { tabIcon } from '../media/icons.ts';

export const GET = async (): Promise<Response> =>
  new Response(new Uint8Array(await tabIcon(content.settings)), { headers: { 'content-type': 'image/x-icon' } });
