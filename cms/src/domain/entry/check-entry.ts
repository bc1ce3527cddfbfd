import { checkAges } from '../ages.ts';
import { cleanTexts } from '../clean-text.ts';
import { InseeCode } from '../primitives.ts';
import { parseEmail } from '../email.ts';
import { parsePhone } from '../phone.ts';
import { PRINTED_SUMMARY_LENGTH, printedLength } from '../print-length.ts';
import { checkSlot } from '../slots.ts';
import { pairAsStored, readPair } from '../typed-hours.ts';
import type { Values } from '../visit.ts';
import { discloses, readChannels, withheldFrom } from '../withheld-contacts.ts';
import { consentChannels } from '../vocabulary/consent-channels.ts';
import { parseWebAddress } from '../web-address.ts';
import type { Parsed } from '../parsed.ts';
import type { EntryForm, FormActivity, FormContact } from './entry-form.ts';
import { fields } from './fields.ts';
import { readTexts } from './texts.ts';

/** One thing to mend: where (`contacts.0.phone`), and how, in French. */
export interface EntryFault {
  readonly path: string;
  readonly message: string;
}

export type CheckedEntry =
  { readonly ok: true; readonly value: EntryForm } | { readonly ok: false; readonly faults: readonly EntryFault[] };

const words = {
  name: 'Indiquez le nom de l’association.',
  summary: 'Présentez l’association en une ou deux phrases : c’est le texte qui paraît dans l’annuaire.',
  summaryTooLong: (length: number) =>
    `La présentation fait ${length} caractères ; l’annuaire en imprime ${PRINTED_SUMMARY_LENGTH}. Raccourcissez-la : le reste a sa place dans «\u00a0${fields.description.label}\u00a0».`,
  themes: 'Choisissez au moins un thème.',
  activity: 'Donnez un nom à cette activité, ou supprimez-la.',
  contactEmpty: 'Indiquez un téléphone ou une adresse électronique pour ce contact, ou supprimez-le.',
  noContact:
    'Indiquez au moins un contact : sans lui, l’office ne peut pas vous joindre. Vous choisissez ensuite ce qui est publié.',
  postalCode: 'Un code postal a cinq chiffres.',
  year: 'L’année de création est dans l’avenir.',
  yearDigits: 'Écrivez l’année de création en quatre chiffres, comme 1987.',
  disclosed:
    'Ce texte contient un numéro ou une adresse qui ne doit pas paraître sur le site, ou pas dans l’annuaire imprimé : retirez-le du texte, ou cochez les cases de ce contact.',
  communeCode: 'Choisissez une commune de la liste.',
  logoAlt: 'Décrivez le logo en quelques mots, pour les personnes qui ne le voient pas.',
};

const isEmptyContact = ({ role, name, phone, email }: FormContact): boolean => `${role}${name}${phone}${email}` === '';

const isEmptyActivity = (activity: FormActivity): boolean =>
  `${activity.label}${activity.description}${activity.price}${activity.place}${activity.season}` === '' &&
  activity.slots.length === 0;

/**
 * The form as it is stored: texts cleaned, hours read, no choice twice, without the rows that were added and left empty. The paths of faults count rows in this one: a page that
 * shows faults beside its fields shows this form.
 */
export function withoutEmptyRows(form: EntryForm): EntryForm {
  const entry = cleanTexts(form);
  return {
    ...entry,
    themes: [...new Set(entry.themes)],
    audiences: [...new Set(entry.audiences)],
    communesOfActivity: [...new Set(entry.communesOfActivity)],
    activities: entry.activities
      .filter((activity) => !isEmptyActivity(activity))
      .map((activity) => ({
        ...activity,
        slots: activity.slots.map((slot) => ({ ...slot, ...pairAsStored(slot) })),
      })),
    contacts: entry.contacts.filter((contact) => !isEmptyContact(contact)),
    networks: entry.networks.filter(({ url }) => url !== ''),
  };
}

/**
 * Checks a form as the CMS will, with the same rules, and brings it into form: numbers in E.164, addresses with their scheme,
 * rows that were added and left empty removed.
 *
 * @param today `YYYY-MM-DD`, Europe/Paris
 * @returns the tidy form, or everything that is to be mended at once, in the order of the form
 */
export function checkEntry(form: EntryForm, today: string): CheckedEntry {
  const faults: EntryFault[] = [];
  const fault = (path: string, message: string) => void faults.push({ path, message });
  const parse = <T extends string>(path: string, text: string, parser: (input: string) => Parsed<T>): string => {
    if (text === '') return '';
    const result = parser(text);
    if (result.ok) return result.value;
    fault(path, result.message);
    return text;
  };

  const entry = withoutEmptyRows(form);
  if (entry.name === '') fault('name', words.name);
  if (entry.foundedYear !== null && entry.foundedYear < 1000) fault('foundedYear', words.yearDigits);
  if (entry.foundedYear !== null && entry.foundedYear > Number(today.slice(0, 4))) fault('foundedYear', words.year);
  const length = printedLength(entry.summary);
  if (length === 0) fault('summary', words.summary);
  else if (length > PRINTED_SUMMARY_LENGTH) fault('summary', words.summaryTooLong(length));
  if (entry.themes.length === 0) fault('themes', words.themes);

  for (const [index, activity] of entry.activities.entries()) {
    const path = `activities.${index}`;
    if (activity.label === '') fault(`${path}.label`, words.activity);
    if (activity.communeCode !== '' && !InseeCode.safeParse(activity.communeCode).success) {
      fault(`${path}.communeCode`, words.communeCode);
    }
    const ages = checkAges(activity);
    if (!ages.ok) fault(`${path}.ageMax`, ages.message);
    for (const [rank, slot] of activity.slots.entries()) {
      const at = `${path}.slots.${rank}`;
      const hours = readPair(slot);
      if (!hours.ok) {
        fault(`${at}.${hours.field}`, hours.message);
        continue;
      }
      const checked = checkSlot({ ...slot, begin: slot.begin || null, end: slot.end || null, note: slot.note || null });
      if (!checked.ok) fault(slot.begin === '' ? `${at}.begin` : `${at}.end`, checked.message);
    }
  }

  if (entry.contacts.length === 0) fault('contacts', words.noContact);
  const contacts = entry.contacts.map((contact, index) => {
    const path = `contacts.${index}`;
    if (contact.phone === '' && contact.email === '') fault(`${path}.phone`, words.contactEmpty);
    return {
      ...contact,
      phone: parse(`${path}.phone`, contact.phone, parsePhone),
      email: parse(`${path}.email`, contact.email, parseEmail),
    };
  });

  if (entry.address.postalCode !== '' && !/^\d{5}$/.test(entry.address.postalCode)) {
    fault('address.postalCode', words.postalCode);
  }
  const website = parse('website', entry.website, parseWebAddress);
  const networks = entry.networks.map((network, index) => ({
    ...network,
    url: parse(`networks.${index}.url`, network.url, parseWebAddress),
  }));
  if (entry.logo.choice === 'new' && entry.logo.alt === '') fault('logo.alt', words.logoAlt);

  const value = { ...entry, contacts, website, networks };
  faults.push(...disclosed(value));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

/**
 * Texts that show what a contact keeps from a channel: a box that is left empty protects nobody if the number stands in the
 * presentation. The same rule as at publication (`rules/content/withheld-contacts.ts`), by the same catalogue.
 */
function disclosed(entry: EntryForm): EntryFault[] {
  // What is ticked in a form is an agreement from the moment that it is sent.
  const contacts = entry.contacts.map((contact) => ({
    ...contact,
    consentDate: '-',
    consentSource: 'formulaire en ligne' as const,
  }));
  const paths = readChannels.flatMap((channel) => {
    const withheld = withheldFrom(channel, contacts);
    const agrees = (contact: Values) => contact[channel] === true;
    return withheld.length === 0
      ? []
      : readTexts(entry, channel, { names: 'form', agrees })
          .filter(({ value }) => discloses(value, withheld))
          .map(({ path }) => path.join('.'));
  });
  return [...new Set(paths)].map((path) => ({ path, message: words.disclosed }));
}

/** Does this contact appear anywhere at all? One that does not is for the office alone. */
export const agreesToSomething = (contact: FormContact): boolean =>
  consentChannels.values.some((channel) => contact[channel]);
