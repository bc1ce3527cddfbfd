/** The graph of folders that the imports make, and what is wrong with it: knots, and arrows that go up a storey. */
import type { Import } from './imports.ts';

/** An arrow between two neighbours: folders or files of the same folder, with the imports that make it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: readonly Import[];
}

/** Storeys of one folder, the highest first. A name ends with `/` when it is a folder; `*` stands for the others. */
export interface FloorPlan {
  readonly folder: string;
  readonly storeys: readonly (readonly string[])[];
  /** Why a storey imports only what stands below it here, in one line. */
  readonly reason: string;
}

/** A room that imports only from these folders, besides itself. */
export interface Door {
  readonly room: string;
  readonly only: readonly string[];
  /** Why, in one line. */
  readonly reason: string;
}

const parts = (path: string): string[] => path.split('/');

/** The two neighbours that an import joins: where its ends part ways, and in which folder. */
function neighbours({ from, to }: Import): { readonly folder: string; readonly from: string; readonly to: string } {
  const [left, right] = [parts(from), parts(to)];
  let depth = 0;
  while (left[depth] === right[depth]) depth += 1;
  const name = (path: readonly string[]): string => `${path[depth] ?? ''}${path.length > depth + 1 ? '/' : ''}`;
  return { folder: left.slice(0, depth).join('/'), from: name(left), to: name(right) };
}

/** Every folder that holds an import from one of its children to another, with the arrows between them. */
export function folderGraph(imports: readonly Import[]): ReadonlyMap<string, readonly Arrow[]> {
  const folders = new Map<string, Map<string, { from: string; to: string; imports: Import[] }>>();
  for (const one of imports) {
    if (one.from === one.to) continue;
    const { folder, from, to } = neighbours(one);
    const arrows = folders.get(folder) ?? new Map<string, { from: string; to: string; imports: Import[] }>();
    folders.set(folder, arrows);
    const arrow = arrows.get(`${from} ${to}`) ?? { from, to, imports: [] };
    arrows.set(`${from} ${to}`, arrow);
    arrow.imports.push(one);
  }
  return new Map([...folders].map(([folder, arrows]) => [folder, [...arrows.values()]]));
}

/**
 * The knots of one folder: sets of neighbours of which each reaches each other (Tarjan's strongly connected components,
 * SIAM J. Comput. 1(2), 1972).
 */
export function knots(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const other of next.get(node) ?? []) {
      if (!order.has(other)) visit(other);
      if (stack.includes(other)) low.set(node, Math.min(low.get(node) ?? 0, low.get(other) ?? 0));
    }
    if (low.get(node) !== order.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component.sort());
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return found;
}

function storeyOf({ folder, storeys }: FloorPlan, name: string): number {
  const named = storeys.findIndex((storey) => storey.includes(name));
  if (named >= 0) return named;
  const others = storeys.findIndex((storey) => storey.includes('*'));
  if (others >= 0) return others;
  throw new Error(`${folder}/${name} stands on no storey: say in scripts/architecture/floor-plan.ts where it belongs.`);
}

const shown = (imports: readonly Import[]): string =>
  imports
    .slice(0, 5)
    .map(({ from, to }) => `\n    ${from} imports ${to}`)
    .join('') + (imports.length > 5 ? `\n    and ${imports.length - 5} more` : '');

/** Imports that pass a room's walls elsewhere than through its doors. */
function throughWalls(imports: readonly Import[], doors: readonly Door[]): string[] {
  return doors.flatMap(({ room, only, reason }) => {
    const within = (path: string): boolean =>
      [room, ...only].some((folder) => path.startsWith(`${folder}/`) || path === folder);
    const odd = imports.filter(({ from, to }) => from.startsWith(`${room}/`) && !within(to));
    return odd.length === 0 ? [] : [`${room}: ${reason}${shown(odd)}`];
  });
}

/** Imports of another package by a path instead of its exports. */
function pastExports(imports: readonly Import[]): string[] {
  const packageOf = (path: string): string => parts(path)[0] ?? '';
  const odd = imports.filter(
    ({ from, to, specifier }) => packageOf(from) !== packageOf(to) && specifier.startsWith('.'),
  );
  return odd.length === 0
    ? []
    : [`A package is used through the exports of its package.json, so that the rest of it can move.${shown(odd)}`];
}

function upwards(folder: string, arrows: readonly Arrow[], plan: FloorPlan | undefined): string[] {
  if (!plan) return [];
  return arrows
    .filter(({ from, to }) => storeyOf(plan, to) < storeyOf(plan, from))
    .map(
      ({ from, to, imports }) =>
        `${folder || '.'}: ${from} imports ${to}, which stands above it. ${plan.reason}${shown(imports)}`,
    );
}

const tied = (folder: string, arrows: readonly Arrow[]): string[] =>
  knots(arrows).map((knot) => {
    const within = arrows.filter(({ from, to }) => knot.includes(from) && knot.includes(to));
    return `${folder || '.'}: ${knot.join(', ')} form a knot: each reaches each other, so none can be read or tested alone. Move what they share below them.${within.map(({ imports }) => shown(imports)).join('')}`;
  });

/**
 * What the rules of the house reproach these imports with: a reason in one line, then the imports at fault.
 * @throws {Error} when a folder with a floor plan has a child that the plan does not place
 */
export function faultsOf(
  imports: readonly Import[],
  { plans, doors }: { readonly plans: readonly FloorPlan[]; readonly doors: readonly Door[] },
): string[] {
  const inFolders = [...folderGraph(imports)].flatMap(([folder, arrows]) => [
    ...upwards(
      folder,
      arrows,
      plans.find((one) => one.folder === folder),
    ),
    ...tied(folder, arrows),
  ]);
  return [...inFolders, ...throughWalls(imports, doors), ...pastExports(imports)];
}
