/**
 * Only a token that somebody made for this action may read the export. Strapi has already refused everyone without the
 * permission; this also refuses "full access" tokens, which have every permission without anyone having meant this one.
 */
const builderToken = ({ state }: { state: { auth?: { credentials?: { type?: unknown } } } }): boolean =>
  state.auth?.credentials?.type === 'custom';

export default builderToken;
