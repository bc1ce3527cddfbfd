/** Put in by whoever bundles the element (`release/embed-script.ts`). */
import type { EmbedWords } from '../words.ts';

declare global {
  const TRAME_WORDS: EmbedWords;
  const TRAME_STYLE: string;
  /** Address of the site when the script cannot tell where it came from. */
  const TRAME_SITE: string;
}
