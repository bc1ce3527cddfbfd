/** The buttons of a page that keep it. */
import { make } from '../make-element.ts';
import { isKept, toggled, type Kept } from './kept.ts';
import { load, save } from './store.ts';

const buttons = [...document.querySelectorAll<HTMLButtonElement>('.keep-button')];

const keptBy = ({ dataset }: HTMLButtonElement): Kept => ({
  path: dataset['path'] ?? '',
  activity: dataset['activity'] === undefined ? null : Number(dataset['activity']),
});

function show(): void {
  const kept = load();
  for (const button of buttons) {
    const on = isKept(kept, keptBy(button));
    button.hidden = false;
    // The words say what a press does, so no state beside them: « Retirer, pressed » would say the contrary.
    const words = (on ? button.dataset['kept'] : button.dataset['label']) ?? '';
    button.textContent = words;
    button.setAttribute('aria-label', `${words} : ${button.dataset['name'] ?? ''}`);
    button.classList.toggle('keep-button--kept', on);
    const see = button.parentElement?.querySelector<HTMLAnchorElement>('.keep-see');
    if (see) see.hidden = !on;
  }
}

/** Says beside a button what went wrong; takes it back when it is empty. */
function tell(button: HTMLButtonElement, sentence: string): void {
  button.parentElement?.querySelector('.keep-refused')?.remove();
  if (sentence !== '') button.parentElement?.append(make('span', { class: 'keep-refused', role: 'alert' }, sentence));
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const before = load();
    const isStored = save(toggled(before, keptBy(button)));
    // What would be gone with the page is not called kept.
    if (!isStored) save(before);
    show();
    tell(button, isStored ? '' : (button.dataset['refused'] ?? ''));
  });
}
// Another window, or the way back from the selection.
window.addEventListener('storage', show);
window.addEventListener('pageshow', show);
show();
