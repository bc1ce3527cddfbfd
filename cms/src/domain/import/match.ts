/** Which association of the directory a line of a file is about. */
import { nameLikeness, tellingWords } from '../name-likeness.ts';
import { nameKey } from './cells/choose-names.ts';
import type { ImportedValues } from './associations.ts';
import { formerIdsIn, idKey, rnaNumber } from './cells/register-ids.ts';
import type { OfficeForm } from '../entry/office-form.ts';

/** An association as the directory has it: the draft, as its form. */
export interface KnownAssociation {
  readonly documentId: string;
  readonly form: OfficeForm;
  readonly isPublished: boolean;
}

/** What told that it is the same one; or which ones it may be. */
export type Match =
  | { readonly kind: 'same'; readonly association: KnownAssociation; readonly by: 'rna' | 'siret' | 'name' | 'contact' }
  | { readonly kind: 'perhaps'; readonly associations: readonly KnownAssociation[] }
  | { readonly kind: 'none' };

/** The same commune lets a weaker likeness count: « Judo Club » of two communes are two clubs. As for look-alikes (`entries/look-alikes.ts`). */
const ENOUGH = { sameCommune: 0.6, elsewhere: 0.85 };
/** A number or an address in common makes up for a slip. */
const ENOUGH_WITH_CONTACT = 0.5;
const MOST = 4;

const add = <Key>(map: Map<Key, KnownAssociation[]>, key: Key, one: KnownAssociation): void => {
  const group = map.get(key);
  if (group) group.push(one);
  else map.set(key, [one]);
};

/** Identifiers of before 2009 that an entry has. */
export const formerIdsOf = ({ rnaId, internalNote }: OfficeForm): string[] => [
  ...(rnaId !== '' && rnaNumber(rnaId) === null ? [rnaId] : []),
  ...formerIdsIn(internalNote),
];

const namesOf = ({ name, officialName, acronym }: OfficeForm): string[] =>
  [name, officialName, acronym].filter(Boolean);

/** The directory, to be asked for each line. */
export class KnownAssociations {
  readonly #byRna = new Map<string, KnownAssociation[]>();
  /** By identifiers of before 2009, which an entry has as its number or keeps in its note. */
  readonly #byFormer = new Map<string, KnownAssociation[]>();
  readonly #bySiret = new Map<string, KnownAssociation[]>();
  readonly #byName = new Map<string, KnownAssociation[]>();
  readonly #byContact = new Map<string, KnownAssociation[]>();
  readonly #byWord = new Map<string, KnownAssociation[]>();
  readonly #byId = new Map<string, KnownAssociation>();

  constructor(associations: readonly KnownAssociation[]) {
    for (const one of associations) {
      const { form } = one;
      this.#byId.set(one.documentId, one);
      if (form.rnaId !== '') add(this.#byRna, form.rnaId, one);
      for (const id of formerIdsOf(form)) add(this.#byFormer, idKey(id), one);
      if (form.siret !== '') add(this.#bySiret, form.siret, one);
      for (const key of new Set(namesOf(form).map(nameKey))) add(this.#byName, key, one);
      for (const { phone, email } of form.contacts) {
        if (phone !== '') add(this.#byContact, phone, one);
        if (email !== '') add(this.#byContact, email.toLowerCase(), one);
      }
      for (const word of new Set(namesOf(form).flatMap(tellingWords))) add(this.#byWord, word.slice(0, 5), one);
    }
  }

  get all(): KnownAssociation[] {
    return [...this.#byId.values()];
  }

  get(documentId: string): KnownAssociation | undefined {
    return this.#byId.get(documentId);
  }

  /** @param values of a line */
  match(values: ImportedValues): Match {
    const { rnaId, formerRnaId, siret, name = '', commune } = values;
    const [byRna] = rnaId === undefined ? [] : (this.#byRna.get(rnaId) ?? []);
    const [byFormer] = formerRnaId === undefined ? [] : (this.#byFormer.get(idKey(formerRnaId)) ?? []);
    const byNumber = byRna ?? byFormer;
    if (byNumber) return { kind: 'same', association: byNumber, by: 'rna' };
    const [bySiret] = siret === undefined ? [] : (this.#bySiret.get(siret) ?? []);
    if (bySiret) return { kind: 'same', association: bySiret, by: 'siret' };
    if (name === '') return { kind: 'none' };

    const isAnother = ({ form }: KnownAssociation): boolean =>
      (rnaId !== undefined && rnaNumber(form.rnaId) !== null && form.rnaId !== rnaId) ||
      (formerRnaId !== undefined && formerIdsOf(form).length > 0);
    const named = (this.#byName.get(nameKey(name)) ?? []).filter((one) => !isAnother(one));
    const here = named.filter(({ form }) => isOfCommune(form, commune));
    const [only] = here.length > 0 ? here : named.filter(({ form }) => commune === undefined || form.commune === null);
    const few = here.length > 0 ? here : named;
    if (only && few.length === 1) return { kind: 'same', association: only, by: 'name' };

    const sharing = new Set(
      (values.contacts ?? []).flatMap(({ phone, email }) => [
        ...(this.#byContact.get(phone) ?? []),
        ...(this.#byContact.get(email.toLowerCase()) ?? []),
      ]),
    );
    const reached = [...sharing].filter((one) => !isAnother(one) && likeness(name, one) >= ENOUGH_WITH_CONTACT);
    if (reached[0] && reached.length === 1 && likeness(name, reached[0]) >= ENOUGH.elsewhere)
      return { kind: 'same', association: reached[0], by: 'contact' };

    const near = new Set(tellingWords(name).flatMap((word) => this.#byWord.get(word.slice(0, 5)) ?? []));
    const alike = [...new Set([...few, ...reached, ...near])]
      .filter((one) => !isAnother(one))
      .map((association) => ({ association, score: likeness(name, association) }))
      .filter(
        ({ association, score }) =>
          score >= (isOfCommune(association.form, commune) ? ENOUGH.sameCommune : ENOUGH.elsewhere) ||
          reached.includes(association),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ association }) => association);
    return alike.length > 0 ? { kind: 'perhaps', associations: alike } : { kind: 'none' };
  }
}

const isOfCommune = (form: OfficeForm, commune: string | undefined): boolean =>
  commune !== undefined && (form.commune === commune || form.communesOfActivity.includes(commune));

const likeness = (name: string, { form }: KnownAssociation): number =>
  Math.max(0, ...namesOf(form).map((other) => nameLikeness(name, other)));
