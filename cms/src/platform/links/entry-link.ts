import { makeLinkToken } from './link-token.ts';
import { secretLink, type SecretLink } from './secret-link.ts';

/** The form of one association. */
export const entryLink = (request: string, generation: number): SecretLink =>
  secretLink('ma-fiche', makeLinkToken('ma-fiche', request, generation));
