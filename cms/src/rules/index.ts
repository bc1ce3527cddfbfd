import type { Core } from '@strapi/strapi';
import { keepDeleted } from '../entries/bin/keep-deleted.ts';
import { endSchedules } from '../entries/schedule/end-schedules.ts';
import { applyRules } from './engine/apply-rules.ts';
import { explainDuplicates } from './engine/explain-duplicates.ts';
import { journalOfEditors } from './engine/journal-of-editors.ts';
import { keepAddresses } from './engine/keep-addresses.ts';
import { keepRelations } from './engine/keep-relations.ts';
import { keepVersions } from './engine/keep-versions.ts';
import { noteSuppressionsOf } from './engine/note-suppressions.ts';
import type { Rule } from './engine/rule.ts';
import { accessibilityStatement } from './content/accessibility-statement.ts';
import { ages } from './content/ages.ts';
import { associationThemes } from './content/association-themes.ts';
import { campaigns } from './content/campaigns.ts';
import { cleanText } from './content/clean-text.ts';
import { colourProfiles } from './content/colour-profiles.ts';
import { colours } from './content/colours.ts';
import { consents } from './content/consents.ts';
import { editionChapters } from './content/edition-chapters.ts';
import { editionMeasures } from './content/edition-measures.ts';
import { editionPapers } from './content/edition-papers.ts';
import { editionStagesRule } from './content/edition-stages.ts';
import { editionTitles } from './content/edition-titles.ts';
import { emailAddresses } from './content/email-addresses.ts';
import { eventDates } from './content/event-dates.ts';
import { frozenEditions } from './content/frozen-editions.ts';
import { imageDescriptions } from './content/image-descriptions.ts';
import { keptPages } from './content/kept-pages.ts';
import { mapBackgrounds } from './content/map-backgrounds.ts';
import { memberships } from './content/memberships.ts';
import { notices } from './content/notices.ts';
import { officialCodes } from './content/official-codes.ts';
import { pastDates } from './content/past-dates.ts';
import { periods } from './content/periods.ts';
import { phoneNumbers } from './content/phone-numbers.ts';
import { planParts } from './content/plan-parts.ts';
import { programRecords } from './content/program-records.ts';
import { readableImages } from './content/readable-images.ts';
import { recordIdentity } from './content/record-identity.ts';
import { requiredFields } from './content/required-fields.ts';
import { rnaIds } from './content/rna-ids.ts';
import { searchQuestions } from './content/search-questions.ts';
import { sirets } from './content/sirets.ts';
import { slots } from './content/slots.ts';
import { slugs } from './content/slugs.ts';
import { themesInUse } from './content/themes-in-use.ts';
import { timings } from './content/timings.ts';
import { uniqueValues } from './content/unique-values.ts';
import { webAddresses } from './content/web-addresses.ts';
import { wordLists } from './content/word-lists.ts';
import { withheldContacts } from './content/withheld-contacts.ts';

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
  mapBackgrounds,
  colours,
  ...officialCodes,
  searchQuestions,
  wordLists,
  ages,
  slots,
  timings,
  periods,
  notices,
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
  // Rules are about what is going to be written: what others saved meanwhile included.
  strapi.documents.use(keepVersions(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(applyRules(strapi, RULES) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(journalOfEditors(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(keepDeleted(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(endSchedules(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(keepAddresses(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(keepRelations(strapi) as Parameters<typeof strapi.documents.use>[0]);
  strapi.documents.use(noteSuppressionsOf(strapi) as Parameters<typeof strapi.documents.use>[0]);
}
