/** How to register for an event: what is read, and where it leads. */
import type { Event } from '@trame/cms/domain/contract/site/event';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { hostOf } from '../associations/host-of.ts';

const hrefs = {
  téléphone: (value: string) => `tel:${value}`,
  courriel: (value: string) => `mailto:${value}`,
  lien: (value: string) => value,
};
const texts = { téléphone: formatPhone, courriel: formatEmail, lien: hostOf };

export const registrationContact = ({ kind, value }: Event['registration'][number]) => ({
  text: texts[kind](value),
  href: hrefs[kind](value),
});
