/**
 * Strapi's forms send what they hold, and not what it was made from. They send it through `fetch`: here each save gets the version
 * that the form was opened on, and where somebody else changed the same fields meanwhile it is asked what stays and the same save
 * is sent again with the answer. Strapi's page gets the answer to that, and everything typed stays in it until then. The server
 * refuses whatever comes without a version (`bootstrap/admin/form-versions.ts`).
 */
import {
  BASE_HEADER,
  CHOSEN_HEADER,
  TOLD_HEADER,
  type FormConflict,
} from '../../domain/contract/desk/form-conflict.ts';
import type { Choice } from '../../domain/merge/resolve.ts';
import type { Themes } from '../kit/show-over-page.tsx';
import { sentencesIn, tellForm, type FormEvent } from './form-events.ts';

type Send = typeof window.fetch;

const FORM = /\/content-manager\/((?:collection-types\/[^/]+\/[^/]+|single-types\/[^/]+))(\/actions\/publish)?$/;

/** What a request is about, if it is one of a form: the record, and what is done with it. */
function formRequest(
  input: RequestInfo | URL,
  method: string,
): { record: string; act: 'open' | 'save'; publishes: boolean } | null {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href);
  const [, record, publishes] = FORM.exec(url.pathname) ?? [];
  if (record === undefined) return null;
  // The version that is published is looked at, and not edited.
  if (method === 'GET')
    return !publishes && url.searchParams.get('status') !== 'published'
      ? { record, act: 'open', publishes: false }
      : null;
  return (method === 'PUT' && !publishes) || (method === 'POST' && publishes)
    ? { record, act: 'save', publishes: publishes !== undefined }
    : null;
}

/** Strapi asks again in the same moment; whoever opens the record later sees it as it is. */
const AT_ONCE_MS = 3000;
const MOST_SHOWN = 10;

interface Asking {
  /** The conflict that an answer tells of; null when it is another refusal. */
  conflictIn: (response: Response) => Promise<FormConflict | null>;
  /** What stays, path by path; null when the dialog was closed. */
  ask: (conflict: FormConflict, publishes: boolean) => Promise<Readonly<Record<string, Choice>> | null>;
}

/**
 * `send`, with versions.
 * @param load what asks, loaded when it is first needed
 * @param tell gets what becomes of each save
 */
export function withVersions(send: Send, load: () => Promise<Asking>, tell: (event: FormEvent) => void): Send {
  /** By record, as the form that is open in this window was made from it. */
  const bases = new Map<string, string>();

  /** By address, what a form was filled with. */
  const shown = new Map<string, Response>();
  /** By record, until when what is asked for again is what the form was filled with. */
  const unsaved = new Map<string, number>();

  const note = (record: string, response: Response): void => {
    const base = response.headers.get(BASE_HEADER);
    if (response.ok && base !== null) bases.set(record, base);
  };

  async function save(
    { record, publishes }: { readonly record: string; readonly publishes: boolean },
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response> {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    const base = bases.get(record);
    if (base !== undefined) headers.set(BASE_HEADER, base);
    tell({ kind: 'sent', record });
    let response = await send(input, { ...init, headers });
    const chosen: { against: string; theirs: string[] }[] = [];
    while (response.status === 409) {
      const { conflictIn, ask } = await load();
      const conflict = await conflictIn(response);
      const choices = conflict && (await ask(conflict, publishes));
      // Closed, or left offline: the page says that nothing was saved, and still holds it.
      if (!conflict || !choices || choices[''] === 'theirs') break;
      const theirs = Object.keys(choices).filter((path) => choices[path] === 'theirs');
      chosen.push({ against: conflict.version, theirs });
      headers.set(CHOSEN_HEADER, encodeURIComponent(JSON.stringify(chosen)));
      response = await send(input, { ...init, headers });
    }
    note(record, response);
    if (response.ok) unsaved.delete(record);
    else {
      unsaved.set(record, Date.now() + AT_ONCE_MS);
      tell({ kind: 'refused', record });
    }
    const sentences = response.headers.get(TOLD_HEADER);
    if (sentences !== null) tell({ kind: 'told', record, sentences: sentencesIn(sentences) });
    return response;
  }

  /**
   * After a save that was refused, Strapi asks for the record again, and fills the form with what it gets if that is something
   * else: everything typed would be gone. It gets what the form was filled with before.
   */
  async function open(record: string, input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
    const address = input instanceof Request ? input.url : String(input);
    const before = shown.get(address);
    if (before && Date.now() < (unsaved.get(record) ?? 0)) return before.clone();
    const response = await send(input, init);
    note(record, response);
    if (response.ok) {
      // One page holds a few records at most: a form, and one that was opened over it.
      for (const oldest of [...shown.keys()].slice(0, Math.max(0, shown.size - MOST_SHOWN))) shown.delete(oldest);
      shown.set(address, response.clone());
    }
    return response;
  }

  return async (input, init) => {
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    const form = formRequest(input, method);
    if (form === null) return send(input, init);
    if (form.act === 'save') return save(form, input, init);
    return open(form.record, input, init);
  };
}

/** Puts it in the place of the browser's own. */
export function carryVersionsOfForms(themes: Themes): void {
  window.fetch = withVersions(
    window.fetch.bind(window),
    () => import('./ask-what-stays.tsx').then(({ askingWhatStays }) => askingWhatStays(themes)),
    tellForm,
  );
}
