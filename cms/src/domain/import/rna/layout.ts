/**
 * The columns of a file of the Répertoire national des associations, by their names: the two layouts, each with and without the
 * telephone and the e-mail that were in it until about 2018. Columns that say where somebody lives, or who declared, have no name
 * here: they are never read.
 */
const names = {
  id: ['id'],
  formerId: ['id_ex'],
  createdOn: ['date_creat'],
  declaredOn: ['date_decla'],
  publishedOn: ['date_publi'],
  dissolvedOn: ['date_disso'],
  nature: ['nature'],
  title: ['titre'],
  shortTitle: ['titre_court'],
  object: ['objet'],
  code: ['objet_social1'],
  inseeCode: ['adrs_codeinsee'],
  postalCode: ['adrs_codepostal'],
  commune: ['adrs_libcommune', 'libcom'],
  website: ['siteweb'],
  mayPublishWebsite: ['publiweb'],
  observation: ['observation'],
  position: ['position'],
  publicUtility: ['rup_mi'],
  updatedAt: ['maj_time'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RnaField = keyof typeof names;
const fields = Object.keys(names) as RnaField[];
const NEEDED: readonly RnaField[] = ['id', 'title', 'position', 'commune', 'nature'];

export interface RnaLayout {
  /** `waldec`: with a number, declared since 2009; `import`: older, not declared anew since. */
  readonly kind: 'waldec' | 'import';
  readonly columns: Readonly<Partial<Record<RnaField, number>>>;
  /** How many fields a row has. */
  readonly width: number;
}

/** @returns null for heads that are not the register's */
export function layoutOf(heads: readonly string[]): RnaLayout | null {
  const at = new Map<string, number>();
  heads.forEach((head, index) => {
    const name = head
      .replace(/^(?:\ufeff|ï»¿)/, '')
      .replace(/["\s]/g, '')
      .toLowerCase();
    if (!at.has(name)) at.set(name, index);
  });
  const columns: Partial<Record<RnaField, number>> = {};
  for (const field of fields) {
    const found = names[field].map((name) => at.get(name)).find((index) => index !== undefined);
    if (found !== undefined) columns[field] = found;
  }
  if (NEEDED.some((field) => columns[field] === undefined)) return null;
  return { kind: columns.dissolvedOn === undefined ? 'import' : 'waldec', columns, width: heads.length };
}

/** The text of a field of a row, without its outer spaces; '' when the layout has none. */
export const fieldOf = (row: readonly string[], { columns }: RnaLayout, field: RnaField): string => {
  const index = columns[field];
  return index === undefined ? '' : (row[index] ?? '').trim();
};
