/** What files under an open licence may not say. Whoever reads them may do anything with them, for ever. */
import type { Contact } from './association.ts';
import { indexWithheld, type WithheldIndex } from '../../withheld-index.ts';

interface Shown {
  readonly id: string;
  readonly contacts: readonly Contact[];
}

/**
 * The numbers and addresses that the site shows and open data may not: agreeing to the one is not agreeing to the other
 * (decision 10 of the design). What no contact of the directory is known by stays what its author made of it.
 * @param associations of the export of the site
 */
export const withheldFromOpenData = (associations: readonly Shown[]): WithheldIndex =>
  indexWithheld(
    'openData',
    associations.flatMap(({ id, contacts }) =>
      contacts.map(({ phone, email, openData }) => ({ owner: id, phone, email, shown: openData === true })),
    ),
  );
