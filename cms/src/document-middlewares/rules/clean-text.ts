import type { Core } from '@strapi/strapi';
import { cleanText as clean } from '../../domain/clean-text.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { isValues } from '../engine/visit.ts';

const TEXT_TYPES = ['string', 'text', 'uid'];

function cleanInPlace(strapi: Core.Strapi, uid: string, data: Values): void {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = data[name];
    if (TEXT_TYPES.includes(String(attribute['type'])) && typeof value === 'string') {
      data[name] = clean(value) || null;
    } else if (attribute['type'] === 'component') {
      const entries = Array.isArray(value) ? value : [value];
      for (const entry of entries.filter(isValues)) cleanInPlace(strapi, String(attribute['component']), entry);
    }
  }
}

/** What is pasted from a PDF or a word processor is stored without outer spaces and invisible characters, accents composed; nothing is stored as null. */
export const cleanText: Rule = {
  onSave({ strapi, uid, data }) {
    cleanInPlace(strapi, uid, data);
    return [];
  },
};
