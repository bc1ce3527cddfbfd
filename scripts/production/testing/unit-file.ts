/** A unit of systemd as data (systemd.syntax(7)). */

/** Values of each key by section, in their order: a key may come several times. */
export type Unit = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/**
 * @param texts the unit and then its drop-ins, in the order in which systemd reads them
 * @throws {Error} for a line that is none, or that stands in no section
 */
export function readUnit(...texts: readonly string[]): Unit {
  const unit = new Map<string, Map<string, string[]>>();
  for (const text of texts) {
    let section: Map<string, string[]> | null = null;
    for (const line of text
      .replaceAll(/\\\n/g, ' ')
      .split('\n')
      .map((one) => one.trim())) {
      if (line === '' || /^[#;]/.test(line)) continue;
      const name = /^\[(\w+)\]$/.exec(line)?.[1];
      if (name !== undefined) {
        section = unit.get(name) ?? new Map<string, string[]>();
        unit.set(name, section);
        continue;
      }
      const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
      if (section === null || key === undefined || value === undefined)
        throw new Error(`Not a line of a unit: ${line}`);
      section.set(key, [...(section.get(key) ?? []), value]);
    }
  }
  return unit;
}
