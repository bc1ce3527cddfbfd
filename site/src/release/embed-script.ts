/** The script of `<annuaire-associations>`, in one file that needs nothing else. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { embedWords } from '../features/embed/words.ts';

const source = (file: string): string => fileURLToPath(new URL(`../features/embed/element/${file}`, import.meta.url));

/** What stands before a brace or after a colon is no part of a rule. */
const smaller = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim();

/** @param siteUrl asked when the script cannot tell where it came from */
export async function embedScript(siteUrl: string): Promise<string> {
  const bundle = await rolldown({
    input: source('annuaire-associations.ts'),
    platform: 'browser',
    transform: {
      target: 'es2022',
      define: {
        TRAME_WORDS: JSON.stringify(embedWords),
        TRAME_STYLE: JSON.stringify(smaller(await readFile(source('element.css'), 'utf8'))),
        TRAME_SITE: JSON.stringify(siteUrl),
      },
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
