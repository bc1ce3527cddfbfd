import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Action, ActionPlan, Axis, Indicator, Reading } from '../domain/contract/site/action-plan.ts';
import { Activity, Address, Association, Contact, Slot } from '../domain/contract/site/association.ts';
import { Advertisement, Edition, Paper, PartnerLogo, UsefulNumber } from '../domain/contract/press/edition.ts';
import { Event, Timing } from '../domain/contract/site/event.ts';
import { Guide } from '../domain/contract/site/guide.ts';
import { Resource } from '../domain/contract/site/resource.ts';
import { Home, Legal, SiteSettings } from '../domain/contract/site/settings.ts';
import { Accessibility, Audience, Commune, Theme, Venue } from '../domain/contract/site/territory.ts';
import { accessibilityStates } from '../domain/vocabulary/accessibility-states.ts';
import { answerChannels } from '../domain/vocabulary/answer-channels.ts';
import { campaignStages } from '../domain/vocabulary/campaign-stages.ts';
import { journalActs } from '../domain/vocabulary/journal-acts.ts';
import { membershipStates } from '../domain/vocabulary/membership-states.ts';
import { requestStates } from '../domain/vocabulary/request-states.ts';
import { submissionKinds } from '../domain/vocabulary/submission-kinds.ts';
import { submissionStates } from '../domain/vocabulary/submission-states.ts';
import { actionStates } from '../domain/vocabulary/action-states.ts';
import { consentChannels } from '../domain/vocabulary/consent-channels.ts';
import { consentSources } from '../domain/vocabulary/consent-sources.ts';
import { advertisementSizes } from '../domain/vocabulary/advertisement-sizes.ts';
import { editionBindings } from '../domain/vocabulary/edition-bindings.ts';
import { editionFormats } from '../domain/vocabulary/edition-formats.ts';
import { editionStages } from '../domain/vocabulary/edition-stages.ts';
import { pdfStandards } from '../domain/vocabulary/pdf-standards.ts';
import { ageUnits } from '../domain/vocabulary/age-units.ts';
import { days } from '../domain/vocabulary/days.ts';
import { eventKinds } from '../domain/vocabulary/event-kinds.ts';
import { eventStates } from '../domain/vocabulary/event-states.ts';
import { guideKinds } from '../domain/vocabulary/guide-kinds.ts';
import { legalForms } from '../domain/vocabulary/legal-forms.ts';
import { noticeKinds } from '../domain/vocabulary/notice-kinds.ts';
import { networks } from '../domain/vocabulary/networks.ts';
import { registrationKinds } from '../domain/vocabulary/registration-kinds.ts';
import { resourceKinds } from '../domain/vocabulary/resource-kinds.ts';
import { timingStates } from '../domain/vocabulary/timing-states.ts';
import { verificationSources } from '../domain/vocabulary/verification-sources.ts';

interface Attribute {
  type: string;
  enum?: string[];
  target?: string;
  inversedBy?: string;
  mappedBy?: string;
  component?: string;
}
interface Schema {
  options?: { draftAndPublish?: boolean };
  attributes: Record<string, Attribute>;
}

const read = (path: string): Schema =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')) as Schema;
const list = (path: string): string[] => readdirSync(fileURLToPath(new URL(path, import.meta.url)));

const types = new Map(
  list('./')
    .filter((name) => !name.includes('.') && list(name).includes('content-types'))
    .map((name) => [name, read(`./${name}/content-types/${name}/schema.json`)]),
);
const components = new Map(
  list('../components')
    .filter((name) => !name.includes('.'))
    .flatMap((category) =>
      list(`../components/${category}`).map((file): [string, Schema] => [
        `${category}.${file.replace('.json', '')}`,
        read(`../components/${category}/${file}`),
      ]),
    ),
);
const schemaOf = (name: string): Schema => types.get(name) ?? components.get(name) ?? { attributes: {} };

const vocabularies: Record<string, readonly string[]> = {
  'association.legalForm': legalForms.values,
  'association.noticeKind': noticeKinds.values,
  'association.verifiedBy': verificationSources.values,
  'event.kind': eventKinds.values,
  'event.state': eventStates.values,
  'guide.kind': guideKinds.values,
  'resource.kind': resourceKinds.values,
  'action.state': actionStates.values,
  'legal.accessibilityState': accessibilityStates.values,
  'activity.slot.day': days.values,
  'contact.contact.consentSource': consentSources.values,
  'link.network.network': networks.values,
  'edition.stage': editionStages.values,
  'edition.format': editionFormats.values,
  'edition.binding': editionBindings.values,
  'edition.pdfStandard': pdfStandards.values,
  'campaign.stage': campaignStages.values,
  'update-request.state': requestStates.values,
  'update-request.channel': answerChannels.values,
  'submission.kind': submissionKinds.values,
  'submission.state': submissionStates.values,
  'submission.channel': answerChannels.values,
  'journal-entry.act': journalActs.values,
  'membership.state': membershipStates.values,
  'edition.advertisement.size': advertisementSizes.values,
  'agenda.registration.kind': registrationKinds.values,
  'agenda.timing.state': timingStates.values,
  'activity.activity.ageMinUnit': ageUnits.values,
  'activity.activity.ageMaxUnit': ageUnits.values,
};

describe('the schemas of the CMS', () => {
  it('are those of the design', () => {
    expect([...types.keys()].sort()).toEqual(
      [
        'action',
        'action-plan',
        'association',
        'audience',
        'axis',
        'campaign',
        'commune',
        'edition',
        'event',
        'guide',
        'home',
        'journal-entry',
        'legal',
        'membership',
        'resource',
        'site-settings',
        'submission',
        'theme',
        'update-request',
        'venue',
      ].sort(),
    );
  });

  it('offer the terms of our vocabularies, all of them and in their order', () => {
    const enumerations = Object.fromEntries(
      [...types, ...components].flatMap(([name, { attributes }]) =>
        Object.entries(attributes)
          .filter(([, { type }]) => type === 'enumeration')
          .map(([field, attribute]) => [`${name}.${field}`, attribute.enum]),
      ),
    );
    expect(enumerations).toEqual(vocabularies);
  });

  it('publish what residents read, and keep no draft of the vocabulary', () => {
    const withDrafts = [...types].filter(([, { options }]) => options?.draftAndPublish === true).map(([name]) => name);
    expect(withDrafts.sort()).toEqual(
      ['action', 'action-plan', 'association', 'axis', 'event', 'guide', 'home', 'legal', 'resource'].sort(),
    );
  });

  it('declare every relation on both sides, none in a component, and no attribute that Strapi reserves', () => {
    for (const [name, { attributes }] of components) {
      for (const [field, { type }] of Object.entries(attributes)) expect(type, `${name}.${field}`).not.toBe('relation');
    }
    for (const [name, { attributes }] of types) {
      expect(Object.keys(attributes)).not.toContain('status');
      for (const [field, { type, target, inversedBy, mappedBy }] of Object.entries(attributes)) {
        if (type !== 'relation') continue;
        const other = schemaOf(target?.split('.')[1] ?? '').attributes[inversedBy ?? mappedBy ?? ''];
        expect(other, `${name}.${field}`).toMatchObject({
          target: `api::${name}.${name}`,
          ...(inversedBy === undefined ? { inversedBy: field } : { mappedBy: field }),
        });
      }
    }
  });

  it('give each agreement channel its box', () => {
    for (const channel of consentChannels.values) {
      expect(schemaOf('contact.contact').attributes[channel]).toMatchObject({ type: 'boolean' });
    }
  });
});

/** Contract → schema; `elsewhere` names keys that the CMS holds under another name or makes. */
const shapes: [name: string, contract: z.ZodObject, elsewhere?: string[]][] = [
  ['association', Association, ['id', 'toConfirm', 'notice', 'takesMessages']],
  ['event', Event, ['id']],
  ['guide', Guide, ['id']],
  ['resource', Resource, ['id']],
  ['action-plan', ActionPlan, ['id']],
  ['axis', Axis, ['id']],
  ['action', Action, ['id']],
  ['theme', Theme, ['id']],
  ['audience', Audience, ['id']],
  ['commune', Commune, ['id']],
  ['venue', Venue, ['id']],
  ['site-settings', SiteSettings],
  ['home', Home],
  ['legal', Legal],
  ['activity.activity', Activity],
  ['activity.slot', Slot],
  ['contact.contact', Contact],
  ['place.address', Address],
  ['place.accessibility', Accessibility],
  ['agenda.timing', Timing, ['allDay', 'moved']],
  ['plan.indicator', Indicator],
  ['plan.reading', Reading],
  ['edition', Edition, ['id', 'previous']],
  ['edition.advertisement', Advertisement],
  ['edition.partner-logo', PartnerLogo],
  ['edition.useful-number', UsefulNumber],
  ['edition.paper', Paper],
];

describe('the contract', () => {
  it.each(shapes)('finds every key of %s in the CMS', (name, contract, elsewhere = []) => {
    const keys = Object.keys(contract.shape).filter((key) => !elsewhere.includes(key));
    expect(keys.filter((key) => !(key in schemaOf(name).attributes))).toEqual([]);
  });

  it.each(shapes)('and %s asks of an editor what the contract cannot do without', (name, contract, elsewhere = []) => {
    const { attributes } = schemaOf(name);
    const needed = Object.entries(contract.shape).filter(
      ([key, schema]) =>
        !elsewhere.includes(key) &&
        !z.safeParse(schema, undefined).success &&
        !z.safeParse(schema, null).success &&
        !z.safeParse(schema, []).success &&
        !z.safeParse(schema, false).success,
    );
    // The units and the state of records of before they were asked are `ans` and `prévu` (`api/export/records/`).
    const filledOtherwise = ['slug', 'themes', 'rnaCodes', 'grammage', 'ageMinUnit', 'ageMaxUnit'];
    if (name === 'agenda.timing') filledOtherwise.push('state');
    for (const [key] of needed.filter(([one]) => !filledOtherwise.includes(one))) {
      expect(attributes[key], `${name}.${key}`).toMatchObject({ required: true });
    }
  });
});
