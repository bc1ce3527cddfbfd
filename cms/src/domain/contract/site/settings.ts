/** The single types: who publishes, how the site looks, what the home page and the legal pages say. */
import { z } from 'zod';
import { accessibilityStates } from '../../vocabulary/accessibility-states.ts';
import { Image } from './media.ts';
import { CalendarDate, Email, HexColour, Id, Line, PhoneNumber, Text, WebAddress } from '../../primitives.ts';
import { RichText } from './rich-text.ts';

export const SiteSettings = z.strictObject({
  siteName: Line,
  tagline: Line,
  territoryName: Line,
  /** Who keeps the directory: "Office de tourisme …". */
  operatorName: Line,
  operatorAddress: Text.nullable(),
  operatorPhone: PhoneNumber.nullable(),
  operatorEmail: Email.nullable(),
  operatorWebsite: WebAddress.nullable(),
  /** As chosen by the editor; `domain/colour.ts` derives what is legible on paper and screen. */
  primaryColour: HexColour,
  accentColour: HexColour,
  logo: Image.nullable(),
  /** "2026-2027": on the booklet's cover and in running heads. */
  season: Line,
  bookletTitle: Line,
  bookletSubtitle: Line.nullable(),
  bookletForeword: Text.nullable(),
  bookletCover: Image.nullable(),
});
export type SiteSettings = z.infer<typeof SiteSettings>;

/** Over TLS, and of a server by its name: the policy of the page names it. */
const MapAddress = z.url({ protocol: /^https$/, hostname: z.regexes.domain });

/** What the site knows of its settings, and paper has no use for. */
export const WebSettings = SiteSettings.extend({
  /**
   * What the map of the results is drawn on: a MapLibre style, or one PMTiles file (`….pmtiles`), and who made it. Everything of it
   * comes from that one server. Absent when the territory chose none.
   */
  map: z.strictObject({ address: MapAddress, attribution: Line }).optional(),
});
export type WebSettings = z.infer<typeof WebSettings>;

export const Home = z.strictObject({
  title: Line,
  introduction: Text,
  /** What it says, easy to read and to understand: one idea a sentence. Absent when nobody wrote it, and on paper. */
  easyText: Text.optional(),
  image: Image.nullable(),
  /** Questions that residents ask, each a ready search: `query` is the part after `?` on /recherche/. */
  questions: z.array(z.strictObject({ label: Line, query: z.string().regex(/^[^\s?#]*$/) })),
  highlightedAssociations: z.array(Id),
  highlightedGuides: z.array(Id),
});
export type Home = z.infer<typeof Home>;

/** Mentions légales (LCEN, article 6), confidentialité (RGPD, article 13) and the declaration of RGAA 4.1. */
export const Legal = z.strictObject({
  publisherName: Line,
  publisherAddress: Text,
  publisherPhone: PhoneNumber.nullable(),
  publisherEmail: Email.nullable(),
  publisherSiret: Line.nullable(),
  publicationDirector: Line,
  hostName: Line,
  hostAddress: Text,
  hostPhone: PhoneNumber.nullable(),
  credits: Text.nullable(),
  dataController: Line,
  dataProtectionContact: Line.nullable(),
  privacy: RichText,
  accessibilityState: z.enum(accessibilityStates.values),
  accessibilityAuditOn: CalendarDate.nullable(),
  /** Share of the RGAA criteria that are met, in percent. */
  accessibilityRate: z.number().min(0).max(100).nullable(),
  accessibilityAuditor: Line.nullable(),
  accessibilityIssues: Text.nullable(),
  accessibilityContact: Line,
});
export type Legal = z.infer<typeof Legal>;
