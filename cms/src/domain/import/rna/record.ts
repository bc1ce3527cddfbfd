/** A row of the register as it is used: who and where, never a person, a street or a number. */
import type { LegalForm } from '../../vocabulary/legal-forms.ts';
import { parseWebAddress } from '../../web-address.ts';
import { lastOf, registerDay } from './dates.ts';
import { rnaNumber } from '../cells/register-ids.ts';
import { fieldOf, type RnaField, type RnaLayout } from './layout.ts';
import type { Seat } from '../territory.ts';

/** `active`, `dissolved`, `deleted`, or `replaced` by a row with a number of today. */
export type RnaPosition = 'active' | 'dissolved' | 'deleted' | 'replaced';

export interface RnaRecord {
  /** As the register has it: a number of today, or an opaque one of before 2009. */
  readonly id: string;
  /** The number of today; null in rows that have none. */
  readonly rnaId: string | null;
  readonly position: RnaPosition;
  /** Of a row that was replaced: the number of the one that replaces it. */
  readonly replacedBy: string | null;
  readonly title: string;
  readonly shortTitle: string;
  readonly object: string;
  readonly code: string;
  readonly seat: Seat;
  readonly createdOn: string | null;
  readonly dissolvedOn: string | null;
  /** The last day on which something was created, declared or published. */
  readonly lastSeenOn: string | null;
  readonly legalForm: LegalForm;
  /** Only where the register says that it may be published. */
  readonly website: string;
  /** When the register last wrote the row. */
  readonly updatedOn: string | null;
}

const POSITIONS: ReadonlyMap<string, RnaPosition> = new Map([
  ['A', 'active'],
  ['D', 'dissolved'],
  ['S', 'deleted'],
  ['R', 'replaced'],
]);

/** `;` of the object came out as ` ,  ` or ` ;`. */
const tidy = (text: string): string =>
  text
    .replace(/\s+([,;])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function websiteOf(text: string): string {
  const read = parseWebAddress(text);
  return text !== '' && read.ok ? read.value : '';
}

/** @returns null for a row without an id, a title or a position that is known */
export function recordOf(row: readonly string[], layout: RnaLayout, today: string): RnaRecord | null {
  const text = (field: RnaField): string => fieldOf(row, layout, field);
  const id = text('id');
  const position = POSITIONS.get(text('position').toUpperCase());
  const title = tidy(text('title'));
  if (id === '' || title === '' || position === undefined) return null;
  const day = (field: RnaField): string | null => registerDay(text(field), today);
  const createdOn = day('createdOn');
  const dissolvedOn = day('dissolvedOn');
  return {
    id,
    rnaId: rnaNumber(id),
    position: position === 'active' && dissolvedOn !== null ? 'dissolved' : position,
    replacedBy: position === 'replaced' ? rnaNumber(text('observation')) : null,
    title,
    shortTitle: tidy(text('shortTitle')),
    object: tidy(text('object')),
    code: text('code'),
    seat: { inseeCode: text('inseeCode'), postalCode: text('postalCode'), commune: tidy(text('commune')) },
    createdOn,
    dissolvedOn,
    lastSeenOn: lastOf([createdOn, day('declaredOn'), day('publishedOn')]),
    legalForm: text('nature') === 'R' || text('publicUtility') !== '' ? 'utilité publique' : 'déclarée',
    website: text('mayPublishWebsite') === '1' ? websiteOf(text('website')) : '',
    updatedOn: day('updatedAt'),
  };
}
