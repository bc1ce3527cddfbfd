/** A resource as an editor writes it: made from a record as data and back (`content-values.ts`). Pure. */
import { z } from 'zod';
import { resourceKinds, type ResourceKind } from '../vocabulary/resource-kinds.ts';
import {
  files,
  first,
  ids,
  lacksOf,
  number,
  oneId,
  orNull,
  term,
  text,
  textFault,
  tidyTexts,
  yesNo,
  type RecordFault,
} from './content-values.ts';
import { resourceFields } from './resource-fields.ts';

const Content = z.object({
  title: text,
  slug: text,
  kind: term(resourceKinds.values),
  summary: text,
  description: text,
  owner: oneId,
  ownerName: text,
  quantity: number,
  capacity: number,
  conditions: text,
  howToGet: text,
  deposit: number,
  price: text,
  commune: oneId,
  bookable: yesNo,
  photos: files,
  attachments: files,
  themes: ids,
  internalNote: text,
});

export interface ResourceForm extends Omit<z.infer<typeof Content>, 'deposit'> {
  readonly kind: ResourceKind | '';
  /** Euros, as typed: "150", "12,50". */
  readonly deposit: string;
}

const euros = new Intl.NumberFormat('fr-FR', { useGrouping: false, maximumFractionDigits: 2 });

/** What may be typed as an amount, letter by letter: the field takes nothing else, so that nothing typed is ever lost. */
export const isAmountTyped = (typed: string): boolean => /^\d{0,7}(?:[.,]\d{0,2})?$/.test(typed);

/** Euros as they are typed in France: `150`, `12,50`, `12,`. Null for nothing. */
export function readEuros(typed: string): number | null {
  const plain = typed.replace(',', '.').replace(/\.$/, '');
  return plain === '' || !isAmountTyped(plain) ? null : Number(plain);
}

export function resourceFormOf(content: Readonly<Record<string, unknown>>): ResourceForm {
  const read = Content.parse(content);
  return { ...read, deposit: read.deposit === null ? '' : euros.format(read.deposit) };
}

export function contentOfResource(form: ResourceForm): Record<string, unknown> {
  return {
    title: orNull(form.title),
    slug: orNull(form.slug),
    kind: form.kind || null,
    summary: orNull(form.summary),
    description: orNull(form.description),
    owner: first(form.owner),
    ownerName: orNull(form.ownerName),
    quantity: form.quantity,
    capacity: form.capacity,
    conditions: orNull(form.conditions),
    howToGet: orNull(form.howToGet),
    deposit: readEuros(form.deposit),
    price: orNull(form.price),
    commune: first(form.commune),
    bookable: form.bookable,
    photos: form.photos,
    attachments: form.attachments,
    themes: form.themes,
    internalNote: orNull(form.internalNote),
  };
}

export const tidyResource = (form: ResourceForm): ResourceForm => tidyTexts(form);

const words = {
  title: 'Donnez un intitulé à la ressource.',
  kind: 'Choisissez la nature de la ressource.',
  summary: 'Dites en une ou deux phrases ce que c’est.',
  least: 'Écrivez un nombre d’au moins 1, ou laissez vide.',
};

/** What publication would refuse, in the order of the form; the server has the last word. */
export function resourceFaults(form: ResourceForm): RecordFault[] {
  return [
    ...textFault('title', form.title, resourceFields.title, words.title),
    ...(form.kind === '' ? [{ path: 'kind', message: words.kind }] : []),
    ...textFault('summary', form.summary, resourceFields.summary, words.summary),
    ...(['quantity', 'capacity'] as const).flatMap((path) =>
      form[path] !== null && form[path] < 1 ? [{ path, message: words.least }] : [],
    ),
  ];
}

export function resourceLacks(form: ResourceForm) {
  const said = (typed: string) => typed.trim() !== '';
  return lacksOf([
    ['title', said(form.title), 'Donner un intitulé'],
    ['kind', form.kind !== '', 'Choisir la nature'],
    ['summary', said(form.summary), 'Dire en bref ce que c’est'],
    ['owner', form.owner.length > 0 || said(form.ownerName), 'Dire à qui cela appartient'],
    ['howToGet', said(form.howToGet), 'Dire comment l’obtenir'],
    ['commune', form.commune.length > 0, 'Indiquer la commune'],
    ['price', said(form.price), 'Dire le tarif'],
    ['photos', form.photos.length > 0, 'Ajouter une photo'],
  ]);
}
