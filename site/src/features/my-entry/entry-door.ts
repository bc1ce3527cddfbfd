import type {
  ChosenNotice,
  ForNow,
  OpenedEntry,
  Received,
  ReceivedLogo,
} from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { CandidateTokens } from '@trame/cms/domain/secret-address';
import type { Answer, CmsClient } from '../service/client.ts';
import { askInTurn } from '../service/secret-of-link.ts';

/** A notice is put up or taken off; messages are wanted or not. */
export type Decision =
  | { readonly act: 'avis'; readonly notice: ChosenNotice }
  | { readonly act: 'messages'; readonly takesMessages: boolean };

/** How one's own entry is reached: by the link of a letter, or from an account. The visit is the same. */
export interface EntryDoor {
  readonly open: () => Promise<Answer<OpenedEntry>>;
  readonly picture: () => Promise<Answer<Blob>>;
  readonly confirm: (version: string) => Promise<Answer<Received>>;
  readonly propose: (version: string, entry: EntryForm) => Promise<Answer<Received>>;
  /** What holds at once, without the office. */
  readonly decide: (decision: Decision) => Promise<Answer<ForNow>>;
  readonly sendLogo: (file: File) => Promise<Answer<ReceivedLogo>>;
}

/**
 * By a link: every request carries its secret in the body, where no log keeps it.
 * @param tokens which of them is the secret shows when the entry is opened
 */
export function doorOfLink(tokens: CandidateTokens, { ask, askPicture }: CmsClient): EntryDoor {
  let [token] = tokens;
  return {
    async open() {
      const opened = await askInTurn(tokens, (one) =>
        ask('OpenedEntry', '/api/ma-fiche/ouvrir', { body: { token: one } }),
      );
      token = opened.token;
      return opened.answer;
    },
    picture: () => askPicture('/api/ma-fiche/apercu', { body: { token } }),
    confirm: (version) => ask('Received', '/api/ma-fiche/confirmer', { body: { token, version } }),
    propose: (version, entry) => ask('Received', '/api/ma-fiche/proposer', { body: { token, version, entry } }),
    decide: ({ act, ...body }) => ask('ForNow', `/api/ma-fiche/${act}`, { body: { token, ...body } }),
    sendLogo: (file) => {
      const body = new FormData();
      body.set('token', token);
      body.set('file', file);
      return ask('ReceivedLogo', '/api/ma-fiche/logo', { body });
    },
  };
}
