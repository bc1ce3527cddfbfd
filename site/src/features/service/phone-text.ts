import { formatFrench } from '@trame/cms/domain/phone-plan';

/**
 * A stored French number as it is read ("05 36 49 00 00", "0590 12 34 56"), so that a form shows what people wrote; any other
 * text as it is. The rules for other countries are `domain/phone.ts`, whose tables weigh more than the page: they come with the
 * check.
 */
export const phoneText = (number: string): string => formatFrench(number) ?? number;
