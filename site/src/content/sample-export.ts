/** A small territory for tests: two communes, a chapter with a sub-theme, and associations made to measure. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import { SITE_EXPORT_FORMAT, type SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Commune, Theme } from '@trame/cms/domain/contract/site/territory';

const commune = (id: string, name: string, inseeCode: string): Commune => ({
  id,
  slug: id,
  name,
  inseeCode,
  postalCodes: ['33620'],
  population: 1200,
  latitude: null,
  longitude: null,
  description: null,
  website: null,
});

const theme = (id: string, name: string, position: number, parent: string | null = null): Theme => ({
  id,
  slug: id,
  name,
  description: null,
  parent,
  position,
  colour: null,
  rnaCodes: [],
});

/** An association with nothing but what the contract demands. */
export function sampleAssociation(changes: Partial<Association> = {}): Association {
  return {
    id: 'judo',
    slug: 'judo-club',
    name: 'Judo club',
    officialName: null,
    acronym: null,
    rnaId: null,
    siret: null,
    legalForm: 'déclarée',
    foundedYear: null,
    summary: 'On apprend à tomber.',
    description: null,
    howToJoin: null,
    themes: ['judo-et-lutte'],
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

/** A whole export, valid under the contract. */
export function sampleExport(changes: Partial<SiteExport> = {}): SiteExport {
  return {
    format: SITE_EXPORT_FORMAT,
    settings: {
      siteName: 'Les associations du pays',
      tagline: 'Trouver une activité près de chez soi',
      territoryName: 'Pays de la Trame',
      operatorName: 'Office de tourisme',
      operatorAddress: null,
      operatorPhone: null,
      operatorEmail: 'office@example.org',
      operatorWebsite: null,
      primaryColour: '#1f5b57',
      accentColour: '#c8702a',
      logo: null,
      season: '2026-2027',
      bookletTitle: 'Le guide',
      bookletSubtitle: null,
      bookletForeword: null,
      bookletCover: null,
    },
    home: {
      title: 'Que cherchez-vous ?',
      introduction: 'Tout est là.',
      image: null,
      questions: [],
      highlightedAssociations: [],
      highlightedGuides: [],
    },
    legal: {
      publisherName: 'Office de tourisme',
      publisherAddress: '1 place du Marché',
      publisherPhone: null,
      publisherEmail: null,
      publisherSiret: null,
      publicationDirector: 'La présidente',
      hostName: 'Un hébergeur',
      hostAddress: '2 rue du Serveur',
      hostPhone: null,
      credits: null,
      dataController: 'Office de tourisme',
      dataProtectionContact: null,
      privacy: [],
      accessibilityState: 'non conforme',
      accessibilityAuditOn: null,
      accessibilityRate: null,
      accessibilityAuditor: null,
      accessibilityIssues: null,
      accessibilityContact: 'acces@example.org',
    },
    themes: [
      theme('judo-et-lutte', 'Judo et lutte', 1, 'sports'),
      theme('culture', 'Culture', 2),
      theme('sports', 'Sports', 1),
    ],
    audiences: [],
    communes: [commune('marsas', 'Marsas', '33272'), commune('cavignac', 'Cavignac', '33114')],
    venues: [],
    associations: [sampleAssociation()],
    events: [],
    guides: [],
    resources: [],
    actionPlans: [],
    ...changes,
  };
}
