/** « Importer » as its page uses it: a file is sent, its plan read and decided about, taken over, undone. */
import { z } from 'zod';
import { ImportChange, ImportView, PlannedLines, type DecideQuestion } from '../../src/domain/contract/desk/import.ts';
import type { Cms } from './cms.ts';
import { asAdmin } from './http.ts';

/** Sends a file as it is, whatever comes of it. */
export function sendImport(cms: Cms, token: string, content: string | Uint8Array<ArrayBuffer>, fileName: string) {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  return fetch(`${cms.url}/trame/imports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
}

/** The import that a file became. @throws with the answer, when it was refused */
export async function taken(response: Response): Promise<ImportView> {
  if (!response.ok) throw new Error(await response.text());
  return ImportView.parse(await response.json());
}

/** @param signedIn asked at each act: both are there once the CMS runs */
export function importActs(signedIn: () => { readonly cms: Cms; readonly token: string }) {
  const ask = (id: string, what: string, json?: object) => {
    const { cms, token } = signedIn();
    return asAdmin(cms, token, `/trame/imports/${id}${what}`, json === undefined ? {} : { method: 'POST', json });
  };
  const view = async (id: string) => ImportView.parse(await (await ask(id, '')).json());
  /** Waits for what is done in the background. */
  async function settled(id: string): Promise<ImportView> {
    for (;;) {
      const now = await view(id);
      if (now.progress === null) return now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return {
    ask,
    view,
    settled,
    decide: async (id: string, asked: DecideQuestion) =>
      ImportView.parse(await (await ask(id, '/decide', asked)).json()),
    lines: async (id: string, act: string) => PlannedLines.parse(await (await ask(id, `/lines?act=${act}`)).json()),
    changes: async (id: string) => z.array(ImportChange).parse(await (await ask(id, '/changes')).json()),
    apply: async ({ id }: { readonly id: string }, publish = true) => {
      const response = await ask(id, '/apply', { plan: (await view(id)).plan, publish });
      if (!response.ok) throw new Error(await response.text());
      return settled(id);
    },
    undo: async (id: string, only: readonly string[] | null = null) => {
      await ask(id, '/undo', { changes: only });
      return settled(id);
    },
  };
}
