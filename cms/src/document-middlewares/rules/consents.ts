import { checkConsent } from '../../domain/consent.ts';
import { dayOf } from '../../domain/dates.ts';
import type { ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import type { Rule } from '../engine/rule.ts';
import { textOf, visitObjects } from '../engine/visit.ts';

/** Each agreement to appear somewhere can be demonstrated: when it was given, and how (decision 10 of the design). */
export const consents: Rule = {
  appliesTo: ['api::association.association'],
  onPublish({ record }) {
    const today = dayOf(new Date());
    return visitObjects(record, 'contacts.*').flatMap(({ object, path }) => {
      const consentDate = textOf(object['consentDate']).slice(0, 10) || null;
      const consentSource = (object['consentSource'] as ConsentSource | null | undefined) ?? null;
      const result = checkConsent(
        {
          web: object['web'] === true,
          print: object['print'] === true,
          professionals: object['professionals'] === true,
          openData: object['openData'] === true,
          consentDate,
          consentSource,
        },
        today,
      );
      if (result.ok) return [];
      const field = consentDate !== null && consentDate <= today ? 'consentSource' : 'consentDate';
      return [{ path: [...path, field], message: result.message }];
    });
  },
};
