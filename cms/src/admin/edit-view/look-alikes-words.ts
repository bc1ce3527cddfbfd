/** What a form says that may be said of another record. Pure. */
import type { TwinQuestion } from '../../domain/contract/desk/finding.ts';
import { dayOf } from '../../domain/dates.ts';

export const lookAlikesWords = {
  title: 'Déjà dans l’annuaire\u202f?',
  none: 'Aucune fiche ne ressemble à celle-ci pour l’instant.',
  some: 'Ces fiches ressemblent à celle que vous créez\u00a0: est-ce l’une d’elles\u202f?',
};

const TYPES: Readonly<Record<string, TwinQuestion['type']>> = {
  'api::association.association': 'association',
  'api::event.event': 'event',
  'api::venue.venue': 'venue',
};

/** Null for types whose records have no look-alikes. */
export const twinTypeOf = (model: string): TwinQuestion['type'] | null =>
  Object.hasOwn(TYPES, model) ? (TYPES[model] ?? null) : null;

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;
const textIn = (values: unknown, key: string): string => {
  const value = isValues(values) ? values[key] : undefined;
  return typeof value === 'string' ? value : '';
};

/** The record that is chosen in a relation of Strapi’s form, which says only what is to be connected. */
function chosenIn(value: unknown): string {
  const connect = isValues(value) ? value['connect'] : undefined;
  const last: unknown = Array.isArray(connect) ? connect.at(-1) : undefined;
  return textIn(isValues(last) ? last['apiData'] : undefined, 'documentId') || textIn(last, 'documentId');
}

const firstOf = (value: unknown, key: string): string =>
  Array.isArray(value) ? (value.map((one) => textIn(one, key)).find(Boolean) ?? '') : '';

/** What is asked about a form, as Strapi holds its values. Nothing that could be refused: only what fits is asked. */
export function twinQuestion(model: string, values: Values): TwinQuestion {
  const begin = firstOf(values['timings'], 'begin');
  return {
    type: twinTypeOf(model) ?? 'association',
    name: (textIn(values, 'name') || textIn(values, 'title')).slice(0, 300),
    commune: chosenIn(values['commune']),
    phone: firstOf(values['contacts'], 'phone').slice(0, 60),
    email: firstOf(values['contacts'], 'email').slice(0, 254),
    rnaId: textIn(values, 'rnaId').slice(0, 30),
    day: Number.isNaN(Date.parse(begin)) ? '' : dayOf(begin),
    except: '',
  };
}
