/** What a page may send of a record, held to the schema of its type: no attribute too many, none of another kind, none too long. */
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { Id } from '../domain/primitives.ts';
import { contentAttributes, isToMany, type ContentAttribute } from './record-content.ts';

/** What a column of a line holds; of a text, and of a list, more than anybody types. What is shorter by rule is refused by the rule. */
const LINE = 255;
const TEXT = 100_000;
const ITEMS = 2_000;

interface InputAttribute extends ContentAttribute {
  readonly maxLength?: number;
  readonly enum?: readonly string[];
}

function shapeOfAttribute(strapi: Core.Strapi, attribute: InputAttribute): z.ZodType {
  const { type } = attribute;
  switch (type) {
    case 'text':
    case 'richtext':
      return z
        .string()
        .max(attribute.maxLength ?? TEXT)
        .nullable();
    case 'boolean':
      return z.boolean().nullable();
    case 'integer':
    case 'biginteger':
    case 'float':
    case 'decimal':
      return z.number().nullable();
    case 'enumeration':
      return z.enum((attribute.enum ?? []) as [string, ...string[]]).nullable();
    case 'relation':
      return isToMany(attribute) ? z.array(Id.max(LINE)).max(ITEMS) : Id.max(LINE).nullable();
    case 'media':
      return isToMany(attribute) ? z.array(z.int()).max(ITEMS) : z.int().nullable();
    case 'component': {
      const shape = recordInput(strapi, attribute.component ?? '', []);
      return attribute.repeatable === true ? z.array(shape).max(ITEMS) : shape.nullable();
    }
    case 'blocks':
      return z.array(z.unknown()).max(ITEMS).nullable();
    case 'json':
      return z.unknown();
    default:
      // A line, an address, a day, an hour: what it may say is for the rules of content.
      return z
        .string()
        .max(attribute.maxLength ?? LINE)
        .nullable();
  }
}

/**
 * The shape of the data of a record or of a component, every attribute optional: what is not sent stays as it is.
 * @param except attributes that may not be sent
 */
export const recordInput = (strapi: Core.Strapi, uid: string, except: readonly string[]) =>
  z.strictObject(
    Object.fromEntries(
      contentAttributes(strapi, uid)
        .filter(([name]) => !except.includes(name))
        .map(([name, attribute]) => [name, shapeOfAttribute(strapi, attribute as InputAttribute).optional()]),
    ),
  );
