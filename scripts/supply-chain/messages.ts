/** The French sentences of `pnpm check:supply`. */
import type { Advisory } from './advisories.ts';

const severities: Readonly<Record<Advisory['severity'], string>> = {
  info: 'information',
  low: 'faible',
  moderate: 'moyenne',
  high: 'grave',
  critical: 'critique',
};

export const messages = {
  help: `Vérifie ce que Trame fait venir d’ailleurs.

  pnpm check:supply [--sbom fichier.json]

Les versions sont exactes, les actions de l’intégration continue désignées par leur empreinte, rien n’est installé le jour de sa sortie ; les licences sont dans la liste (scripts/supply-chain/allowed-licences.json) ; aucune vulnérabilité grave n’est connue. Avec --sbom, l’inventaire CycloneDX est gardé dans le fichier.

Se termine avec le code 1 quand quelque chose ne va pas, avec le code 2 quand la base des vulnérabilités n’a pas répondu.`,
  loose: (file: string, what: string) => `${file} : la version de ${what} n’est pas exacte.`,
  action: (file: string, what: string) =>
    `${file} : l’action ${what} n’est pas désignée par son empreinte (40 signes).`,
  age: (minutes: number | null) =>
    `pnpm-workspace.yaml : minimumReleaseAge est ${minutes ?? 'absent'} ; un jour (1440) au moins.`,
  licence: (name: string, licence: string | null) =>
    licence === null
      ? `${name} ne dit pas sous quelle licence il est.`
      : `${name} est sous ${licence}, qui n’est pas dans la liste des licences admises.`,
  advisory: ({ module_name, severity, title, url }: Advisory) =>
    `Vulnérabilité ${severities[severity]} de ${module_name} : ${title}${url ? ` (${url})` : ''}`,
  unknown: (why: string) =>
    `La base des vulnérabilités n’a pas répondu : rien n’est su de celles des programmes installés, ce qui ne veut pas dire qu’il n’y en a pas. (${why})`,
  noSbom: (why: string) => `L’inventaire n’a pas pu être fait : ${why}`,
  kept: (file: string, count: number) => `Inventaire CycloneDX de ${count} composants : ${file}`,
  fine: (count: number, audited: boolean) =>
    `${count} composants : versions exactes, licences admises${audited ? ', aucune vulnérabilité grave connue' : ''}.`,
} as const;
