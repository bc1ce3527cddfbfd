/** The texts of any record, by the schema of its type: its own, those of its components, of its pictures and files. */
import type { Core } from '@strapi/strapi';
import { blocksText } from '../domain/blocks-text.ts';
import { isValues, type Path, type Values } from '../domain/visit.ts';

/** Every type with texts that the site or the booklet shows, and how one of its records is called in French. */
export const PUBLIC_TYPES: Readonly<Record<string, string>> = {
  'api::association.association': 'fiche d’association',
  'api::event.event': 'événement',
  'api::guide.guide': 'guide',
  'api::resource.resource': 'ressource',
  'api::action-plan.action-plan': 'plan d’actions',
  'api::axis.axis': 'axe de plan d’actions',
  'api::action.action': 'fiche action',
  'api::venue.venue': 'lieu',
  'api::theme.theme': 'thème',
  'api::audience.audience': 'public',
  'api::commune.commune': 'commune',
  'api::home.home': 'page d’accueil',
  'api::legal.legal': 'mentions légales',
  'api::site-settings.site-settings': 'réglages du site',
  'api::edition.edition': 'édition imprimée',
};

export interface RecordText {
  readonly text: string;
  /** Where the admin's form shows it; of a picture or of a rich text, the whole field. */
  readonly path: Path;
}

/** Attributes that never leave the office, of whatever type: what a source or an editor notes there is no publication. */
const OFFICE_ONLY: ReadonlySet<string> = new Set(['internalNote']);

interface Attribute {
  readonly type: string;
  readonly component?: string;
}

export const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  Object.entries((strapi.getModel(uid as 'api::event.event') as { attributes: Record<string, Attribute> }).attributes);

const OF_A_FILE = ['name', 'alternativeText', 'caption'] as const;
const WRITTEN: readonly string[] = ['string', 'text', 'richtext', 'uid'];

const filesOf = (value: unknown): Values[] => (Array.isArray(value) ? value : [value]).filter(isValues);

/** @param record with its components and files, as `readRecord` gives it */
export function recordTexts(strapi: Core.Strapi, uid: string, record: Values, path: Path = []): RecordText[] {
  return attributesOf(strapi, uid).flatMap(([name, { type, component = '' }]): RecordText[] => {
    const value = record[name];
    const here = [...path, name];
    if (WRITTEN.includes(type)) return typeof value === 'string' ? [{ text: value, path: here }] : [];
    if (type === 'blocks') return [{ text: blocksText(value), path: here }];
    if (type === 'media')
      return filesOf(value).flatMap((file) =>
        OF_A_FILE.flatMap((key) => (typeof file[key] === 'string' ? [{ text: file[key], path: here }] : [])),
      );
    if (type !== 'component') return [];
    if (!Array.isArray(value)) return isValues(value) ? recordTexts(strapi, component, value, here) : [];
    return value.flatMap((inner: unknown, index) =>
      isValues(inner) ? recordTexts(strapi, component, inner, [...here, index]) : [],
    );
  });
}

/** The same without what only the office reads: the texts that are published. */
export const publishedTexts = (strapi: Core.Strapi, uid: string, record: Values): RecordText[] =>
  recordTexts(strapi, uid, record).filter(({ path: [attribute] }) => !OFFICE_ONLY.has(String(attribute)));
