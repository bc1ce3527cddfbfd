/**
 * The neutral shape of demonstration content: what an editor would have typed, before any database.
 *
 * Records point at each other by slug. Contacts hold everything the CMS knows, agreements included; what may leave is
 * decided by `toSiteExport`. Pictures are descriptors of artwork that the seeding scripts draw.
 */
import type { Notice } from '../domain/notice.ts';
import type { Reading } from '../domain/contract/site/action-plan.ts';
import type { Activity, Address } from '../domain/contract/site/association.ts';
import type { Edition, UsefulNumber } from '../domain/contract/press/edition.ts';
import type { Timing } from '../domain/contract/site/event.ts';
import type { RichText } from '../domain/contract/site/rich-text.ts';
import type { Legal, SiteSettings } from '../domain/contract/site/settings.ts';
import type { Accessibility } from '../domain/contract/site/territory.ts';
import type { AdvertisementSize } from '../domain/vocabulary/advertisement-sizes.ts';
import type { ActionState } from '../domain/vocabulary/action-states.ts';
import type { ConsentSource } from '../domain/vocabulary/consent-sources.ts';
import type { EventKind } from '../domain/vocabulary/event-kinds.ts';
import type { EventState } from '../domain/vocabulary/event-states.ts';
import type { GuideKind } from '../domain/vocabulary/guide-kinds.ts';
import type { LegalForm } from '../domain/vocabulary/legal-forms.ts';
import type { Network } from '../domain/vocabulary/networks.ts';
import type { RegistrationKind } from '../domain/vocabulary/registration-kinds.ts';
import type { ResourceKind } from '../domain/vocabulary/resource-kinds.ts';
import type { VerificationSource } from '../domain/vocabulary/verification-sources.ts';
import type { Artwork } from './artwork.ts';

/** A picture with the words that go with it. */
export interface DemoImage {
  artwork: Artwork;
  alt: string;
  caption: string | null;
}

export interface DemoTheme {
  slug: string;
  name: string;
  description: string | null;
  /** Slug of the chapter; null for a chapter. */
  parent: string | null;
  position: number;
  colour: string | null;
  rnaCodes: string[];
  words?: string[];
}

export interface DemoAudience {
  slug: string;
  name: string;
  position: number;
  ageMin: number | null;
  ageMax: number | null;
}

export interface DemoCommune {
  slug: string;
  name: string;
  inseeCode: string;
  postalCodes: string[];
  otherNames?: string[];
  population: number | null;
  latitude: number | null;
  longitude: number | null;
  description: string | null;
  website: string | null;
}

export interface DemoVenue {
  slug: string;
  name: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  commune: string | null;
  latitude: number | null;
  longitude: number | null;
  accessibility: Accessibility | null;
}

/** A contact with its agreement: one flag a channel, when it was given and how (decision 10 of the design). */
export interface DemoContact {
  role: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
  web: boolean;
  print: boolean;
  professionals: boolean;
  openData: boolean;
  consentDate: string | null;
  consentSource: ConsentSource | null;
}

/** `public: false`: known to the office, shown nowhere. */
export interface DemoAddress extends Address {
  public: boolean;
}

export interface DemoAssociation {
  notice?: Notice;
  takesMessages?: true;
  slug: string;
  name: string;
  officialName: string | null;
  acronym: string | null;
  rnaId: string | null;
  siret: string | null;
  legalForm: LegalForm;
  foundedYear: number | null;
  summary: string;
  description: string | null;
  howToJoin: string | null;
  easyText?: string;
  words?: string[];
  themes: string[];
  audiences: string[];
  commune: string | null;
  communesOfActivity: string[];
  activities: Activity[];
  contacts: DemoContact[];
  address: DemoAddress | null;
  website: string | null;
  networks: { network: Network; url: string }[];
  logo: DemoImage | null;
  photos: DemoImage[];
  seeksVolunteers: boolean;
  volunteersNote: string | null;
  accessibility: Accessibility | null;
  verifiedOn: string | null;
  verifiedBy: VerificationSource | null;
  inPrint: boolean;
}

export interface DemoEvent {
  slug: string;
  title: string;
  kind: EventKind;
  state: EventState;
  summary: string;
  description: string | null;
  timings: Timing[];
  period: string | null;
  venue: string | null;
  place: string | null;
  onlineUrl: string | null;
  organisers: string[];
  organiserName: string | null;
  participants: string[];
  themes: string[];
  registration: { kind: RegistrationKind; value: string }[];
  price: string | null;
  free: boolean;
  accessibility: Accessibility | null;
  image: DemoImage | null;
  externalIds: { source: string; id: string }[];
  /** Keys of actions, `<plan slug>/<action slug>`. */
  actions: string[];
}

export interface DemoGuide {
  slug: string;
  title: string;
  kind: GuideKind;
  date: string | null;
  updatedOn: string | null;
  place: string | null;
  summary: string;
  body: RichText;
  easyText?: string;
  image: DemoImage | null;
  source: { label: string; url: string | null } | null;
  themes: string[];
  associations: string[];
  actions: string[];
  guides: string[];
}

export interface DemoResource {
  slug: string;
  title: string;
  kind: ResourceKind;
  summary: string;
  description: string | null;
  owner: string | null;
  ownerName: string | null;
  quantity: number | null;
  capacity: number | null;
  conditions: string | null;
  howToGet: string | null;
  deposit: number | null;
  price: string | null;
  commune: string | null;
  bookable: boolean;
  photos: DemoImage[];
  themes: string[];
  actions: string[];
}

export interface DemoIndicator {
  label: string;
  unit: string | null;
  target: number | null;
  readings: Reading[];
}

/** Headings as in the contract. Links to associations are held here; events, resources and guides name the action themselves. */
export interface DemoAction {
  slug: string;
  number: string;
  title: string;
  introduction: string | null;
  state: ActionState | null;
  startsOn: string | null;
  endsOn: string | null;
  diagnosis: string | null;
  targetAudience: string | null;
  stake: string | null;
  implementation: string | null;
  objectives: string | null;
  deadlines: string | null;
  services: string | null;
  expectedResults: string | null;
  partners: string | null;
  indicators: DemoIndicator[];
  associations: string[];
}

export interface DemoAxis {
  number: string;
  title: string;
  introduction: string | null;
  actions: DemoAction[];
}

export interface DemoActionPlan {
  slug: string;
  title: string;
  territory: string;
  elsewhere: boolean;
  adoptedOn: string | null;
  adoptedBy: string | null;
  firstYear: number | null;
  lastYear: number | null;
  preamble: string | null;
  axes: DemoAxis[];
}

export type DemoSettings = Omit<SiteSettings, 'logo' | 'bookletCover'> & {
  logo: DemoImage | null;
  bookletCover: DemoImage | null;
};

export interface DemoHome {
  title: string;
  introduction: string;
  easyText?: string;
  image: DemoImage | null;
  questions: { label: string; query: string }[];
  highlightedAssociations: string[];
  highlightedGuides: string[];
}

export type DemoLegal = Legal;

/** A yearly edition on paper. What it takes from the content is named by slug; `slug` is for the demonstration only. */
export interface DemoEdition extends Pick<
  Edition,
  | 'year'
  | 'title'
  | 'format'
  | 'binding'
  | 'bleedMm'
  | 'marks'
  | 'pdfStandard'
  | 'interiorPaper'
  | 'coverPaper'
  | 'finishing'
  | 'printRun'
  | 'editorial'
  | 'editorialAuthor'
  | 'columns'
  | 'verifiedSince'
> {
  slug: string;
  cover: DemoImage | null;
  guides: string[];
  forum: string | null;
  actionPlans: string[];
  advertisements: { advertiser: string; image: DemoImage; size: AdvertisementSize }[];
  partners: { name: string; logo: DemoImage }[];
  usefulNumbers: UsefulNumber[];
  chapters: string[];
  onlyCommunes: string[];
  onlyThemes: string[];
}

/** A campaign of updating in preparation; its letters are those that a new campaign begins with. */
export interface DemoCampaign {
  slug: string;
  title: string;
  /** Of the edition that it prepares. */
  edition: string;
  /** `YYYY-MM-DD` */
  opensOn: string;
  closesOn: string;
}

export interface DemoContent {
  settings: DemoSettings;
  home: DemoHome;
  legal: DemoLegal;
  themes: DemoTheme[];
  audiences: DemoAudience[];
  communes: DemoCommune[];
  venues: DemoVenue[];
  associations: DemoAssociation[];
  events: DemoEvent[];
  guides: DemoGuide[];
  resources: DemoResource[];
  actionPlans: DemoActionPlan[];
  /** The first one is the edition that is being prepared. */
  editions: DemoEdition[];
  campaigns: DemoCampaign[];
}
