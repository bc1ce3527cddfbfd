/** Files as large as they come: an office's table, and one of the register. */
import { writeFile } from 'node:fs/promises';
import { communes } from '@trame/cms/demo/communes';
import { officeTable } from '@trame/cms/demo/office-table';
import { HEADS, rowOf } from '@trame/cms/domain/import/rna/testing/rows';

export const TERRITORY = communes.map(({ slug, name, inseeCode, postalCodes }) => ({
  id: slug,
  name,
  inseeCode,
  postalCodes: [postalCodes].flat(),
  aliases: [],
}));

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')).join('\r\n');

/** The generator makes 11,000 associations at most: larger tables are several of them. */
const MOST = 11_000;

export async function writeOfficeTable(file: string, count: number): Promise<void> {
  const rows: (string | number)[][] = [];
  for (let seed = 1; rows.length < count; seed += 1) {
    const some = Math.min(MOST, count - rows.length);
    const made = officeTable({ count: some, faults: Math.ceil(some / 10), seed }).rows;
    rows.push(...(seed === 1 ? made : made.slice(3)).map((row) => [...row]));
  }
  await writeFile(file, csv(rows));
}

/** A row of 45 is of the territory, as of a département of 535 communes and a territory of 12. */
export async function writeRegister(file: string, count: number): Promise<void> {
  const lines = [HEADS['waldec 39'].join(';')];
  for (let rank = 0; rank < count; rank += 1) {
    const commune = rank % 45 === 0 ? TERRITORY[(rank / 45) % TERRITORY.length] : undefined;
    const row = rowOf('waldec 39', {
      id: `W33${String(2_000_000 + rank)}`,
      titre: `COMITE DES FETES ET LOISIRS NUMERO ${rank} (CFL${rank % 97})`,
      titre_court: `COMITE DES FETES ET LOISIRS ...`,
      objet: `organiser des manifestations ; réunir les habitants de tous âges, ${'et entretenir le lien social '.repeat(rank % 12)}`,
      adrs_codeinsee: commune?.inseeCode ?? '33063',
      adrs_libcommune: commune?.name ?? 'Bordeaux',
    });
    lines.push(row.map((field) => `"${field.replaceAll('"', '""')}"`).join(';'));
  }
  await writeFile(file, Buffer.from(lines.join('\n'), 'latin1'));
}
