/** The graph of the folders of the CMS in Graphviz’s language, from the imports. Each storey of the floor plan is one row. */
import { createHash } from 'node:crypto';
import { plans } from './floor-plan.ts';
import type { Import } from './imports.ts';

/** Where it is drawn to, from the root. */
export const PICTURE = '.github/images/house.svg';

const HOUSE = 'cms/src';

/** Storeys whose rooms are drawn one by one; of the others the storey is one box. */
const OPEN = new Set(['associations', 'update', 'platform']);

const colours: Readonly<Record<string, string>> = {
  associations: '#fde8d7',
  update: '#e3eefb',
  platform: '#e6f4e6',
};

/** Every room stands on these: their arrows would hide all others, and are left out. */
const GROUND = new Set(['domain', 'environment']);

/** `platform/mail` for an open storey, `entries` for another, null for a file that stands outside of the folders. */
function roomOf(file: string): string | null {
  if (!file.startsWith(`${HOUSE}/`)) return null;
  const [storey = '', room = ''] = file.slice(HOUSE.length + 1).split('/');
  if (room === '') return storey.replace(/\.ts$/, '');
  return OPEN.has(storey) && !room.includes('.') ? `${storey}/${room}` : storey;
}

function roomsAndArrows(imports: readonly Import[]) {
  const arrows = new Map<string, number>();
  for (const { from, to } of imports) {
    const [source, target] = [roomOf(from), roomOf(to)];
    if (source === null || target === null || source === target || GROUND.has(target)) continue;
    arrows.set(`${source} ${target}`, (arrows.get(`${source} ${target}`) ?? 0) + 1);
  }
  const rooms = new Set([...arrows.keys()].flatMap((arrow) => arrow.split(' ')));
  return { rooms: [...rooms].sort(), arrows };
}

const quoted = (text: string): string => JSON.stringify(text);

/** The graph in Graphviz’s language: rooms of one storey side by side, arrows down. */
export function toDot(imports: readonly Import[]): string {
  const { rooms, arrows } = roomsAndArrows(imports);
  const storeys = plans.find(({ folder }) => folder === HOUSE)?.storeys ?? [];
  const storeyOf = (room: string): string => room.split('/')[0] ?? '';
  const box = (room: string): string =>
    `${quoted(room)} [label=${quoted(room.includes('/') ? (room.split('/')[1] ?? room) : room)}, fillcolor=${quoted(colours[storeyOf(room)] ?? '#f3f1ee')}];`;
  const rows = storeys.map((names) => {
    const inRow = rooms.filter((room) => names.some((name) => name.replace(/\/$|\.ts$/, '') === storeyOf(room)));
    const [storey = ''] = inRow.map(storeyOf);
    const boxes = inRow.map(box).join(' ');
    return OPEN.has(storey)
      ? `subgraph ${quoted(`cluster_${storey}`)} { label=${quoted(`${storey}/`)}; color="#c9c1b8"; style=rounded; ${boxes} }`
      : `{ ${boxes} }`;
  });
  const lines = [...arrows].map(([arrow, count]) => {
    const [from = '', to = ''] = arrow.split(' ');
    return `${quoted(from)} -> ${quoted(to)} [penwidth=${Math.min(3, 0.6 + count / 15).toFixed(1)}];`;
  });
  return `digraph house {
  graph [rankdir=TB, nodesep=0.25, ranksep=0.45, fontname="sans-serif", fontsize=11, bgcolor="white", pad=0.2, label="Arrows are imports. Every room also stands on domain/ and environment.ts."];
  node [shape=box, style="filled,rounded", color="#8a817a", fontname="sans-serif", fontsize=11, margin="0.18,0.08"];
  edge [color="#6b625b", arrowsize=0.6];
  ${rows.join('\n  ')}
  ${lines.join('\n  ')}
}`;
}

/** Stands in the picture: whether it shows the graph of today can be told without drawing it. */
export const fingerprintOf = (dot: string): string => `graph ${createHash('sha256').update(dot).digest('hex')}`;
