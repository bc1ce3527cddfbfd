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

/**
 * Leads to the control of a path, unfolding what it lies in; to the first control of the nearest part that is there, when it has
 * none of its own.
 * @returns whether anything could take the focus
 */
export function jumpTo(path: string, root: ParentNode = document): boolean {
  const tried = new Set<Element>();
  for (;;) {
    const control = root.querySelector<HTMLElement>(`#${CSS.escape(controlId(path))}`);
    if (control) return take(control);
    const near = [...upwards(path)]
      .map((part) => root.querySelector<HTMLElement>(`[data-path="${CSS.escape(part)}"]`))
      .find((element) => element !== null);
    if (!near) return false;
    if (tried.has(near))
      return take(near.matches(FOCUSABLE) ? near : (near.querySelector<HTMLElement>(FOCUSABLE) ?? near));
    tried.add(near);
    flushSync(() => near.dispatchEvent(new CustomEvent(UNFOLD, { bubbles: true, detail: { path } })));
  }
}

function take(element: HTMLElement): boolean {
  const target = element.matches(FOCUSABLE) ? element : (element.querySelector<HTMLElement>(FOCUSABLE) ?? element);
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}

/** Which path a control is of, by its id; null for what is no field. */
export const pathOfControl = (element: Element): string | null => {
  const id = element.id;
  return id.startsWith('entry-') ? id.slice('entry-'.length).replaceAll('-', '.') : null;
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
