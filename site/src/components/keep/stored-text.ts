/** A text in the storage of this browser; where storage is refused, it lasts as long as the page. */

export interface StoredText {
  load(): string | null;
  /**
   * An empty one is taken out.
   * @returns false where the browser did not take it: a private window, a storage that is full
   */
  save(text: string): boolean;
}

/** @param key name in the storage; ends with the number of the shape that the text has */
export function storedText(key: string): StoredText {
  let inPage = '';
  return {
    load() {
      try {
        return localStorage.getItem(key);
      } catch {
        return inPage;
      }
    },
    save(text) {
      inPage = text;
      try {
        if (text === '') localStorage.removeItem(key);
        else localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
