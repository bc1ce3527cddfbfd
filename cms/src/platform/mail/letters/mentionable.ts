/** A link, an address or a number, as mail programs recognise them in the middle of a text. */
const LEADS_SOMEWHERE = /:\/\/|@|[\p{L}\p{N}][\p{L}\p{N}-]*\.\p{L}{2,}|(?:\d[\s./()-]*){8}/u;

/**
 * A name that a stranger chose, for a letter to an address that the same stranger typed: the letter must not carry somebody's
 * link to somebody else under our name. A name that would, or only seems to (« A.S.Vélo »), is left out.
 *
 * @param instead said in its place
 */
export const mentionable = (name: string, instead: string): string => (LEADS_SOMEWHERE.test(name) ? instead : name);
