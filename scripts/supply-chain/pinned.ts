/** Whether what we run is exactly what was read: versions, actions of CI, and an age below which nothing is installed. */

const EXACT = /^(?:\d+\.\d+\.\d+(?:-[\w.]+)?|workspace:\*)$/;

/** Dependencies whose version may move. @param manifest of a package */
export function looseVersions(manifest: unknown): readonly string[] {
  const { dependencies, devDependencies, optionalDependencies } = (manifest ?? {}) as Record<
    string,
    Record<string, string> | undefined
  >;
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} ${version}`);
}

const USES = /^\s*(?:-\s*)?uses:\s*([^\s#]+)/gm;
const BY_COMMIT = /^[\w.-]+\/[\w./-]+@[\da-f]{40}$/;

/** Actions that whoever owns them can change under our feet: all that are not named by a commit. @param workflow as text */
export function looseActions(workflow: string): readonly string[] {
  return [...workflow.matchAll(USES)]
    .map(([, action = '']) => action)
    .filter((action) => !action.startsWith('./') && !BY_COMMIT.test(action));
}

/** Minutes; null when pnpm waits for nothing. @param workspace `pnpm-workspace.yaml` as text */
export function releaseAge(workspace: string): number | null {
  const minutes = /^minimumReleaseAge:\s*(\d+)/m.exec(workspace)?.[1];
  return minutes === undefined ? null : Number(minutes);
}

/** A day: most hijacked releases are found within hours. */
export const SHORTEST_AGE = 24 * 60;
