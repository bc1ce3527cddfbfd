/** Which other server the map of the results may ask: whatever serves a release lets the page ask it, and no other. */
import { content } from '../content/content.ts';

export const GET = (): Response => {
  const { map } = content.settings;
  return Response.json({ version: 1, server: map === undefined ? null : new URL(map.address).origin });
};
