/**
 * What answers a question, fetched while it is typed; and each time that typing rests, what is there is looked for, so that the
 * results page finds everything on the device.
 */
import { currentLanguage } from '../../../i18n/language.ts';
import { AT_A_TIME } from '../page-config.ts';
import { emptyState } from '../state.ts';
import { askEngine } from './engine.ts';

/** Typing rests for so long before what is typed is looked for. */
const REST_MS = 150;

/** Without a network the results page says so: here nobody has asked yet. */
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

/** The page of results, and what it stands on. */
async function fetchPage(address: string): Promise<void> {
  const response = await fetch(address);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const parts = page.querySelectorAll(
    'link[rel="stylesheet"][href], link[rel="modulepreload"][href], script[type="module"][src]',
  );
  for (const part of parts) {
    const link = document.createElement('link');
    link.rel = 'prefetch';
    link.href = part.getAttribute('href') ?? part.getAttribute('src') ?? '';
    document.head.append(link);
  }
}

export function lookAhead(form: HTMLFormElement, question: HTMLInputElement): void {
  quietly(fetchPage(form.action));
  quietly(askEngine({ kind: 'open' }));
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = '';
  const ask = (): void => {
    const q = question.value.trim();
    if (q === '' || q === asked) return;
    asked = q;
    const state = { ...emptyState, q };
    quietly(askEngine({ kind: 'ask', state, wanted: AT_A_TIME, from: null, language: currentLanguage() }));
  };
  question.addEventListener('input', () => {
    clearTimeout(resting);
    resting = setTimeout(ask, REST_MS);
  });
  // Something may stand in the field already: from the page before, or typed until this was here.
  ask();
}
