import type { Core } from '@strapi/strapi';
import { applyRules } from './engine/apply-rules.ts';
import { explainDuplicates } from './engine/explain-duplicates.ts';
import type { Rule } from './engine/rule.ts';
import { accessibilityStatement } from './rules/accessibility-statement.ts';
import { ages } from './rules/ages.ts';
import { associationThemes } from './rules/association-themes.ts';
import { campaigns } from './rules/campaigns.ts';
import { cleanText } from './rules/clean-text.ts';
import { colourProfiles } from './rules/colour-profiles.ts';
import { colours } from './rules/colours.ts';
import { consents } from './rules/consents.ts';
import { editionChapters } from './rules/edition-chapters.ts';
import { editionMeasures } from './rules/edition-measures.ts';
import { editionPapers } from './rules/edition-papers.ts';
import { editionStagesRule } from './rules/edition-stages.ts';
import { editionTitles } from './rules/edition-titles.ts';
import { emailAddresses } from './rules/email-addresses.ts';
import { eventDates } from './rules/event-dates.ts';
import { frozenEditions } from './rules/frozen-editions.ts';
import { imageDescriptions } from './rules/image-descriptions.ts';
import { keptPages } from './rules/kept-pages.ts';
import { memberships } from './rules/memberships.ts';
import { officialCodes } from './rules/official-codes.ts';
import { pastDates } from './rules/past-dates.ts';
import { periods } from './rules/periods.ts';
import { phoneNumbers } from './rules/phone-numbers.ts';
import { planParts } from './rules/plan-parts.ts';
import { programRecords } from './rules/program-records.ts';
import { readableImages } from './rules/readable-images.ts';
import { recordIdentity } from './rules/record-identity.ts';
import { requiredFields } from './rules/required-fields.ts';
import { rnaIds } from './rules/rna-ids.ts';
import { searchQuestions } from './rules/search-questions.ts';
import { sirets } from './rules/sirets.ts';
import { slots } from './rules/slots.ts';
import { slugs } from './rules/slugs.ts';
import { themesInUse } from './rules/themes-in-use.ts';
import { timings } from './rules/timings.ts';
import { uniqueValues } from './rules/unique-values.ts';
import { webAddresses } from './rules/web-addresses.ts';
import { withheldContacts } from './rules/withheld-contacts.ts';

/** In this order: text is cleaned first, values are brought into form before they are compared with those of other records. */
const RULES: readonly Rule[] = [
  programRecords,
  memberships,
  frozenEditions,
  recordIdentity,
  cleanText,
  editionStagesRule,
  editionPapers,
  campaigns,
  requiredFields,
  rnaIds,
  sirets,
  phoneNumbers,
  emailAddresses,
  webAddresses,
  colours,
  ...officialCodes,
  searchQuestions,
  ages,
  slots,
  timings,
  periods,
  pastDates,
  slugs,
  uniqueValues,
  editionTitles,
  associationThemes,
  eventDates,
  planParts,
  editionChapters,
  editionMeasures,
  colourProfiles,
  consents,
  withheldContacts,
  readableImages,
  imageDescriptions,
  accessibilityStatement,
  keptPages,
  themesInUse,
];

/** Puts every rule of content in force. Belongs in `register()`: Strapi takes no middleware afterwards. */
export function registerDocumentMiddlewares(strapi: Core.Strapi): void {
  strapi.documents.use(explainDuplicates(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(applyRules(strapi, RULES) as Parameters<typeof strapi.documents.use>[0]);
}
