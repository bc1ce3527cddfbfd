/**
 * When a text is refused because it holds somebody's number, the editor has to see whose. Strapi shows the sentence of a refusal
 * as a notice that takes no link, wherever it was asked: here the records that a refusal names stand in a bar of their own,
 * until one leaves for one of them, closes it, or the next save succeeds.
 */
import type { ConcernedRecord } from '../../domain/contract/refusal.ts';
import { recordPath } from '../kit/paths.ts';
import { recordsIn } from './records-in-refusal.ts';

const words = {
  label: 'Fiches concernées',
  lead: 'Fiches concernées par ce refus\u00a0:',
  close: 'Fermer',
};
const ID = 'trame-concerned-records';

type Send = typeof window.fetch;
const CHANGES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * `send`, with what its refusals name shown.
 * @param show told of the records of each change that was refused, and of none once one was done
 */
export const withRecords =
  (send: Send, show: (records: readonly ConcernedRecord[]) => void): Send =>
  async (input, init) => {
    const response = await send(input, init);
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    if (!CHANGES.includes(method)) return response;
    if (response.ok) show([]);
    else {
      const records = recordsIn(
        await response
          .clone()
          .json()
          .catch(() => null),
      );
      if (records.length > 0) show(records);
    }
    return response;
  };

/** @param base of the admin, "/admin" */
function bar(records: readonly ConcernedRecord[], base: string): HTMLElement {
  const box = document.createElement('div');
  box.id = ID;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', words.label);
  box.style.cssText =
    'position:fixed;inset:auto 1rem 1rem auto;z-index:50;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;' +
    'max-width:min(40rem,calc(100vw - 2rem));padding:1rem 1.25rem;background:#fff;color:#212134;font-size:1.4rem;line-height:1.4;' +
    'border:1px solid #d9822f;border-radius:4px;box-shadow:0 2px 15px rgba(33,33,52,.2)';
  const lead = document.createElement('strong');
  lead.textContent = words.lead;
  box.append(lead);
  for (const { uid, documentId, name } of records) {
    const link = document.createElement('a');
    // Beside the form, which stays as it was typed.
    link.href = `${base}${recordPath(uid, documentId)}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = name;
    link.style.cssText = 'color:#4945ff;text-decoration:underline';
    box.append(link);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = words.close;
  close.style.cssText =
    'font:inherit;color:inherit;background:none;border:1px solid currentcolor;border-radius:4px;padding:.4rem .8rem;cursor:pointer';
  close.addEventListener('click', () => box.remove());
  box.append(close);
  return box;
}

/** Shows them on every page of the admin, whoever asked. */
export function leadToConcernedRecords(): void {
  const show = (records: readonly ConcernedRecord[]) => {
    document.getElementById(ID)?.remove();
    if (records.length > 0) document.body.append(bar(records, '/admin'));
  };
  window.fetch = withRecords(window.fetch.bind(window), show);
}
