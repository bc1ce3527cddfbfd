import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { resourceKinds } from '@trame/cms/domain/vocabulary/resource-kinds';
import type { DigitalDocument, Place, Service, Thing, WithContext } from 'schema-dts';
import { pricesIn } from '../prices.ts';

/** What stands around the resource; addresses are whole. */
export interface ResourceSurroundings {
  /** Of the resource's page. */
  readonly url: string;
  readonly image: string | null;
  readonly owner: { readonly name: string; readonly url: string | null };
  /** Where it is, or who may ask for it. */
  readonly commune: string | null;
  readonly territory: string;
}

/**
 * What is put in common as schema.org has it: a room is a Place, a paper a DigitalDocument, all else a Service of whoever offers it
 * (material is lent, not sold: a Product would promise a sale).
 */
export function resourceJsonLd(resource: Resource, around: ResourceSurroundings): WithContext<Thing> {
  const said = {
    '@context': 'https://schema.org' as const,
    name: resource.title,
    description: resource.summary,
    url: around.url,
    ...(around.image === null ? {} : { image: around.image }),
  };
  const owner = {
    '@type': 'Organization' as const,
    name: around.owner.name,
    ...(around.owner.url === null ? {} : { url: around.owner.url }),
  };
  if (resource.kind === 'salle') return { ...said, ...room(resource, around) };
  if (resource.kind === 'document')
    return {
      ...said,
      '@type': 'DigitalDocument',
      inLanguage: 'fr',
      publisher: owner,
    } satisfies WithContext<DigitalDocument>;
  const prices = pricesIn(resource.price ?? '');
  return {
    ...said,
    '@type': 'Service',
    serviceType: resourceKinds.label(resource.kind),
    provider: owner,
    areaServed: { '@type': 'AdministrativeArea', name: around.commune ?? around.territory },
    ...(prices.length === 0
      ? {}
      : {
          offers: prices.map((price) => ({ '@type': 'Offer' as const, price, priceCurrency: 'EUR', url: around.url })),
        }),
  } satisfies WithContext<Service>;
}

function room({ capacity }: Resource, { commune }: ResourceSurroundings): Exclude<Place, string> {
  return {
    '@type': 'Place',
    ...(capacity === null ? {} : { maximumAttendeeCapacity: capacity }),
    address: {
      '@type': 'PostalAddress',
      ...(commune === null ? {} : { addressLocality: commune }),
      addressCountry: 'FR',
    },
  };
}
