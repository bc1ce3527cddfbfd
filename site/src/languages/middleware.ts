/** Makes each page in the language of its address. Only a build with other languages than French has it (`integration.ts`). */
import { AsyncLocalStorage } from 'node:async_hooks';
import { defineMiddleware } from 'astro:middleware';
import ar from '../i18n/ar.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import es from '../i18n/es.json' with { type: 'json' };
import pt from '../i18n/pt.json' with { type: 'json' };
import { teach } from '../i18n/foreign-words.ts';
import { foreignLanguages, readLanguageFrom, type Language } from '../i18n/language.ts';
import { readWords } from '../i18n/words.ts';
import { readAddress } from './addresses.ts';
import { markFrench } from './mark-french.ts';

const files = { en, es, pt, ar };
for (const language of foreignLanguages) teach(language, readWords(files[language], language));

/** Several pages are made at a time: each has its own language. */
const ofPage = new AsyncLocalStorage<Language>();
readLanguageFrom(() => ofPage.getStore() ?? 'fr');

export const onRequest = defineMiddleware(({ url }, next) => {
  const { language } = readAddress(url.pathname);
  if (language === 'fr') return next();
  return ofPage.run(language, async () => {
    const page = await next();
    if (!page.headers.get('content-type')?.startsWith('text/html')) return page;
    return new Response(markFrench(await page.text(), language), { status: page.status, headers: page.headers });
  });
});
