/** The button of « Confidentialité » by which a device counts no questions, or counts them again. */
import { COUNTED_ID } from './counted-id.ts';
import { MEMORY_KEY, REFUSED_KEY } from './memory-keys.ts';

const section = document.getElementById(COUNTED_ID);
const state = section?.querySelector<HTMLElement>('.counted-state');
const button = section?.querySelector('button');

function isRefused(): boolean {
  try {
    return localStorage.getItem(REFUSED_KEY) !== null;
  } catch {
    // A browser that keeps nothing counts nothing.
    return true;
  }
}

function show(): void {
  if (!state || !button) return;
  const refused = isRefused();
  state.textContent = (refused ? state.dataset['refused'] : state.dataset['counted']) ?? '';
  button.textContent = (refused ? button.dataset['accept'] : button.dataset['refuse']) ?? '';
  button.hidden = false;
}

button?.addEventListener('click', () => {
  try {
    if (isRefused()) localStorage.removeItem(REFUSED_KEY);
    else {
      localStorage.setItem(REFUSED_KEY, 'non');
      // What waited is not sent either.
      localStorage.removeItem(MEMORY_KEY);
    }
  } catch {
    // It stays as it is, and the sentence says how that is.
  }
  show();
});
show();
