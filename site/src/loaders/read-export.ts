/** Fetching the export document: a file, or the CMS's own endpoint. */
import { readFile } from 'node:fs/promises';
import { ExportRefused } from './export-refused.ts';

const TIMEOUT_MS = 60_000;

/**
 * Reads the whole export document before anything is built from it.
 * @param source path of a file, or http(s) address
 * @param token sent as a bearer token to an address
 * @throws {ExportRefused} in French, when the source does not answer or does not answer JSON
 */
export async function readExport(source: string | undefined, token?: string): Promise<unknown> {
  if (source === undefined) {
    throw new ExportRefused(
      'Aucun contenu à publier : la variable TRAME_EXPORT doit donner le fichier exporté ou son adresse.',
    );
  }
  const text = /^https?:\/\//.test(source) ? await download(source, token) : await readFrom(source);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExportRefused(`Le contenu reçu de ${source} est incomplet ou illisible (JSON attendu).`, { cause });
  }
}

async function readFrom(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ExportRefused(`Le fichier exporté est introuvable ou illisible : ${path}.`, { cause });
  }
}

async function download(url: string, token: string | undefined): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return await response.text();
  } catch (cause) {
    throw new ExportRefused(`Le CMS ne répond pas à l’adresse ${url}.`, { cause });
  }
  const reason = [401, 403].includes(response.status) ? 'le jeton d’export est refusé' : `réponse ${response.status}`;
  throw new ExportRefused(`Le CMS n’a pas donné le contenu à publier (${reason}) : ${url}.`);
}
