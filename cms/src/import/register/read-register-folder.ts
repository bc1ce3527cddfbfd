/** The monthly sync: reads the files that somebody, or something, put into `DATA_DIR/rna`, and says what moved. It applies nothing and asks no network. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { listInWords, plural } from '../../domain/french.ts';
import { newsOf } from '../../domain/import/rna/news.ts';
import { registerWorkbook } from '../../domain/import/rna/register-workbook.ts';
import { dayOf } from '../../domain/dates.ts';
import { requireEnvironment } from '../../environment.ts';
import { Refused } from '../../platform/http/refused.ts';
import { makePlan, registerDecisions } from '../make-plan.ts';
import { rnaLimits, rnaPatience } from '../read/rna/rna-limits.ts';
import { readRegister } from '../take-in.ts';
import { keepNews, noteRead, stateOfRead } from '../register-store.ts';

const WITHIN = { milliseconds: rnaPatience.alone, heapMegabytes: rnaLimits.heapMegabytes };

export const registerFolder = (): string => path.join(requireEnvironment().DATA_DIR, 'rna');

/** Files that are new, or other than when they were read; the oldest first. A folder that is not there holds none. */
async function newFiles(strapi: Core.Strapi, folder: string): Promise<{ name: string; state: string }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found: { name: string; state: string; at: number }[] = [];
  for (const name of names.filter((one) => /\.(?:csv|zip|gz)$/i.test(one))) {
    const { size, mtimeMs } = await stat(path.join(folder, name));
    const state = `${size} ${Math.trunc(mtimeMs)}`;
    if ((await stateOfRead(strapi.db.connection, name)) !== state) found.push({ name, state, at: mtimeMs });
  }
  return found.sort((a, b) => a.at - b.at);
}

const NEWS = [
  ['dissolved', 'dissoute', 'dissoutes'],
  ['moved', 'partie dans une autre commune', 'parties dans une autre commune'],
  ['renamed', 'renommée', 'renommées'],
] as const;

/** What a file says, in a sentence. */
async function readOne(strapi: Core.Strapi, folder: string, name: string): Promise<string> {
  const register = await readRegister(strapi, { path: path.join(folder, name), fileName: name, within: WITHIN });
  if (!register) return `«\u00a0${name}\u00a0» n’est pas un fichier du Répertoire national.`;
  const { reading, lists, directory } = register;
  const found = newsOf(reading.known, directory.known.all, lists.communeName);
  await keepNews(strapi.db.connection, found, reading.asOf);
  const workbook = registerWorkbook(reading, {
    themes: lists.register.themes,
    communeName: lists.communeName,
    properNames: lists.communes.names,
  });
  const { planned } = await makePlan(strapi, workbook, registerDecisions(reading.asOf, dayOf(new Date())));
  const count = (act: string) => planned.filter((one) => one.act === act).length;
  const parts = [
    plural(count('new'), 'association qui n’est pas dans l’annuaire', 'associations qui ne sont pas dans l’annuaire'),
    plural(count('changed'), 'fiche à compléter', 'fiches à compléter'),
    ...NEWS.map(([kind, one, many]) => plural(found.news.filter((news) => news.kind === kind).length, one, many)),
  ].filter((part) => !part.startsWith('0'));
  return `«\u00a0${name}\u00a0»\u00a0: ${parts.length === 0 ? 'rien n’a bougé' : listInWords(parts)}.`;
}

/**
 * Runs any number of times: a file is read once for each state that it is in.
 * @returns a French sentence for each file that was read; null when there is none
 */
export async function readRegisterFolder(
  strapi: Core.Strapi,
  folder: string,
  signal: AbortSignal,
): Promise<string | null> {
  const said: string[] = [];
  for (const { name, state } of await newFiles(strapi, folder)) {
    if (signal.aborted) break;
    try {
      said.push(await readOne(strapi, folder, name));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.push(`«\u00a0${name}\u00a0»\u00a0: ${error.message}`);
    }
    await noteRead(strapi.db.connection, name, state);
  }
  return said.length === 0 ? null : said.join(' ');
}
