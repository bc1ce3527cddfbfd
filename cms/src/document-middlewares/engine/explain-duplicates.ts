import type { Core } from '@strapi/strapi';
import { findUniqueColumn } from '../../bootstrap/unique-indexes.ts';
import { alreadyTaken } from '../rules/unique-values.ts';
import { refusal } from './refuse.ts';

interface Violation {
  readonly code: '23505';
  readonly constraint: string;
  /** PostgreSQL: `Key (slug)=(amicale) already exists.` */
  readonly detail?: string;
}

const isViolation = (error: unknown): error is Violation =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505' && 'constraint' in error;

/**
 * Two publications at the same moment both find a value free; the database lets one of them win. The other gets the message
 * that it would have got a second later.
 */
export function explainDuplicates(strapi: Core.Strapi) {
  return async (context: { uid: string }, next: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      const column = isViolation(error) ? findUniqueColumn(strapi, error.constraint) : undefined;
      if (!column || !isViolation(error)) throw error;
      const value = /=\((.*)\) already exists/.exec(error.detail ?? '')?.[1] ?? '';
      throw refusal(strapi, context.uid, null, [await alreadyTaken(strapi, column.uid, column.attribute, value)]);
    }
  };
}
