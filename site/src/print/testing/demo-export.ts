/** The demonstration territory as the site receives it, for the tests of the booklet. A fresh copy each time: tests change it. */
import { demoContent } from '@trame/cms/demo/territory';
import { toSiteExport } from '@trame/cms/demo/to-site-export';
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';

export const today = '2026-09-01';
export const builtAt = '2026-09-01T06:00:00.000Z';

/** Everything that the CMS knows, what may not leave it included. */
export const knownToTheCms = demoContent({ today });

export const demoExport = (): SiteExport => structuredClone(toSiteExport(knownToTheCms));

/** An association that says nothing but what it must, filed under a theme of the export. */
export function bareAssociation(source: SiteExport, changes: Partial<Association> & { slug: string }): Association {
  const theme = source.themes.find(({ parent }) => parent !== null);
  return {
    id: changes.slug,
    name: changes.slug,
    officialName: null,
    acronym: null,
    rnaId: null,
    siret: null,
    legalForm: 'déclarée',
    foundedYear: null,
    summary: 'Un résumé.',
    description: null,
    howToJoin: null,
    themes: [theme?.id ?? ''],
    audiences: [],
    commune: null,
    communesOfActivity: [],
    activities: [],
    contacts: [],
    address: null,
    website: null,
    networks: [],
    logo: null,
    photos: [],
    seeksVolunteers: false,
    volunteersNote: null,
    accessibility: null,
    verifiedOn: null,
    verifiedBy: null,
    inPrint: true,
    ...changes,
  };
}
