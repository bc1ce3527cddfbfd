import { parseMapAddress } from '../../domain/map-background.ts';
import type { Fault, Rule, Values } from '../engine/rule.ts';
import { wellFormed } from '../engine/well-formed.ts';

const UID = 'api::site-settings.site-settings';
const UNSIGNED =
  'Dites qui a fait ce fond de carte, par exemple «\u00a0IGN\u00a0» ou «\u00a0© les contributeurs d’OpenStreetMap\u00a0»\u00a0: leur licence le demande.';

const address = wellFormed([{ uid: UID, field: 'mapAddress' }], parseMapAddress);

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const unsigned = (data: Values): Fault[] =>
  isFilled(data['mapAddress']) && 'mapAttribution' in data && !isFilled(data['mapAttribution'])
    ? [{ path: ['mapAttribution'], message: UNSIGNED }]
    : [];

/** The background of the map has an address that a browser may ask, and says who made it. */
export const mapBackgrounds: Rule = {
  appliesTo: [UID],
  onSave: async (saving) => [...((await address.onSave?.(saving)) ?? []), ...unsigned(saving.data)],
  onPublish: async (publishing) => [...((await address.onPublish?.(publishing)) ?? []), ...unsigned(publishing.record)],
};
