import type { OpenedEntry, Received, ReceivedLogo } from '@trame/cms/domain/contract/my-entry';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import type { Answer, CmsClient } from '../cms-api/client.ts';

/** How one's own entry is reached: by the link of a letter, or from an account. The visit is the same. */
export interface EntryDoor {
  open(): Promise<Answer<OpenedEntry>>;
  picture(): Promise<Answer<Blob>>;
  confirm(version: string): Promise<Answer<Received>>;
  propose(version: string, entry: EntryForm): Promise<Answer<Received>>;
  sendLogo(file: File): Promise<Answer<ReceivedLogo>>;
}

/** By a link: every request carries its secret in the body, where no log keeps it. */
export function doorOfLink(token: string, { ask, askPicture }: CmsClient): EntryDoor {
  return {
    open: () => ask('/api/ma-fiche/ouvrir', { body: { token } }),
    picture: () => askPicture('/api/ma-fiche/apercu', { body: { token } }),
    confirm: (version) => ask('/api/ma-fiche/confirmer', { body: { token, version } }),
    propose: (version, entry) => ask('/api/ma-fiche/proposer', { body: { token, version, entry } }),
    sendLogo(file) {
      const body = new FormData();
      body.set('token', token);
      body.set('file', file);
      return ask('/api/ma-fiche/logo', { body });
    },
  };
}
