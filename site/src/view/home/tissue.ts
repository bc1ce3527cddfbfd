import type { Content } from '../../content/index-content.ts';
import { threadColour } from '../../styles/palette.ts';

/** One crossing of a theme's thread and a commune's thread. `weight` is 0 (nobody there) to 1 (the busiest crossing). */
export interface Crossing {
  readonly count: number;
  readonly weight: number;
}

export interface Thread {
  readonly name: string;
  readonly colour: string;
  readonly crossings: readonly Crossing[];
}

/**
 * The territory as cloth: a weft thread for each chapter, a warp thread for each commune, and a knot where associations
 * of that theme act in that commune. Weights go by the square root, so that a small village still shows.
 */
export function tissue(content: Content): { readonly warp: readonly string[]; readonly weft: readonly Thread[] } {
  const columns = content.communes.all.map(({ id, name }) => ({
    name,
    members: new Set(content.associationsOfCommune(id).map((association) => association.id)),
  }));
  const rows = content.themeTree.map(({ theme }) => {
    const members = content.associationsOfTheme(theme.id);
    return { theme, counts: columns.map((column) => members.filter(({ id }) => column.members.has(id)).length) };
  });
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return {
    warp: columns.map(({ name }) => name),
    weft: rows.map(({ theme, counts }) => ({
      name: theme.name,
      colour: threadColour(theme),
      crossings: counts.map((count) => ({ count, weight: Math.sqrt(count / most) })),
    })),
  };
}
