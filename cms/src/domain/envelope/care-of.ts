/** What stands on an envelope when an association has no address of its own: its commune's town hall knows its people. */
import { envelopeAddress, type EnvelopeBlock, type PostalAddress } from './envelope-address.ts';

/** Where such mail goes. */
export interface TownHall {
  readonly commune: string;
  readonly postalCode: string;
}

/** Said on the envelope, above the town (line 3 of NF Z 10-011). */
const CARE_OF = 'Aux bons soins de la mairie';

export interface Envelope extends EnvelopeBlock {
  /** The commune whose town hall hands it on; null when it goes to the association itself, or nowhere. */
  readonly townHall: string | null;
}

/** The association's own address where that finds a letter box, else that of its town hall, when it is known. */
export function envelopeOrTownHall(own: PostalAddress, townHall: TownHall | null): Envelope {
  const block = envelopeAddress(own);
  // A name and a town alone find no letter box.
  const isWhole = block.isAddressed && `${own.street}${own.complement}`.trim() !== '';
  if (isWhole || townHall === null) return { ...block, townHall: null };
  const { commune: city, postalCode } = townHall;
  return {
    ...envelopeAddress({ name: own.name, complement: CARE_OF, street: '', postalCode, city }),
    townHall: city,
  };
}
