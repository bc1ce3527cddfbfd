/**
 * Strapi's sign-in page has no place for a code, and no way to add one. It sends its form through `fetch`, as the page of a
 * forgotten password does: here the answer that asks for a code opens a dialog, and what the page gets is the answer to the
 * form sent again with the code. The page itself is left as it is; the server refuses whatever comes without the code.
 */
import type { Themes } from '../kit/show-over-page.tsx';
import type { AskForCode } from './code-dialog.tsx';

/** Of Strapi's server, whatever its address. */
const DOORS = /\/admin\/(?:login|reset-password)$/;

const isDoor = (input: RequestInfo | URL): boolean =>
  DOORS.test(new URL(input instanceof Request ? input.url : input, window.location.href).pathname);

type Send = typeof window.fetch;

/**
 * `send`, with the code asked for where it is wanted, as often as it is wrong.
 * @param load what reads an answer and asks, loaded when it is first needed
 */
export const withCode =
  (
    send: Send,
    load: () => Promise<{ askedFor: (response: Response) => Promise<AskForCode | null>; field: string }>,
  ): Send =>
  async (input, init) => {
    let response = await send(input, init);
    if (response.ok || typeof init?.body !== 'string' || !isDoor(input)) return response;
    const { askedFor, field } = await load();
    for (let ask = await askedFor(response); ask !== null; ask = await askedFor(response)) {
      const code = await ask();
      if (code === null) return response; // closed: the page says what is missing
      const body = JSON.stringify({ ...(JSON.parse(init.body) as object), [field]: code });
      response = await send(input, { ...init, body });
    }
    return response;
  };

/** Puts it in the place of the browser's own. */
export function askForCodeAtSignIn(themes: Themes): void {
  window.fetch = withCode(window.fetch.bind(window), () =>
    import('./code-dialog.tsx').then(({ codeDialog }) => codeDialog(themes)),
  );
}
