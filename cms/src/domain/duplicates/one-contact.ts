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

const agreesToNothing: Values = {
  ...Object.fromEntries(consentChannels.values.map((channel) => [channel, false])),
  consentDate: null,
  consentSource: null,
};

const filledFrom = (a: Values, b: Values): Values =>
  Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value === null || value === '' ? (b[key] ?? null) : value]),
  );

/**
 * What a contact says that one who agreed does not: it was not agreed to (the same rule as `import/merge.ts`), so it stands beside,
 * agreed for nothing. Its number and address are only those that the other does not have, so that nothing is both shown and kept
 * back; a name with nothing to reach it by keeps the number it came with. Null when it says nothing more.
 */
function whatComesBeside(agreed: Values, other: Values): Values | null {
  const added = OWN.filter((key) => plain(other, key) !== '' && plain(agreed, key) === '');
  if (added.length === 0) return null;
  const reaches = added.filter((key) => key !== 'name');
  const kept = reaches.length > 0 ? reaches : (['phone', 'email'] as const);
  const reach = Object.fromEntries(
    (['phone', 'email'] as const).map((key) => [key, kept.includes(key) ? (other[key] ?? null) : null]),
  );
  return { ...other, ...reach, ...agreesToNothing };
}

/**
 * Two contacts of one person: one that says what either says, where both or none were asked, shown nowhere that one of them did
 * not agree to be. Where only one was asked, its agreement covers the values that it was given for and no other.
 */
function joined(a: Values, b: Values): Values[] {
  const [ofA, ofB] = [agreementOf(a), agreementOf(b)];
  if (ofA && ofB) return [{ ...filledFrom(a, b), ...joinedAgreement(ofA, ofB) }];
  if (!ofA && !ofB) return [filledFrom(a, b)];
  const [agreed, other] = ofA ? [a, b] : [b, a];
  const role = textOf(agreed['role']) === '' ? (other['role'] ?? null) : (agreed['role'] ?? null);
  const beside = whatComesBeside(agreed, other);
  return [{ ...agreed, role }, ...(beside ? [beside] : [])];
}

/** The contacts of the first, then those of the second that the first does not have. */
export function joinContacts(first: readonly Values[], second: readonly Values[]): Values[] {
  const result = [...first];
  for (const contact of second) {
    const found = result.flatMap((one, index) => (isSame(one, contact) ? [{ index, as: joined(one, contact) }] : []));
    // One that takes in all of it comes before one beside which something would be left.
    const best = found.find(({ as }) => as.length === 1) ?? found[0];
    if (best) result.splice(best.index, 1, ...best.as);
    else result.push(contact);
  }
  return result;
}
