import type { Editor } from '../../domain/contract/desk/editor.ts';
import type { PrintShopLink } from '../../domain/contract/press/edition-state.ts';

/** Told what an editor did with an edition, once it is done; the journal listens (`entries/journal-of-editions.ts`). */
export interface EditionActs {
  /** @param content the SHA-256 of the PrintExport that was frozen */
  frozen(edition: string, editor: Editor, content: string): Promise<void>;
  linkMade(edition: string, editor: Editor, link: PrintShopLink): Promise<void>;
  linkClosed(edition: string, editor: Editor, link: PrintShopLink): Promise<void>;
}
