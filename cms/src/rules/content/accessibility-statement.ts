import type { Fault, Rule } from '../engine/rule.ts';

const UNAUDITED = 'non conforme';

/** A degree of conformity is the result of an audit: its date and its rate, which the statement must give (RGAA 4.1, décret 2019-768). */
export const accessibilityStatement: Rule = {
  appliesTo: ['api::legal.legal'],
  onPublish({ record }) {
    const state = record['accessibilityState'];
    if (state === UNAUDITED) return [];
    const faults: Fault[] = [];
    const because = `L’état «\u00a0${String(state)}\u00a0» se déclare après un audit`;
    const otherwise = `sinon, choisissez «\u00a0${UNAUDITED}\u00a0».`;
    if (!record['accessibilityAuditOn']) {
      faults.push({
        path: ['accessibilityAuditOn'],
        message: `${because}\u00a0: indiquez sa date\u00a0; ${otherwise}`,
      });
    }
    const rate = record['accessibilityRate'];
    if (rate === null || rate === undefined) {
      faults.push({
        path: ['accessibilityRate'],
        message: `${because}\u00a0: indiquez le taux obtenu\u00a0; ${otherwise}`,
      });
      return faults;
    }
    const fitting =
      Number(rate) === 100 ? 'totalement conforme' : Number(rate) >= 50 ? 'partiellement conforme' : UNAUDITED;
    if (fitting !== state) {
      faults.push({
        path: ['accessibilityState'],
        message: `Un taux de ${String(Number(rate)).replace('.', ',')}\u00a0% se déclare «\u00a0${fitting}\u00a0».`,
      });
    }
    return faults;
  },
};
