import { checkConsent, type Consent } from '../../domain/consent.ts';
import { dayOf } from '../../domain/dates.ts';
import type { ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import type { Rule, Values } from '../engine/rule.ts';
import { textOf, visitObjects } from '../../domain/visit.ts';

/** What a stored contact agreed to. */
export const consentOf = (contact: Values): Consent => ({
  web: contact['web'] === true,
  print: contact['print'] === true,
  professionals: contact['professionals'] === true,
  openData: contact['openData'] === true,
  consentDate: textOf(contact['consentDate']).slice(0, 10) || null,
  consentSource: (contact['consentSource'] as ConsentSource | null | undefined) ?? null,
});

/** Each agreement to appear somewhere can be demonstrated: when it was given, and how (decision 10 of the design). */
export const consents: Rule = {
  appliesTo: ['api::association.association'],
  onPublish({ record }) {
    const today = dayOf(new Date());
    return visitObjects(record, 'contacts.*').flatMap(({ object, path }) => {
      const consent = consentOf(object);
      const result = checkConsent(consent, today);
      if (result.ok) return [];
      const { consentDate } = consent;
      const field = consentDate !== null && consentDate <= today ? 'consentSource' : 'consentDate';
      return [{ path: [...path, field], message: result.message }];
    });
  },
};
