import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import type { Home, Legal, WebSettings } from '../../../domain/contract/site/settings.ts';
import type { SiteExport } from '../../../domain/contract/site/site-export.ts';
import { filePopulate, toImage, type MaybeFile } from './media.ts';
import type { ExportChannel } from '../../../domain/vocabulary/consent-channels.ts';
import { parseMapAddress } from '../../../domain/map-background.ts';
import { toRichText, type CurrentFiles } from './rich-text.ts';
import { publishedRow } from '../../../platform/database/content-rows.ts';
import { siteLanguages, type SiteLanguage } from '../../../domain/vocabulary/site-languages.ts';
import { dayOrNull, easyTextFor, numberOrNull, references, textOrNull } from './values.ts';
import { truthRuleFields } from '../../../update/stale-entries/silence-rules.ts';

/** The box that an editor ticks for each language that the program ships. */
const LANGUAGE_FIELDS = {
  anglais: 'inEnglish',
  espagnol: 'inSpanish',
  portugais: 'inPortuguese',
  arabe: 'inArabic',
} as const satisfies Readonly<Record<SiteLanguage, string>>;

export const readSettings = (strapi: Core.Strapi) =>
  publishedRow(strapi, 'api::site-settings.site-settings', {
    fields: [
      'siteName',
      'tagline',
      'territoryName',
      ...truthRuleFields,
      'operatorName',
      'operatorAddress',
      'operatorPhone',
      'operatorEmail',
      'operatorWebsite',
      'primaryColour',
      'accentColour',
      'mapAddress',
      'mapAttribution',
      'season',
      'bookletTitle',
      'bookletSubtitle',
      'bookletForeword',
      'countUnanswered',
      ...Object.values(LANGUAGE_FIELDS),
    ],
    populate: { logo: filePopulate(), bookletCover: filePopulate() },
  });

export const readHome = (strapi: Core.Strapi) =>
  publishedRow(strapi, 'api::home.home', {
    fields: ['title', 'introduction', 'easyText'],
    populate: {
      image: filePopulate(),
      questions: { fields: ['label', 'query'] },
      highlightedAssociations: { fields: ['id'] },
      highlightedGuides: { fields: ['id'] },
    },
  });

export const readLegal = (strapi: Core.Strapi) =>
  publishedRow(strapi, 'api::legal.legal', {
    fields: [
      'publisherName',
      'publisherAddress',
      'publisherPhone',
      'publisherEmail',
      'publisherSiret',
      'publicationDirector',
      'hostName',
      'hostAddress',
      'hostPhone',
      'credits',
      'dataController',
      'dataProtectionContact',
      'privacy',
      'accessibilityState',
      'accessibilityAuditOn',
      'accessibilityRate',
      'accessibilityAuditor',
      'accessibilityIssues',
      'accessibilityContact',
    ],
  });

type Row<Read extends (strapi: Core.Strapi) => Promise<unknown>> = NonNullable<Awaited<ReturnType<Read>>>;

/** Both, or none: a background that cannot be shown leaves the map on paper, and the site standing. */
function mapOf({ mapAddress, mapAttribution }: Row<typeof readSettings>): Pick<z.input<typeof WebSettings>, 'map'> {
  const address = parseMapAddress(mapAddress ?? '');
  const attribution = textOrNull(mapAttribution);
  return address.ok && attribution !== null ? { map: { address: address.value, attribution } } : {};
}

export const toSettings = (row: Row<typeof readSettings>, channel: ExportChannel): z.input<typeof WebSettings> => ({
  siteName: row.siteName ?? '',
  tagline: row.tagline ?? '',
  territoryName: row.territoryName ?? '',
  operatorName: row.operatorName ?? '',
  operatorAddress: textOrNull(row.operatorAddress),
  operatorPhone: textOrNull(row.operatorPhone),
  operatorEmail: textOrNull(row.operatorEmail),
  operatorWebsite: textOrNull(row.operatorWebsite),
  primaryColour: row.primaryColour ?? '',
  accentColour: row.accentColour ?? '',
  logo: toImage(row.logo as MaybeFile),
  ...(channel === 'web' ? mapOf(row) : {}),
  season: row.season ?? '',
  bookletTitle: row.bookletTitle ?? '',
  bookletSubtitle: textOrNull(row.bookletSubtitle),
  bookletForeword: textOrNull(row.bookletForeword),
  bookletCover: toImage(row.bookletCover as MaybeFile),
});

/** The languages of the site besides French; nothing at all when there is none. */
export function toLanguages(row: Row<typeof readSettings>): Pick<SiteExport, 'languages'> {
  const languages = siteLanguages.values.filter((language) => row[LANGUAGE_FIELDS[language]] === true);
  return languages.length === 0 ? {} : { languages };
}

export const toHome = (row: Row<typeof readHome>, channel: ExportChannel): z.input<typeof Home> => ({
  title: row.title ?? '',
  introduction: row.introduction ?? '',
  ...easyTextFor(channel, row.easyText),
  image: toImage(row.image as MaybeFile),
  questions: (row.questions ?? []).map(({ label, query }) => ({ label: label ?? '', query: query ?? '' })),
  highlightedAssociations: references(row.highlightedAssociations),
  highlightedGuides: references(row.highlightedGuides),
});

export const toLegal = (row: Row<typeof readLegal>, files: CurrentFiles): z.input<typeof Legal> => ({
  publisherName: row.publisherName ?? '',
  publisherAddress: row.publisherAddress ?? '',
  publisherPhone: textOrNull(row.publisherPhone),
  publisherEmail: textOrNull(row.publisherEmail),
  publisherSiret: textOrNull(row.publisherSiret),
  publicationDirector: row.publicationDirector ?? '',
  hostName: row.hostName ?? '',
  hostAddress: row.hostAddress ?? '',
  hostPhone: textOrNull(row.hostPhone),
  credits: textOrNull(row.credits),
  dataController: row.dataController ?? '',
  dataProtectionContact: textOrNull(row.dataProtectionContact),
  privacy: toRichText(row.privacy, files),
  accessibilityState: row.accessibilityState ?? 'non conforme',
  accessibilityAuditOn: dayOrNull(row.accessibilityAuditOn),
  accessibilityRate: numberOrNull(row.accessibilityRate),
  accessibilityAuditor: textOrNull(row.accessibilityAuditor),
  accessibilityIssues: textOrNull(row.accessibilityIssues),
  accessibilityContact: row.accessibilityContact ?? '',
});
