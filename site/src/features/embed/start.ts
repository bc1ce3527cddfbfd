/** The page /integrer/: what is chosen is written into the texts to copy, and shown at once. */
import { frameSnippet, shortcodeSnippet, tagSnippet, type Choice } from './snippets.ts';

/** An element that the page must hold: it and this script are one feature. @throws {Error} when it is not there */
function part<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no #${id}`);
  return element;
}

const choices = part('integrer-choix', HTMLFieldSetElement);
const commune = part('integrer-commune', HTMLSelectElement);
const theme = part('integrer-theme', HTMLSelectElement);
const coloured = part('integrer-avec-couleur', HTMLInputElement);
const colour = part('integrer-couleur', HTMLInputElement);
const preview = part('integrer-apercu', HTMLElement);
const said = { siteUrl: choices.dataset['site'] ?? '', title: choices.dataset['title'] ?? '' };

function chosen(): Choice {
  const option = commune.selectedOptions[0];
  const slug = option?.dataset['slug'];
  return {
    ...said,
    commune: option && slug ? { inseeCode: option.value, slug, name: option.text } : null,
    theme: theme.value === '' ? null : { slug: theme.value },
    colour: coloured.checked ? colour.value : null,
  };
}

function show(): void {
  const choice = chosen();
  part('integrer-balise', HTMLElement).textContent = tagSnippet(choice);
  part('integrer-cadre', HTMLElement).textContent = frameSnippet(choice);
  part('integrer-code-court', HTMLElement).textContent = shortcodeSnippet(choice);
  const set = (name: string, value: string | undefined) =>
    value === undefined ? preview.removeAttribute(name) : preview.setAttribute(name, value);
  set('commune', choice.commune?.inseeCode);
  set('theme', choice.theme?.slug);
  preview.style.setProperty('--trame-couleur', choice.colour);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const row = button.parentElement;
  if (row === null) continue;
  row.hidden = false;
  button.addEventListener('click', () => {
    const status = row.querySelector('[role="status"]');
    const tell = (words: string | undefined) => {
      if (status) status.textContent = words ?? '';
    };
    navigator.clipboard.writeText(part(button.dataset['copies'] ?? '', HTMLElement).textContent).then(
      () => tell(choices.dataset['copied']),
      // Some browsers ask first, and their owner may say no: the text can still be marked and copied by hand.
      () => tell(choices.dataset['notCopied']),
    );
  });
}
choices.addEventListener('input', () => {
  if (document.activeElement === colour) coloured.checked = true;
  show();
});
choices.hidden = false;
show();
