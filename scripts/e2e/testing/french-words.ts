/**
 * The words that may stand on a page of the admin. Nobody keeps the list: it is made of what the product says in French (Strapi's
 * translations and ours, the words of our pages and rules, the labels), and of what its records say.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import ts from 'typescript';
import { french } from '@trame/cms/testing/french-of-the-admin';
import { readStrapiTexts } from '@trame/cms/testing/strapi-texts';
import { leftOut } from '@trame/cms/testing/texts-left-out';
import { ROOT } from '../../lib/environment.ts';

const SOURCE = path.join(ROOT, 'cms/src');

/** Addresses, names of files, and codes. None of it is a word. */
const NO_WORDS =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|\/[\w/.-]+|[\p{L}\d_-]+\.(?:avif|gif|icc|jpe?g|pdf|png|webp|zip)\b|(?<![\p{L}\d])(?=\p{L}*\d)[\p{L}\d]{6,}/giu;

/** Words of a text, in small letters: "L’adresse e-mail" → l, adresse, e, mail. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(NO_WORDS, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/** "{count, plural, one {une fiche} other {# fiches}}" → what is read of it. */
const withoutSyntax = (message: string): string =>
  message
    .replace(/\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/g, ' ')
    .replace(/(^|[\s}])(=\d+|zero|one|two|few|many|other|null|true|false)\s*\{/g, ' {')
    .replace(/\{\s*\w+\s*\}|<\/?\w+>/g, ' ');

/** Pages that the admin takes out of its menu (`admin/menu/menu.ts`), or that Strapi itself shows to nobody here. */
const UNMET =
  /^(?:users-permissions\.|email\.|Settings\.(?:apiTokens|adminTokens|tokens|transferTokens|webhooks)|app\.components\.(?:ListPlugins|listPlugins|InstallPlugin|PluginCard)|Usecase\.|admin\.pages\.MarketPlace|components\.(?:AutoReload|ProductionBlocker))/;

/** A text that is the same in English says nothing about French, unless it is one of ours. */
async function* translated(): AsyncGenerator<[key: string, text: string]> {
  const strapi = await readStrapiTexts();
  for (const [key, text] of Object.entries({ ...strapi.french, ...french })) {
    const isFrench = key in french || text !== strapi.english[key];
    const isMet = !UNMET.test(key) && !leftOut.some(({ pattern }) => pattern.test(key));
    if (isFrench && isMet) yield [key, withoutSyntax(text)];
  }
}

/** What only French has: a sentence of the code with one of these is for people. */
const FRENCH_MARK = /[’«»…\u00a0\u202fàâæçéèêëîïôœùûüÀÂÇÉÈÊËÎÏÔŒÙÛÜ]/;

/** In files of words nearly every text is read by people; a lone word in small letters may be a key. */
const isRead = (text: string, isOfWords: boolean): boolean =>
  FRENCH_MARK.test(text) || (isOfWords && (/\s/.test(text.trim()) || /^\p{Lu}/u.test(text)));

const OF_WORDS =
  /(?:^|[/-])words(?:-[\w-]+)?\.ts$|-words\.tsx?$|\/labels\/|\/vocabulary\/|-in-words\.ts$|\/domain\/(?:entry|records)\/|-(?:kind|sections|fields)\.tsx?$|\/(?:messages|texts)\.ts$/;

/** What a database reads, and what servers of others write into returned letters. */
const FOR_MACHINES = /\b(?:select|insert into|update|delete from)\b[^]*\b(?:from|set|values|where)\b/;
const OF_MACHINES = /\/platform\/mail\/returned\/|\/admin\/branding\/|\/left-out\.ts$/;

const nameOf = (called: ts.Expression): string => (ts.isIdentifier(called) ? called.text : '');

function* textsOfCode(file: string): Generator<string> {
  const isOfWords = OF_WORDS.test(file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
  const texts: string[] = [];
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    // A mistake of ours is told to whoever programs.
    if (ts.isNewExpression(node) && nameOf(node.expression) === 'Error') return;
    const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
    const isCounted = ts.isCallExpression(parent) && /^plural|^counted/.test(nameOf(parent.expression));
    if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      const { text } = node;
      if (FOR_MACHINES.test(text)) return;
      if (isKey ? FRENCH_MARK.test(text) : isRead(text, isOfWords) || isCounted) texts.push(text);
    }
    ts.forEachChild(node, (child) => visit(child, node));
  };
  visit(source, source);
  yield* texts;
}

/** What the deployer and the press report is read in the admin as they say it. */
const SOURCES = [SOURCE, path.join(ROOT, 'scripts/deployer'), path.join(ROOT, 'site/src/print')];

function* written(): Generator<[file: string, text: string]> {
  const entries = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }));
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    if (
      !entry.isFile() ||
      !/\.tsx?$/.test(file) ||
      /\.test\.tsx?$|\/testing\/|\/demo\//.test(file) ||
      OF_MACHINES.test(file)
    )
      continue;
    for (const text of textsOfCode(file)) yield [path.relative(ROOT, file), text];
  }
}

/** Names of days, months and distances in time, as the browser says them. */
function* saidByTheBrowser(): Generator<string> {
  for (const style of ['long', 'short'] as const) {
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2026, month, month + 1, 12));
      yield date.toLocaleDateString('fr-FR', { weekday: style, month: style, day: 'numeric' });
    }
    for (let day = 1; day <= 7; day++) {
      const weekday = new Date(Date.UTC(2026, 0, day, 12)).toLocaleDateString('fr-FR', { weekday: style });
      yield `${weekday} ${weekday.slice(0, 2)}`; // the heads of a calendar: "lu", "ma", "me"
    }
    const distance = new Intl.RelativeTimeFormat('fr-FR', { style, numeric: 'auto' });
    const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
    for (const unit of units) for (const count of [-2, -1, 0, 1, 2]) yield distance.format(count, unit);
  }
}

interface Schema {
  readonly collectionName: string;
  readonly attributes: Readonly<Record<string, { readonly type: string }>>;
}

const TEXTS = new Set(['string', 'text', 'richtext', 'uid', 'email']);

function* schemas(): Generator<Schema> {
  for (const folder of ['api', 'components']) {
    for (const entry of readdirSync(path.join(SOURCE, folder), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const isSchema = folder === 'api' ? entry.name === 'schema.json' : entry.name.endsWith('.json');
      if (isSchema) yield JSON.parse(readFileSync(file, 'utf8')) as Schema;
    }
  }
}

const column = (attribute: string): string => attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the records say: their texts, not the values of their vocabularies; and the files and accounts that lists name. */
async function recorded(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const all: string[] = [];
    const read = async (table: string, columns: readonly string[]) => {
      const { rows } = await client.query<{ said: string | null }>(
        `select distinct concat_ws(' ', ${columns.map((name) => `"${name}"`).join(', ')}) as said from "${table}"`,
      );
      all.push(...rows.map(({ said }) => said ?? ''));
    };
    for (const { collectionName, attributes } of schemas()) {
      const columns = Object.keys(attributes).filter((name) => TEXTS.has(attributes[name]?.type ?? ''));
      if (columns.length > 0) await read(collectionName, columns.map(column));
      for (const name of Object.keys(attributes).filter((name) => attributes[name]?.type === 'blocks')) {
        const { rows } = await client.query<{ said: string }>(
          `select distinct jsonb_path_query(${column(name)}::jsonb, 'strict $.**.text') #>> '{}' as said from "${collectionName}"`,
        );
        all.push(...rows.map(({ said }) => said));
      }
    }
    await read('files', ['alternative_text', 'caption', 'ext']);
    await read('upload_folders', ['name']);
    await read('admin_users', ['firstname', 'lastname']);
    const initials = `select left(firstname, 1) || left(lastname, 1) as said from admin_users`;
    all.push(...(await client.query<{ said: string | null }>(initials)).rows.map(({ said }) => said ?? ''));
    await read('admin_roles', ['name', 'description']);
    return all;
  } finally {
    await client.end();
  }
}

/**
 * Proper names and units that no French source of ours holds.
 * Each is on a page on purpose; a word of a computer does not belong here.
 */
const NAMES: readonly string[] = ['avery', 'https', 'noir', 'pagination'];

/** Words of computers. Strapi's French has them, on pages of whoever installs it; an editor is told what they stand for. */
const OF_COMPUTERS: readonly string[] = [
  'api',
  'documentid',
  'id',
  'jwt',
  'label',
  'nan',
  'null',
  'placeholder',
  'plugin',
  'plugins',
  'slug',
  'token',
  'undefined',
  'url',
  'uuid',
  'webhook',
  'webhooks',
];

interface Source {
  readonly text: string;
  /** For whoever asks why a word is let through. */
  readonly from: string;
}

/** All that the words are taken from. @param databaseUrl of the CMS whose pages are looked at */
export async function* allSources(databaseUrl: string): AsyncGenerator<Source> {
  for await (const [key, text] of translated()) yield { text, from: key };
  for (const [file, text] of written()) yield { text, from: file };
  for (const text of saidByTheBrowser()) yield { text, from: 'the browser' };
  for (const text of await recorded(databaseUrl)) yield { text, from: 'the records' };
}

/** Every word that may stand on a page of the admin. @param databaseUrl of the CMS whose pages are looked at */
export async function frenchWords(databaseUrl: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>(NAMES);
  for await (const { text } of allSources(databaseUrl)) for (const word of wordsOf(text)) words.add(word);
  for (const word of OF_COMPUTERS) words.delete(word);
  return words;
}

/** Words that are in no list; one letter alone is an initial, the head of an index or a unit. */
export const strangers = (text: string, known: ReadonlySet<string>): string[] =>
  wordsOf(text).filter((word) => word.length > 1 && !known.has(word));
