/** A guide as an editor writes it: made from a record as data and back (`content-values.ts`). Pure. */
import { z } from 'zod';
import { isValues, textOf } from '../visit.ts';
import { guideKinds, type GuideKind } from '../vocabulary/guide-kinds.ts';
import { parseWebAddress } from '../web-address.ts';
import {
  blocks,
  dayFault,
  files,
  first,
  ids,
  lacksOf,
  oneFile,
  orNull,
  term,
  text,
  textFault,
  tidyDay,
  tidyText,
  type RecordFault,
} from './content-values.ts';
import { guideFields } from './guide-fields.ts';

const Source = z.object({ label: text, url: text });

const Content = z.object({
  title: text,
  slug: text,
  kind: term(guideKinds.values),
  /** `YYYY-MM-DD`, or as typed. */
  date: text,
  updatedOn: text,
  place: text,
  summary: text,
  body: blocks,
  easyText: text,
  image: oneFile,
  attachments: files,
  source: Source.nullable().catch(null),
  themes: ids,
  associations: ids,
  guides: ids,
});

export interface GuideForm extends Omit<z.infer<typeof Content>, 'source' | 'body'> {
  /** Blocks as Strapi stores them. */
  readonly body: readonly unknown[] | null;
  readonly kind: GuideKind | '';
  readonly source: z.infer<typeof Source>;
}

export function guideFormOf(content: Readonly<Record<string, unknown>>): GuideForm {
  const read = Content.parse(content);
  return { ...read, source: read.source ?? { label: '', url: '' } };
}

export function contentOfGuide(form: GuideForm): Record<string, unknown> {
  const { label, url } = form.source;
  return {
    title: orNull(form.title),
    slug: orNull(form.slug),
    kind: form.kind || null,
    date: orNull(form.date),
    updatedOn: orNull(form.updatedOn),
    place: orNull(form.place),
    summary: orNull(form.summary),
    body: form.body,
    easyText: orNull(form.easyText),
    image: first(form.image),
    attachments: form.attachments,
    source: `${label}${url}`.trim() === '' ? null : { label: orNull(label), url: orNull(url) },
    themes: form.themes,
    associations: form.associations,
    guides: form.guides,
  };
}

export function tidyGuide(form: GuideForm, today: string): GuideForm {
  return {
    ...form,
    title: tidyText(form.title),
    slug: tidyText(form.slug),
    place: tidyText(form.place),
    summary: tidyText(form.summary),
    easyText: tidyText(form.easyText),
    date: tidyDay(form.date, today, 'behind'),
    updatedOn: tidyDay(form.updatedOn, today, 'behind'),
    source: { label: tidyText(form.source.label), url: tidyText(form.source.url) },
  };
}

const words = {
  title: 'Donnez un titre au guide.',
  kind: 'Choisissez la nature du guide.',
  summary: 'Résumez-le en une ou deux phrases\u00a0: c’est le texte des listes.',
  body: 'Écrivez le texte du guide.',
  source: 'Nommez la source, ou effacez son adresse.',
};

/** Is there nothing to read in a rich text, and nothing to see? */
const isBlank = (node: unknown): boolean => {
  if (Array.isArray(node)) return node.every(isBlank);
  if (!isValues(node)) return true;
  if (node['type'] === 'image') return false;
  return textOf(node['text']).trim() === '' && isBlank(node['children']);
};

/** What publication would refuse, in the order of the form; the server has the last word. */
export function guideFaults(form: GuideForm, today: string): RecordFault[] {
  const { source } = form;
  const address = source.url.trim() === '' ? null : parseWebAddress(source.url);
  return [
    ...textFault('title', form.title, guideFields.title, words.title),
    ...(form.kind === '' ? [{ path: 'kind', message: words.kind }] : []),
    ...dayFault('date', form.date, today, 'behind'),
    ...dayFault('updatedOn', form.updatedOn, today, 'behind'),
    ...textFault('summary', form.summary, guideFields.summary, words.summary),
    ...(isBlank(form.body) ? [{ path: 'body', message: words.body }] : []),
    ...(source.url.trim() !== '' && source.label.trim() === ''
      ? [{ path: 'source.label', message: words.source }]
      : []),
    ...(address && !address.ok ? [{ path: 'source.url', message: address.message }] : []),
  ];
}

export function guideLacks(form: GuideForm) {
  const said = (typed: string) => typed.trim() !== '';
  return lacksOf([
    ['title', said(form.title), 'Donner un titre'],
    ['kind', form.kind !== '', 'Choisir la nature'],
    ['summary', said(form.summary), 'Résumer en une ou deux phrases'],
    ['body', !isBlank(form.body), 'Écrire le texte'],
    ['date', said(form.date), 'Indiquer la date'],
    ['themes', form.themes.length > 0, 'Choisir un thème'],
    ['image', form.image.length > 0, 'Ajouter une image'],
  ]);
}
