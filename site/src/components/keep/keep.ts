/** The buttons of a page that keep it. */
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
    button.setAttribute('aria-pressed', String(on));
    button.textContent = (on ? button.dataset['kept'] : button.dataset['label']) ?? '';
    const see = button.parentElement?.querySelector<HTMLAnchorElement>('.keep-see');
    if (see) see.hidden = !on;
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    save(toggled(load(), keptBy(button)));
    show();
  });
}
// Another window, or the way back from the selection.
window.addEventListener('storage', show);
window.addEventListener('pageshow', show);
show();
