import type { Association, Contact } from '@trame/cms/domain/contract/site/association';

/** Whom to call, else whom to write to: the first contact with a telephone, else the first with an address; null when none may be shown. */
export const reachedBy = ({ contacts }: Pick<Association, 'contacts'>): Contact | null =>
  contacts.find(({ phone }) => phone !== null) ?? contacts.find(({ email }) => email !== null) ?? null;
