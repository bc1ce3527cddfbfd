/** Which faults are shown, and how a link to one finds its control, whatever is folded. */
import { flushSync } from 'react-dom';
import type { Fault } from '../problem.ts';
import { controlId } from './form-context.ts';

/** Fired on a folded row (`data-path`) that holds what is looked for. */
export const UNFOLD = 'trame:unfold';

const attributeOf = (path: string): string => path.split('.')[0] ?? '';

/** The part of a page that a path is in: "contacts.0.phone", "contacts.0", "contacts". */
function* upwards(path: string): Generator<string> {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) yield parts.slice(0, length).join('.');
}

const FOCUSABLE = 'input, textarea, select, button, [tabindex="0"], [role="combobox"]';
/** Of an editor of texts, what is written into: its buttons stand before it. */
const WRITTEN = '[contenteditable="true"]';

const byAttribute = (root: ParentNode, name: string, path: string) =>
  root.querySelector<HTMLElement>(`[${name}="${CSS.escape(path)}"]`);

/**
 * Leads to the control of a path, unfolding what it lies in; to the first control of the nearest part that is there, when it has
 * none of its own. Not every control bears an id (Strapi's lists do not): the frame of a field says of which path it is.
 * @returns whether anything could take the focus
 */
export function jumpTo(path: string, root: ParentNode = document): boolean {
  const tried = new Set<Element>();
  for (;;) {
    const own = [
      root.querySelector<HTMLElement>(`#${CSS.escape(controlId(path))}`),
      byAttribute(root, 'data-field', path),
    ];
    for (const control of own) if (control && take(control)) return true;
    const near = [...upwards(path)]
      .map((part) => byAttribute(root, 'data-path', part) ?? byAttribute(root, 'data-field', part))
      .find((element) => element !== null);
    if (!near) return false;
    if (tried.has(near)) return take(near);
    tried.add(near);
    flushSync(() => near.dispatchEvent(new CustomEvent(UNFOLD, { bubbles: true, detail: { path } })));
  }
}

/** The first of an element's controls that takes the focus: one that is hidden or disabled does not. */
function take(element: HTMLElement): boolean {
  const controls = element.matches(FOCUSABLE)
    ? [element]
    : [...element.querySelectorAll<HTMLElement>(WRITTEN), ...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
  for (const control of controls) {
    control.focus({ preventScroll: true });
    if (document.activeElement !== control) continue;
    control.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

/** Which path a control is of, by its id or the frame that it stands in; null for what is no field. */
export const pathOfControl = (element: Element): string | null => {
  const { id } = element;
  if (id.startsWith('entry-')) return id.slice('entry-'.length).replaceAll('-', '.');
  return element.closest('[data-field]')?.getAttribute('data-field') ?? null;
};

/**
 * Faults appear beside a field once it was left, and all of them once publication was asked for; they go as soon as they are
 * mended. What the server said stays until its attribute changes.
 */
export function shownFaults({
  live,
  server,
  left,
  asked,
}: {
  readonly live: readonly Fault[];
  readonly server: readonly Fault[];
  /** Paths of the fields that were left. */
  readonly left: ReadonlySet<string>;
  /** Publication was asked for. */
  readonly asked: boolean;
}): readonly Fault[] {
  const shown = live.filter(({ path }) => asked || left.has(path));
  const paths = new Set(shown.map(({ path }) => path));
  return [...shown, ...server.filter(({ path }) => !paths.has(path))];
}

/** The faults of the attributes of a section. */
export const faultsIn = <F extends { readonly path: string }>(
  faults: readonly F[],
  attributes: readonly string[],
): F[] => faults.filter(({ path }) => attributes.includes(attributeOf(path)));

export { attributeOf };
