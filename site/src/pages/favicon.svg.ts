/** Four knots of cloth in the colours of the site. */
import { content } from '../content/content.ts';
import { palette } from '../styles/palette.ts';

const { primaryColour, accentColour } = content.settings;
const { primary, accent, paper } = palette(primaryColour, accentColour, 'light');

const bar = (x: number, y: number, width: number, height: number, colour: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${colour}"/>`;

export const GET = (): Response =>
  new Response(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
      `<rect width="32" height="32" rx="6" fill="${paper}"/>` +
      bar(7, 3, 7, 26, primary) +
      bar(18, 3, 7, 26, primary) +
      bar(3, 7, 12.5, 7, accent) +
      bar(16.5, 18, 12.5, 7, accent) +
      bar(26.5, 7, 2.5, 7, accent) +
      bar(3, 18, 2.5, 7, accent) +
      '</svg>\n',
    { headers: { 'content-type': 'image/svg+xml' } },
  );
