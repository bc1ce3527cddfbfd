import { buildEnv } from '../build-env.ts';

/** The records of a type that get a page: all of them, or in a preview the one that was asked for. */
export const withPage = <Record extends { readonly slug: string }>(records: readonly Record[]): readonly Record[] =>
  buildEnv.TRAME_ONLY_SLUG === undefined ? records : records.filter(({ slug }) => slug === buildEnv.TRAME_ONLY_SLUG);
