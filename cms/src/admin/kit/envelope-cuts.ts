/** What is said of a line of an envelope, or of a label, that does not fit. Pure. */
import type { LettersCheck } from '../../domain/contract/desk/campaign.ts';
import { typography } from '../../domain/french.ts';

export type EnvelopeFault = LettersCheck['faults'][number];
type Cut = Exclude<EnvelopeFault['part'], 'absent' | 'town-hall'>;

const LINES: Readonly<Record<Cut, string>> = {
  name: 'le nom',
  complement: 'le complément d’adresse',
  street: 'la voie',
  box: 'la boîte postale ou le lieu-dit',
  town: 'la commune',
};

/** « la voie ne tient pas : « … » s’imprimera « … » » */
export const cutWords = ({ part, was, becomes }: EnvelopeFault & { part: Cut }): string =>
  typography(`${LINES[part]} ne tient pas : « ${was} » s’imprimera « ${becomes} »`);

/** Whether a fault is about a line that does not fit. */
export const isCut = (fault: EnvelopeFault): fault is EnvelopeFault & { part: Cut } =>
  fault.part !== 'absent' && fault.part !== 'town-hall';
