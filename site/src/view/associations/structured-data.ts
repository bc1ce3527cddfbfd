import type { Association } from '@trame/cms/domain/contract/site/association';
import type { NGO, WithContext } from 'schema-dts';
import type { Content } from '../../content/index-content.ts';

/**
 * An association as schema.org's NGO. Only what the page itself shows. There is no French value of `nonprofitStatus`, so it
 * is left out; the RNA number is an `identifier`.
 */
export function associationData(content: Content, association: Association, url: string): WithContext<NGO> {
  const { address } = association;
  const seat = association.commune === null ? undefined : content.communes.byId(association.commune);
  const communes = content.communes.some([...new Set(association.communesOfActivity)]);
  const [contact] = association.contacts.filter(({ phone, email }) => phone !== null || email !== null);
  return {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    '@id': `${url}#association`,
    url,
    name: association.name,
    description: association.summary,
    ...some({
      legalName: association.officialName,
      alternateName: association.acronym,
      foundingDate: association.foundedYear === null ? null : String(association.foundedYear),
      telephone: contact?.phone ?? null,
      email: contact?.email ?? null,
    }),
    ...(association.rnaId === null
      ? {}
      : { identifier: { '@type': 'PropertyValue' as const, propertyID: 'RNA', value: association.rnaId } }),
    ...(address || seat
      ? {
          address: {
            '@type': 'PostalAddress' as const,
            addressCountry: 'FR',
            ...some({
              streetAddress: address?.street ?? null,
              postalCode: address?.postalCode ?? null,
              addressLocality: address?.city ?? seat?.name ?? null,
            }),
          },
        }
      : {}),
    ...(communes.length === 0 ? {} : { areaServed: communes.map(({ name }) => ({ '@type': 'City' as const, name })) }),
    knowsAbout: content.themes.some(association.themes).map(({ name }) => name),
    ...list('sameAs', [association.website, ...association.networks.map(({ url: link }) => link)]),
  };
}

/** The properties that have a value. */
function some<T extends Record<string, string | null>>(properties: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: string;
  };
}

function list<K extends string>(key: K, values: readonly (string | null)[]): { [P in K]?: string[] } {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? {} : ({ [key]: known } as { [P in K]: string[] });
}
