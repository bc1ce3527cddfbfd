/** Logos of the fictional associations: a monogram and a plain shape, in two or three inks. */
import type { Artwork, LogoStyle } from '@trame/cms/demo/artwork';
import { lettering } from './lettering.ts';

type Logo = Extract<Artwork, { kind: 'logo' }>;

interface Inks {
  deep: string;
  mid: string;
  soft: string;
  warm: string;
  paper: string;
}

/** Three tones of one hue and a warm companion; muted, so that eighty logos live side by side on a page. */
function inks(hue: number): Inks {
  return {
    deep: `hsl(${hue} 42% 27%)`,
    mid: `hsl(${hue} 40% 43%)`,
    soft: `hsl(${hue} 45% 84%)`,
    warm: companion(hue),
    paper: '#fffaf0',
  };
}

/** Warm beside cool hues, golden or sage beside warm ones: never a neon. */
function companion(hue: number): string {
  if (hue >= 75 && hue < 180) return hue % 2 ? '#dfa03f' : '#d5764a';
  if (hue >= 180 && hue < 290) return hue % 2 ? '#e2ab57' : '#d9805a';
  return hue % 2 ? '#e3b45c' : '#d9944a';
}

const letters = (
  text: string,
  y: number,
  size: number,
  width: number,
  fill: string,
  face: 'serif' | 'italic' = 'serif',
) => lettering(text, { x: 300, y, size, width, fill, face });
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const clip = (shape: string, content: string) =>
  `<clipPath id="c">${shape}</clipPath><g clip-path="url(#c)">${content}</g>`;
const disc = '<circle cx="300" cy="300" r="280"/>';

const styles: Record<LogoStyle, (text: string, ink: Inks) => string> = {
  seal: (text, ink) =>
    `<g transform="translate(300 300)">${range(24)
      .map(
        (index) =>
          `<rect x="-34" y="-285" width="68" height="68" rx="20" fill="${ink.deep}" transform="rotate(${index * 15})"/>`,
      )
      .join('')}</g>` +
    `<circle cx="300" cy="300" r="250" fill="${ink.deep}"/><circle cx="300" cy="300" r="206" fill="none" stroke="${ink.soft}" stroke-width="7"/>` +
    letters(text, 300, 180, 290, ink.paper),
  stamp: (text, ink) =>
    `<rect x="40" y="40" width="520" height="520" fill="${ink.mid}"/>${range(4)
      .flatMap((side) =>
        range(9).map(
          (index) =>
            `<circle cx="${40 + index * 65}" cy="40" r="19" fill="#fff" transform="rotate(${side * 90} 300 300)"/>`,
        ),
      )
      .join('')}` +
    `<rect x="92" y="92" width="416" height="416" fill="${ink.paper}"/><rect x="92" y="392" width="416" height="116" fill="${ink.soft}"/><path d="M92,420 C200,360 380,470 508,390 V508 H92 Z" fill="${ink.warm}"/>` +
    letters(text, 252, 190, 330, ink.deep),
  sunrise: (text, ink) =>
    clip(
      disc,
      `<rect width="600" height="600" fill="${ink.soft}"/><g transform="translate(300 372)">${range(13)
        .map(
          (index) =>
            `<path d="M-13,-170 L0,-400 L13,-170 Z" fill="${ink.warm}" transform="rotate(${-90 + index * 15})"/>`,
        )
        .join(
          '',
        )}</g><circle cx="300" cy="372" r="150" fill="${ink.warm}"/><path d="M0,360 C150,300 260,420 600,340 V600 H0 Z" fill="${ink.mid}"/><path d="M0,440 C200,380 380,500 600,410 V600 H0 Z" fill="${ink.deep}"/>`,
    ) + letters(text, 505, 96, 250, ink.paper),
  leaf: (text, ink) =>
    `<path d="M300,20 C520,130 570,400 300,588 C30,400 80,130 300,20 Z" fill="${ink.mid}"/><path d="M300,20 C400,200 390,420 300,588 C30,400 80,130 300,20 Z" fill="${ink.deep}"/>` +
    `<path d="M302,70 C330,260 330,420 300,570 M314,220 L440,170 M316,330 L450,280 M312,440 L410,390" fill="none" stroke="${ink.soft}" stroke-width="9" stroke-linecap="round"/>` +
    lettering(text, { x: 218, y: 320, size: 150, width: 160, fill: ink.paper, face: 'italic' }),
  wave: (text, ink) =>
    clip(
      '<rect x="30" y="30" width="540" height="540" rx="120"/>',
      `<rect width="600" height="600" fill="${ink.soft}"/><circle cx="486" cy="112" r="46" fill="${ink.warm}"/>${[380, 440, 500].map((y, index) => `<path d="M0,${y} C100,${y - 60} 200,${y + 50} 300,${y} S500,${y - 50} 600,${y} V600 H0 Z" fill="${[ink.warm, ink.mid, ink.deep][index]}"/>`).join('')}`,
    ) + letters(text, 245, 190, 360, ink.deep, 'italic'),
  blocks: (text, ink) =>
    `<rect x="40" y="40" width="255" height="255" rx="26" fill="${ink.deep}"/><circle cx="432" cy="168" r="128" fill="${ink.warm}"/><path d="M40,305 H295 V560 A255,255 0 0 1 40,305 Z" fill="${ink.mid}"/><rect x="305" y="305" width="255" height="255" rx="26" fill="${ink.soft}"/>` +
    lettering(text, { x: 432, y: 432, size: 130, width: 190, fill: ink.deep }),
  ring: (text, ink) =>
    `<circle cx="300" cy="300" r="262" fill="${ink.paper}" stroke="${ink.deep}" stroke-width="36"/><circle cx="300" cy="300" r="214" fill="none" stroke="${ink.warm}" stroke-width="10" stroke-dasharray="4 30" stroke-linecap="round"/>` +
    letters(text, 300, 170, 300, ink.deep),
  letter: (text, ink) =>
    `<rect x="30" y="30" width="540" height="540" rx="40" fill="${ink.deep}"/><path d="M30,440 C200,380 400,500 570,430 V530 A40,40 0 0 1 530,570 H70 A40,40 0 0 1 30,530 Z" fill="${ink.warm}"/>` +
    letters(text, 285, 330, 400, ink.paper, 'italic'),
  house: (text, ink) =>
    `<path d="M40,290 L300,50 L560,290 Z" fill="${ink.warm}"/><path d="M90,290 H510 V560 H90 Z" fill="${ink.deep}"/><rect x="430" y="80" width="60" height="140" fill="${ink.mid}"/><path d="M40,290 L300,50 L560,290 Z" fill="${ink.warm}"/><rect x="70" y="282" width="460" height="22" fill="${ink.soft}"/>` +
    letters(text, 436, 150, 300, ink.paper),
  note: (text, ink) =>
    `<circle cx="300" cy="300" r="280" fill="${ink.soft}"/>${[210, 255, 300, 345, 390].map((y) => `<path d="M${300 - Math.sqrt(280 ** 2 - (y - 300) ** 2)},${y} H${300 + Math.sqrt(280 ** 2 - (y - 300) ** 2)}" stroke="${ink.mid}" stroke-width="5" opacity=".5"/>`).join('')}<path d="M402,142 V388" stroke="${ink.warm}" stroke-width="22" stroke-linecap="round"/><path d="M402,140 C420,190 500,190 486,270 C470,230 430,225 402,216 Z" fill="${ink.warm}"/><ellipse cx="362" cy="396" rx="58" ry="42" fill="${ink.warm}" transform="rotate(-18 362 396)"/>` +
    lettering(text, { x: 210, y: 300, size: 190, width: 200, fill: ink.deep }),
};

/** A logo as SVG on a transparent ground. */
export function logoSvg({ style, letters: text, hue }: Logo): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600">${styles[style](text, inks(hue))}</svg>`;
}
