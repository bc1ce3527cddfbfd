import type { Dataset, WithContext } from 'schema-dts';
import { geoJsonPath, jsonPath } from './files.ts';
import type { OpenContent } from './open-content.ts';
import { withChildren } from './column.ts';
import { csvPath } from './table-schema.ts';
import { COLLECTIONS } from './tables/collections.ts';
import { LICENCE, VERSION } from './version.ts';

/**
 * What is given away, as search engines of data read it (schema.org/Dataset; Google asks for a description of 50 to 5 000 letters).
 * @param builtAt when the files were made: an instant, ISO 8601
 */
export function datasetJsonLd(
  { content, siteUrl }: OpenContent,
  { name, description, builtAt }: { readonly name: string; readonly description: string; readonly builtAt: string },
): WithContext<Dataset> {
  const { operatorName, operatorWebsite, territoryName } = content.settings;
  const operator = { '@type': 'Organization' as const, name: operatorName, url: operatorWebsite ?? `${siteUrl}/` };
  const file = (title: string, path: string, encodingFormat: string) => ({
    '@type': 'DataDownload' as const,
    name: title,
    contentUrl: siteUrl + path,
    encodingFormat,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name,
    description,
    url: `${siteUrl}/donnees/`,
    inLanguage: 'fr',
    version: VERSION,
    license: LICENCE.url,
    isAccessibleForFree: true,
    dateModified: builtAt,
    creator: operator,
    publisher: operator,
    spatialCoverage: { '@type': 'Place', name: territoryName },
    keywords: COLLECTIONS.map(({ table }) => table.title),
    distribution: COLLECTIONS.flatMap((collection) => [
      ...withChildren(collection.table).map((table) => file(table.title, csvPath(table), 'text/csv')),
      file(collection.table.title, jsonPath(collection), 'application/json'),
      ...(collection.isPlaced ? [file(collection.table.title, geoJsonPath(collection), 'application/geo+json')] : []),
    ]),
  };
}
