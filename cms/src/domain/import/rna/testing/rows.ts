/** Rows of the register for tests, in its layouts; associations and people are fictional. */

const WALDEC_2026 =
  'id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;titre;titre_court;objet;objet_social1;objet_social2;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;adrg_distrib;adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;maj_time';
const IMPORT_2026 =
  'id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;titre;objet;objet_social1;objet_social2;adr1;adr2;adr3;adrs_codepostal;libcom;adrs_codeinsee;dir_civilite;siteweb;observation;position;rup_mi;maj_time';

/** Heads by layout: with telephone and e-mail as until about 2018, and without. */
export const HEADS = {
  'waldec 39': WALDEC_2026.split(';'),
  'waldec 41': WALDEC_2026.replace('dir_civilite;siteweb', 'dir_civilite;telephone;siteweb;email').split(';'),
  'import 24': IMPORT_2026.split(';'),
  'import 26': IMPORT_2026.replace('dir_civilite;siteweb', 'dir_civilite;telephone;siteweb;email').split(';'),
} as const;
export type TestLayout = keyof typeof HEADS;

const USUAL: Readonly<Record<string, string>> = {
  gestion: '332S',
  date_creat: '1998-04-01',
  date_decla: '2024-05-01',
  date_publi: '0001-01-01',
  date_disso: '0001-01-01',
  nature: 'D',
  groupement: 'S',
  objet: 'pratiquer ensemble ; se retrouver',
  objet_social1: '000000',
  objet_social2: '000000',
  adrs_numvoie: '12',
  adrs_libvoie: 'chez madame Fictive',
  adr1: 'Chez mme fictive louise',
  adr2: '12 rue du Puits',
  adrs_codeinsee: '33114',
  adrs_codepostal: '33620',
  adrs_libcommune: 'Cavignac',
  libcom: 'CAVIGNAC',
  adrg_declarant: 'Louise Fictive',
  dir_civilite: 'PF',
  telephone: '0199001234',
  email: 'louise@example.org',
  publiweb: '0',
  position: 'A',
  maj_time: '2026-08-01 10:00:00',
};

/** A row of a layout, by the names of its columns. */
export const rowOf = (layout: TestLayout, given: Readonly<Record<string, string>>): string[] =>
  HEADS[layout].map((head) => given[head] ?? USUAL[head] ?? '');

const quoted = (field: string): string => (/[";\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** The file as the ministry writes it: heads without quotes, Latin-1 unless said otherwise. */
export function fileOf(
  layout: TestLayout,
  rows: readonly Readonly<Record<string, string>>[],
  encoding: 'latin1' | 'utf8' = 'latin1',
): Buffer {
  const lines = rows.map((row) => rowOf(layout, row).map(quoted).join(';'));
  return Buffer.from([HEADS[layout].join(';'), ...lines, ''].join('\n'), encoding);
}

export const COMMUNES = [
  { id: 'cavignac', name: 'Cavignac', inseeCode: '33114', postalCodes: ['33620'], aliases: [] },
  { id: 'saint-savin', name: 'Saint-Savin', inseeCode: '33473', postalCodes: ['33920'], aliases: ['Sainte-Fictive'] },
] as const;
