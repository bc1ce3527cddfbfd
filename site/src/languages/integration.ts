/** The pages of residents once more in each language that an editor chose. Without a choice there is nothing of it in a build. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SECTIONS } from './addresses.ts';
import { languagesOf } from './chosen.ts';

const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));

/** Files of pages that are made in every language, from the folder of pages. */
function translatedPages(): string[] {
  const ofSection = (section: string): string[] =>
    readdirSync(join(PAGES, section), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.astro'))
      .map((file) => join(section, file));
  return ['index.astro', ...SECTIONS.flatMap(ofSection)];
}

/** As Astro makes a route of a file: `agenda/index.astro` → `agenda`. */
const patternOf = (file: string): string => file.replace(/(?:^|\/)index\.astro$|\.astro$/, '');

/** @param source the export of the build, before anything of it was checked */
export const languages = (source: () => Promise<unknown>): AstroIntegration => ({
  name: 'trame-languages',
  hooks: {
    'astro:config:setup': async ({ command, injectRoute, addMiddleware }) => {
      // A type check has no content.
      if (command !== 'build' && command !== 'dev') return;
      const chosen = languagesOf(await source());
      if (chosen.length === 0) return;
      for (const language of chosen)
        for (const file of translatedPages())
          injectRoute({ pattern: `/${language}/${patternOf(file)}`, entrypoint: join(PAGES, file), prerender: true });
      addMiddleware({ order: 'pre', entrypoint: new URL('./middleware.ts', import.meta.url) });
    },
  },
});
