import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryNames } from '@trame/cms/domain/entry/entry-in-words';
import { phoneText } from '../service/phone-text.ts';

/** Names of what an entry points to, from the choices of the form. */
export function namesOf({ themes, audiences, communes }: EntryChoices): EntryNames {
  const names = (list: readonly { readonly id: string; readonly name: string }[]) => {
    const byId = new Map(list.map(({ id, name }) => [id, name]));
    return (id: string) => byId.get(id);
  };
  const byCode = new Map(communes.map(({ inseeCode, name }) => [inseeCode, name]));
  return {
    theme: names(themes),
    audience: names(audiences),
    commune: names(communes),
    communeOfCode: (code) => byCode.get(code),
    phone: phoneText,
  };
}
