/** Every route that anybody may call, and how much of it: one list, read before a byte of a body is. */
import { ENTRY_FORM_BYTES, LOGO_BYTES } from '../domain/entry/limits.ts';

/** How often one address may come, within `seconds`. An office, or a village hall, is one address for everybody in it. */
export interface Pace {
  readonly times: number;
  readonly seconds: number;
}

export interface Door {
  readonly method: 'GET' | 'POST';
  /** Of the whole request body. */
  readonly bytes: number;
  readonly body: 'json' | 'multipart';
  readonly pace: Pace;
}

const SHORT_BYTES = 2_000;
/** What a multipart body weighs besides its file. */
const ENVELOPE_BYTES = 10_000;

const MINUTE = 60;
const TEN_MINUTES = 600;
const HOUR = 3600;

const json = (bytes: number, times: number, seconds: number): Door => ({
  method: 'POST',
  body: 'json',
  bytes,
  pace: { times, seconds },
});
const logo: Door = {
  method: 'POST',
  body: 'multipart',
  bytes: LOGO_BYTES + ENVELOPE_BYTES,
  pace: { times: 20, seconds: TEN_MINUTES },
};
const reading = json(SHORT_BYTES, 60, MINUTE);
const answering = json(ENTRY_FORM_BYTES, 30, TEN_MINUTES);

const DOORS: readonly (readonly [path: RegExp, door: Door])[] = [
  [/^\/api\/ma-fiche\/(?:ouvrir|apercu)$/, reading],
  [/^\/api\/ma-fiche\/(?:confirmer|proposer)$/, answering],
  [/^\/api\/ma-fiche\/logo$/, logo],
  [/^\/api\/declarer\/ressemblances$/, json(SHORT_BYTES, 30, MINUTE)],
  [/^\/api\/declarer$/, json(ENTRY_FORM_BYTES, 10, HOUR)],
  [/^\/api\/retrait\/(?:ouvrir|confirmer)$/, json(SHORT_BYTES, 20, MINUTE)],
  [/^\/api\/mes-donnees$/, json(SHORT_BYTES, 5, TEN_MINUTES)],
  [/^\/api\/mes-donnees\/ouvrir$/, json(SHORT_BYTES, 20, MINUTE)],
  [/^\/api\/session\/lien$/, json(SHORT_BYTES, 5, TEN_MINUTES)],
  [/^\/api\/session\/(?:ouvrir|fermer)$/, json(SHORT_BYTES, 20, MINUTE)],
  [/^\/api\/session\/rafraichir$/, json(SHORT_BYTES, 60, MINUTE)],
  [/^\/api\/espace$/, { ...reading, method: 'GET' }],
  [/^\/api\/espace\/associations\/[^/]+\/(?:ouvrir|apercu)$/, reading],
  [/^\/api\/espace\/associations\/[^/]+\/logo$/, logo],
  [/^\/api\/espace\/associations\/[^/]+\/(?:inviter|retirer)$/, json(SHORT_BYTES, 30, TEN_MINUTES)],
  [/^\/api\/espace\/associations\/[^/]+\/(?:confirmer|proposer|evenement|guide)$/, answering],
];

/**
 * Where the doors stand: what is below and has none is not there for the public. In whatever letters: Strapi's router takes
 * `/API/Ma-Fiche/ouvrir` for the same address, which would otherwise be a way around the door.
 */
const PUBLIC = /^\/api\/(?:ma-fiche|declarer|retrait|mes-donnees|session|espace)(?:\/|$)/i;

/**
 * The door of a path: null when the path is none of the public's, `closed` when it is but nothing stands there. What one
 * door counts has the door's name: the two ways to answer share their pace.
 */
export function doorOf(path: string): { readonly door: Door; readonly name: string } | 'closed' | null {
  if (!PUBLIC.test(path)) return null;
  const found = DOORS.find(([pattern]) => pattern.test(path));
  return found ? { door: found[1], name: found[0].source } : 'closed';
}
