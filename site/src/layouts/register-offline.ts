/** Lets the device keep what it reads (`features/offline`), and says when there is no network. */

const bar = document.querySelector<HTMLElement>('.offline-bar');

function show(): void {
  if (bar) bar.hidden = navigator.onLine;
}
window.addEventListener('online', show);
window.addEventListener('offline', show);
show();

/** Whoever stays for so long may come back where there is no network. */
const STAYED_MS = 20_000;
/** Whoever goes on from page to page stays too, however short each is looked at. */
const GOING_ON_MS = 5_000;
const goesOn = document.referrer.startsWith(`${location.origin}/`);

interface Connection {
  readonly saveData?: boolean;
}
const { connection } = navigator as Navigator & { readonly connection?: Connection };

if ('serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => {
      // A private window may refuse: the site is as it was.
    });
    if (connection?.saveData === true) return;
    setTimeout(
      () => {
        void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('keep-directory'));
      },
      goesOn ? GOING_ON_MS : STAYED_MS,
    );
  });
}
