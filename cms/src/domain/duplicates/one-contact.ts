/** The contacts of two entries that become one: each person once, and nobody shown where they did not agree to be. */
import { plainReach } from '../entry/same-contact.ts';
import { textOf, type Values } from '../visit.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';

const OWN = ['name', 'phone', 'email'] as const;

const plain = (contact: Values, key: string): string => plainReach(textOf(contact[key]));

/** Both say the same, or one says nothing. */
const agree = (a: Values, b: Values, key: string): boolean => {
  const [left, right] = [plain(a, key), plain(b, key)];
  return left === '' || right === '' || left === right;
};

/** One and the same person: reached by the same number or address, and nothing that is said of both differs. */
const isSame = (a: Values, b: Values): boolean =>
  (['phone', 'email'] as const).some((key) => plain(a, key) !== '' && plain(a, key) === plain(b, key)) &&
  OWN.every((key) => agree(a, b, key));

/** What a contact agreed to; null when nobody noted anything of it: that is no refusal, a withdrawal is known by the register. */
function agreementOf(contact: Values): Values | null {
  if (textOf(contact['consentDate']) === '' && consentChannels.values.every((channel) => contact[channel] !== true))
    return null;
  return Object.fromEntries(
    [...consentChannels.values, 'consentDate', 'consentSource'].map((key) => [key, contact[key] ?? null]),
  );
}

/** Only where both agreed, since the later of the two days; where nothing is left, none. */
function joinedAgreement(a: Values, b: Values): Values {
  const channels = Object.fromEntries(
    consentChannels.values.map((channel) => [channel, a[channel] === true && b[channel] === true]),
  );
  const isShown = Object.values(channels).some(Boolean);
  const { consentDate, consentSource } = textOf(a['consentDate']) >= textOf(b['consentDate']) ? a : b;
  return { ...channels, consentDate: isShown ? consentDate : null, consentSource: isShown ? consentSource : null };
}

/** One contact of two that are the same person: it says what either says, and is shown nowhere that one of them did not agree to. */
function joined(a: Values, b: Values): Values {
  const filled = Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value === null || value === '' ? (b[key] ?? null) : value]),
  );
  const [ofA, ofB] = [agreementOf(a), agreementOf(b)];
  return { ...filled, ...(ofA && ofB ? joinedAgreement(ofA, ofB) : (ofA ?? ofB ?? {})) };
}

/** The contacts of the first, then those of the second that the first does not have. */
export function joinContacts(first: readonly Values[], second: readonly Values[]): Values[] {
  const result = [...first];
  for (const contact of second) {
    const index = result.findIndex((one) => isSame(one, contact));
    if (index < 0) result.push(contact);
    else result[index] = joined(result[index]!, contact);
  }
  return result;
}
