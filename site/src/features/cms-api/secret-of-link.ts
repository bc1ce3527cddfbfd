/**
 * The secret of a link: it stands after the # of the address, which no server sees, and is taken out of the address bar at once,
 * so that a screenshot, a bookmark or a shared address does not carry it. The tab keeps it, for a reload.
 */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

interface Place {
  readonly document: Pick<Document, 'getElementById'>;
  readonly location: Pick<Location, 'hash' | 'pathname'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** @returns the secret; `malformed` when the address carries something else, as a link that a mail program cut */
export function secretOfLink(page: string, place: Place = window): { token: string } | 'absent' | 'malformed' {
  const key = `trame:lien:${page}`;
  const written = place.location.hash.slice(1);
  // « Aller au contenu » writes there too.
  if (written !== '' && place.document.getElementById(written) === null) {
    place.history.replaceState(null, '', place.location.pathname);
    if (!TOKEN.test(written)) return 'malformed';
    try {
      place.sessionStorage.setItem(key, written);
    } catch {
      // Then a reload asks for the link again.
    }
    return { token: written };
  }
  try {
    const kept = place.sessionStorage.getItem(key);
    return kept !== null && TOKEN.test(kept) ? { token: kept } : 'absent';
  } catch {
    return 'absent';
  }
}

/** A second link that is opened in the same tab only changes what follows the #: the page begins anew. */
export function beginAnewWithLink(): void {
  window.addEventListener('hashchange', () => {
    const written = location.hash.slice(1);
    if (written !== '' && document.getElementById(written) === null) location.reload();
  });
}
