import type { Rule } from '../engine/rule.ts';

const PARENTS: Record<string, { readonly field: string; readonly message: string }> = {
  'api::axis.axis': { field: 'plan', message: 'Choisissez le plan d’actions auquel cet axe appartient.' },
  'api::action.action': { field: 'axis', message: 'Choisissez l’axe auquel cette action appartient.' },
};

/** An axis stands in a plan, and an action in an axis: alone, they would be published and nowhere to be seen. */
export const planParts: Rule = {
  appliesTo: Object.keys(PARENTS),
  onPublish({ uid, record }) {
    const parent = PARENTS[uid];
    return parent && !record[parent.field] ? [{ path: [parent.field], message: parent.message }] : [];
  },
};
