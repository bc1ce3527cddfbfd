/** Reads lists and records of the site that the script came from. */
import { EMBED_FORMAT, type EmbedList, type EmbedRecord } from '../../../view/embed/shape.ts';
import { embedPaths } from '../../../view/embed/paths.ts';

/** Where this script was loaded from; a page that copied it elsewhere still reads the site. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? '';
const site = own.endsWith(embedPaths.script) ? own.slice(0, -embedPaths.script.length) : TRAME_SITE;

/** Where the code of the element is chosen. */
export const choosingPage = site + embedPaths.page;

/** The site answers, and has no such file. */
export class NotThere extends Error {}

/** Several elements on a page ask once. What failed is asked again. */
const asked = new Map<string, Promise<unknown>>();

function read(path: string): Promise<unknown> {
  let answer = asked.get(path);
  if (answer === undefined) {
    // Without cookies, and without telling which page of the commune is being read.
    answer = fetch(site + path, { credentials: 'omit', referrerPolicy: 'no-referrer' }).then((response) => {
      if (response.status === 404) throw new NotThere(path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    answer.catch(() => asked.delete(path));
    asked.set(path, answer);
  }
  return answer;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * @throws {NotThere} when the site has no commune of that code
 * @throws when the site does not answer, or not with a list
 */
export async function loadList(inseeCode: string | null): Promise<EmbedList> {
  const list = await read(embedPaths.list(inseeCode === null ? null : encodeURIComponent(inseeCode)));
  if (!isObject(list) || list['format'] !== EMBED_FORMAT) throw new Error('no list');
  return list as unknown as EmbedList;
}

/** @throws when the site does not answer, or not with a record */
export async function loadRecord(id: string): Promise<EmbedRecord> {
  const record = await read(`/api/v1/associations/${encodeURIComponent(id)}.json`);
  if (!isObject(record) || !Array.isArray(record['activites']) || !Array.isArray(record['contacts']))
    throw new Error('no record');
  return record as unknown as EmbedRecord;
}
