/** Every layout that ships with Trame; the test beside this file holds it to the schemas, attribute by attribute. */
import type { Layout } from './layout.ts';
import { action } from './words/action.ts';
import { actionPlan } from './words/action-plan.ts';
import { activity, slot } from './words/activity-components.ts';
import { registration, timing } from './words/agenda-components.ts';
import { journalEntry, submission, updateRequest } from './words/answers.ts';
import { association } from './words/association.ts';
import { audience } from './words/audience.ts';
import { axis } from './words/axis.ts';
import { campaign, reminder } from './words/campaign.ts';
import { commune } from './words/commune.ts';
import { contact } from './words/contact-components.ts';
import { edition } from './words/edition.ts';
import { advertisement, paper, partnerLogo, usefulNumber } from './words/edition-components.ts';
import { event } from './words/event.ts';
import { guide } from './words/guide.ts';
import { question } from './words/home-components.ts';
import { home } from './words/home.ts';
import { legal } from './words/legal.ts';
import { externalId, network, source } from './words/link-components.ts';
import { accessibility, address } from './words/place-components.ts';
import { indicator, reading } from './words/plan-components.ts';
import { membership } from './words/membership.ts';
import { resource } from './words/resource.ts';
import { siteSettings } from './words/site-settings.ts';
import { theme } from './words/theme.ts';
import { venue } from './words/venue.ts';

export const contentTypeLayouts: readonly Layout[] = [
  association,
  event,
  guide,
  resource,
  actionPlan,
  axis,
  action,
  edition,
  campaign,
  updateRequest,
  submission,
  journalEntry,
  membership,
  theme,
  audience,
  commune,
  venue,
  siteSettings,
  home,
  legal,
];

export const componentLayouts: readonly Layout[] = [
  activity,
  slot,
  timing,
  registration,
  contact,
  question,
  network,
  source,
  externalId,
  address,
  accessibility,
  indicator,
  reading,
  advertisement,
  partnerLogo,
  usefulNumber,
  paper,
  reminder,
];
