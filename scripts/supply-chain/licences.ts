/** Under which licences what we install may stand, and what stands under another one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Of a CycloneDX document what is read here. */
export const Sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  components: z.array(
    z.object({
      name: z.string(),
      group: z.string().optional(),
      version: z.string(),
      licenses: z
        .array(
          z.object({
            expression: z.string().optional(),
            license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
          }),
        )
        .optional(),
    }),
  ),
});
export type Sbom = z.infer<typeof Sbom>;

const Rules = z.strictObject({
  /** By their SPDX name. */
  allowed: z.array(z.string()),
  /** By name, or by the beginning of a name that ends with a sign: why a package may stand under what it does. */
  packages: z.record(z.string(), z.string().min(10)),
});
export type Rules = z.infer<typeof Rules>;

export const readRules = (): Rules =>
  Rules.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'allowed-licences.json'), 'utf8')));

/** Whether an SPDX expression leaves a choice that is allowed: one of its alternatives, with all of its parts. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false; // alternatives within alternatives: somebody reads it
  return plain.split(/\s+OR\s+/).some((one) => one.split(/\s+AND\s+/).every((part) => allowed.has(part.trim())));
}

export interface Unlicensed {
  /** `name@version` */
  readonly package: string;
  /** As the package says it; null when it says nothing. */
  readonly licence: string | null;
}

/** Packages whose licence is not on the list, and that no reason excuses. */
export function outsideOf(sbom: Sbom, { allowed, packages }: Rules): readonly Unlicensed[] {
  const known = new Set(allowed);
  return sbom.components.flatMap(({ group, name, version, licenses = [] }) => {
    const full = group ? `${group}/${name}` : name;
    const excused = Object.keys(packages).some((one) => (/[\w]$/.test(one) ? full === one : full.startsWith(one)));
    if (excused) return [];
    const said = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? '');
    if (said.length > 0 && said.every((one) => isAllowed(one, known))) return [];
    return [{ package: `${full}@${version}`, licence: said.length === 0 ? null : said.join(', ') }];
  });
}
