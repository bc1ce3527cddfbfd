import type { Rule } from '../engine/rule.ts';

const IDENTITY = ['id', 'documentId', 'publishedAt'];

/**
 * What a record is known by, and whether it is public, is not content: Strapi would write what a forged form says, and links,
 * proofs and files that name the record would lose it. Seeds may choose the id of a record that they create.
 */
export const recordIdentity: Rule = {
  onSave({ action, data }) {
    if (action === 'create') return [];
    for (const field of IDENTITY) delete data[field];
    return [];
  },
};
