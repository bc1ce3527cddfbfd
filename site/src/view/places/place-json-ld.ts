import type { Venue } from '@trame/cms/domain/contract/site/territory';
import type { Place, WithContext } from 'schema-dts';

/** A venue as schema.org/Place. @param around address of its page, and its town where it is known */
export function placeJsonLd(
  { name, street, postalCode, latitude, longitude }: Venue,
  { url, city }: { readonly url: string; readonly city: string | null },
): WithContext<Place> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    name,
    url,
    address: {
      '@type': 'PostalAddress',
      ...(street === null ? {} : { streetAddress: street }),
      ...(postalCode === null ? {} : { postalCode }),
      ...(city === null ? {} : { addressLocality: city }),
      addressCountry: 'FR',
    },
    ...(latitude === null || longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  };
}
