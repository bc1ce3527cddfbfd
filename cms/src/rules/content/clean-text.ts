import type { Core } from '@strapi/strapi';
import { cleanText as clean } from '../../domain/clean-text.ts';
import { asMeant } from '../../domain/pasted-text.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { isValues } from '../../domain/visit.ts';

const TEXT_TYPES = ['string', 'text', 'uid'];

/** The texts of a page, which stand in runs: the spaces at their ends part words. */
function meantInPlace(node: unknown): void {
  if (Array.isArray(node)) for (const inner of node) meantInPlace(inner);
  if (!isValues(node)) return;
  if (typeof node['text'] === 'string') node['text'] = asMeant(node['text']);
  meantInPlace(node['children']);
}

/** A page that came as a text, from a table or a program: its paragraphs. A draft would keep the text, which no page could show. */
function asBlocks(text: string): Values[] | null {
  const paragraphs = clean(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (paragraphs.length === 0) return null;
  return paragraphs.map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));
}

function cleanInPlace(strapi: Core.Strapi, uid: string, data: Values): void {
  const { attributes } = strapi.getModel(uid as 'api::theme.theme') as { attributes: Record<string, Values> };
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = data[name];
    if (TEXT_TYPES.includes(String(attribute['type'])) && typeof value === 'string') {
      data[name] = clean(value) || null;
    } else if (attribute['type'] === 'blocks') {
      if (typeof value === 'string') data[name] = asBlocks(value);
      meantInPlace(data[name]);
    } else if (attribute['type'] === 'component') {
      const entries = Array.isArray(value) ? value : [value];
      for (const entry of entries.filter(isValues)) cleanInPlace(strapi, String(attribute['component']), entry);
    }
  }
}

/** What is pasted from a PDF or a word processor is stored as it was meant (`domain/pasted-text.ts`), without outer spaces; nothing is stored as null. */
export const cleanText: Rule = {
  onSave({ strapi, uid, data }) {
    cleanInPlace(strapi, uid, data);
    return [];
  },
};
