/** The check with its tables (telephone numbers of the world, schemas): fetched once somebody writes, not before. */
export { checkEntry, withoutEmptyRows } from '@trame/cms/domain/entry/check-entry';
export { dayOf } from '@trame/cms/domain/dates';
