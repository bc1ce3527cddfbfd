/** « Près de moi »: the button, and what to do when the device does not tell where it is. */
import { ids, type PageConfig } from '../page-config.ts';
import type { Point } from '../facts/distance.ts';
import { byId } from './dom.ts';
import { askPosition, keepPosition, keptPosition, NoPosition } from './near-me.ts';

export function nearMe(words: PageConfig['words']['nearMe'], changed: () => void) {
  const ask = byId(ids.nearMe, HTMLButtonElement);
  const note = byId(ids.nearMeNote, HTMLParagraphElement);
  let position = keptPosition();
  let isAsking = false;
  let isOffered = false;

  function say(sentence: string): void {
    note.textContent = sentence;
    note.hidden = sentence === '';
  }
  const show = (): void => ask.setAttribute('aria-pressed', String(position !== null));

  async function find(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    say(words.asking);
    try {
      position = await askPosition();
      keepPosition(position);
      say('');
      show();
      changed();
    } catch (error) {
      say(words.why[error instanceof NoPosition ? error.why : 'unavailable']);
    } finally {
      isAsking = false;
    }
  }
  function forget(): void {
    position = null;
    keepPosition(null);
    say('');
    show();
  }
  ask.addEventListener('click', () => {
    if (position === null) return void find();
    forget();
    changed();
  });
  show();

  return {
    position: (): Point | null => position,
    forget,
    /** A question speaks of what is near: the button is what answers it. */
    offer(wanted: boolean): void {
      const now = wanted && position === null;
      ask.classList.toggle('search-near-me--offered', now);
      // What was said of a refusal stays until something else is asked.
      if (now && !isOffered && !isAsking) say(words.offer);
      if (!now && isOffered && !isAsking) say('');
      isOffered = now;
    },
  };
}
