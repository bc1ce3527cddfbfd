import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { findUniqueColumn, UNIQUE_COLUMNS } from './unique-indexes.ts';
import { alreadyTaken, type Duplicate } from './already-taken.ts';
import { refusal } from './refuse.ts';

interface Violation {
  readonly code: '23505';
  readonly constraint: string;
  /** PostgreSQL: `Key (slug)=(amicale) already exists.` */
  readonly detail?: string;
}

const isViolation = (error: unknown): error is Violation =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505' && 'constraint' in error;

/** The type, attribute and value of a violation that the database reports. */
function fromDatabase(strapi: Core.Strapi, error: unknown): Duplicate | null {
  if (!isViolation(error)) return null;
  const column = findUniqueColumn(strapi, error.constraint);
  return column ? { ...column, value: /=\((.*)\) already exists/.exec(error.detail ?? '')?.[1] ?? '' } : null;
}

/** The same of one that Strapi's own validation found between our question and the write. */
function fromStrapi(uid: string, error: unknown): Duplicate | null {
  if (!(error instanceof errors.ValidationError)) return null;
  const { errors: faults = [] } = (error.details ?? {}) as { errors?: { path?: string[]; value?: unknown }[] };
  for (const { path, value } of faults) {
    const column = UNIQUE_COLUMNS.find((one) => one.uid === uid && one.attribute === path?.[0]);
    if (column && path?.length === 1 && typeof value === 'string') return { ...column, value };
  }
  return null;
}

/**
 * Two publications at the same moment both find a value free; the database lets one of them win. The other gets the message
 * that it would have got a second later.
 */
export function explainDuplicates(strapi: Core.Strapi) {
  return async (context: { uid: string }, next: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      const duplicate = fromDatabase(strapi, error) ?? fromStrapi(context.uid, error);
      if (!duplicate) throw error;
      throw refusal(strapi, context.uid, null, [await alreadyTaken(strapi, duplicate)]);
    }
  };
}
