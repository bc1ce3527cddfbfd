import { parseColour } from '../../domain/colour.ts';
import { wellFormed } from '../engine/well-formed.ts';

/** Colours are stored as `#rrggbb`. */
export const colours = wellFormed(
  [
    { uid: 'api::theme.theme', field: 'colour' },
    { uid: 'api::site-settings.site-settings', field: 'primaryColour' },
    { uid: 'api::site-settings.site-settings', field: 'accentColour' },
  ],
  parseColour,
);
