import type { Address } from '@trame/cms/domain/contract/site/association';

/** An address line by line, as one reads it: street, complement, postcode and town. Capitals are for envelopes. */
export function addressLines({ street, complement, postalCode, city }: Address): string[] {
  const town = [postalCode, city].filter((part) => part !== null).join(' ');
  return [complement, street, town === '' ? null : town].filter((line) => line !== null);
}
