/**
 * What axe finds at fault in Strapi's own screens, mended as they are drawn: Strapi has no setting for any of it. Each line says
 * what is wrong with it; one that Strapi mends itself does nothing any more.
 */
import { attendTo } from '../kit/attend-to.ts';

interface Mend {
  /** Why: the rule of axe, and who stumbles. */
  readonly fault: string;
  readonly selector: string;
  readonly mend: (element: Element) => void;
}

/** Of a field of Strapi's, as it is read above it: "Texte", without the star of a required one. */
const labelOf = (element: Element): string => {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const label = around.querySelector('label');
    if (label) return label.textContent.replace(/\*$/, '').trim();
  }
  return '';
};

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  currentPassword: 'current-password',
  confirmPassword: 'new-password',
};

/** "password" is the field's name at sign-in, and where a new one is chosen, beside its confirmation. */
const autocompleteOf = (input: HTMLInputElement): string =>
  AUTOCOMPLETE[input.name] ??
  (input.form?.querySelector('[name="confirmPassword"]') ? 'new-password' : 'current-password');

const MENDS: readonly Mend[] = [
  {
    fault: 'autocomplete-valid: “password” is no value, and no password manager fills the field in.',
    selector: 'input[autocomplete="password"]',
    mend: (input) => input.setAttribute('autocomplete', autocompleteOf(input as HTMLInputElement)),
  },
  {
    fault: 'aria-allowed-attr: a group, as the images of a field are, is never “selected”.',
    selector: '[role="group"][aria-selected]',
    mend: (slide) => slide.removeAttribute('aria-selected'),
  },
  {
    fault: 'aria-input-field-name: the editor of rich texts names an element that is not there.',
    selector: '[data-slate-editor][aria-labelledby]',
    mend: (editor) => {
      if (document.getElementById(editor.getAttribute('aria-labelledby') ?? '')) return;
      const label = labelOf(editor);
      if (label !== '') editor.setAttribute('aria-label', label);
    },
  },
  {
    fault: 'label: the hidden field behind « Ajouter » of the media library has no name.',
    selector: 'input[type="file"]:not([id]):not([aria-label]):not([aria-labelledby])',
    mend: (input) => {
      if (!input.closest('label')) input.setAttribute('aria-label', 'Fichiers à ajouter');
    },
  },
  {
    fault: 'aria-required-children: when a record was changed stands in a menu, which holds but items.',
    selector: '[role="menu"] dl:not([role])',
    mend: (dates) => {
      dates.setAttribute('role', 'menuitem');
      dates.setAttribute('aria-disabled', 'true');
      for (const part of dates.querySelectorAll('dt, dd')) part.setAttribute('role', 'none');
    },
  },
  {
    fault: 'aria-dialog-name: what unfolds under a button is named like the button.',
    selector: '[role="dialog"][id]:not([aria-label]):not([aria-labelledby])',
    mend: (popover) => {
      const opener = document.querySelector(`[aria-controls="${popover.id}"]`);
      const name = opener?.getAttribute('aria-label') ?? opener?.textContent.trim();
      if (name) popover.setAttribute('aria-label', name);
    },
  },
  {
    fault: 'aria-hidden-focus: what lies behind an open menu is hidden, and could still be reached by the keyboard.',
    selector: '[data-aria-hidden="true"]:not([inert])',
    mend: (behind) => behind.setAttribute('inert', ''),
  },
  {
    fault: 'The other half: nothing stays out of reach once the menu is closed.',
    selector: '[inert]:not([data-aria-hidden="true"])',
    mend: (behind) => behind.removeAttribute('inert'),
  },
  {
    fault: 'landmark-no-duplicate-main: Strapi’s loaders are pages of their own, inside of one.',
    selector: 'main main:not([role])',
    mend: (inner) => inner.setAttribute('role', 'none'),
  },
];

/** Mends one element. */
export function mendAccessibility(element: Element): void {
  for (const { selector, mend } of MENDS) if (element.matches(selector)) mend(element);
}

const ATTRIBUTES = ['autocomplete', 'aria-selected', 'aria-labelledby', 'data-aria-hidden', 'role'];

/** Mends from now on what is drawn. */
export const watchAccessibility = (): void => attendTo(ATTRIBUTES, mendAccessibility);
