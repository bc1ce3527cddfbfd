import { FILES } from '../version.ts';

/** In shapes that others published, with the place where each is published. */
export const STANDARD_FILES = {
  scdl: `${FILES}/scdl-equipements.csv`,
  structures: `${FILES}/data-inclusion/structures.json`,
  services: `${FILES}/data-inclusion/services.json`,
  openAgenda: `${FILES}/openagenda/evenements.json`,
  hsdsOrganizations: `${FILES}/hsds/organizations.json`,
  hsdsServices: `${FILES}/hsds/services.json`,
} as const;
export const STANDARD_SCHEMAS: Readonly<Record<keyof typeof STANDARD_FILES, string>> = {
  scdl: 'https://gitlab.com/opendatafrance/scdl/equipements/raw/v0.1.5/schema.json',
  structures: 'https://github.com/gip-inclusion/data-inclusion-schema',
  services: 'https://github.com/gip-inclusion/data-inclusion-schema',
  openAgenda: 'https://github.com/OpenAgenda/oa-public/blob/main/api-spec/openapi.yaml',
  hsdsOrganizations: 'https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html',
  hsdsServices: 'https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html',
};
