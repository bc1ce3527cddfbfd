import { consentChannels, type ConsentChannel } from './vocabulary/consent-channels.ts';
import type { ConsentSource } from './vocabulary/consent-sources.ts';
import { listInWords } from './french.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** What a person agreed to: the channels, when, and how they said so. `consentDate` is `YYYY-MM-DD`. */
export type Consent = Readonly<Record<ConsentChannel, boolean>> & {
  readonly consentDate: string | null;
  readonly consentSource: ConsentSource | null;
};

/**
 * Channels inside a sentence: "site internet et annuaire imprimé". That something is « à venir » is for whoever ticks its box, not for
 * a sentence about boxes.
 */
export const channelsInWords = (channels: readonly ConsentChannel[]): string =>
  listInWords(
    channels.map((channel) =>
      consentChannels
        .label(channel)
        .replace(/ \(.*\)$/, '')
        .toLowerCase(),
    ),
  );

const agreesTo = (consent: Consent): boolean => consentChannels.values.some((channel) => consent[channel]);

/**
 * The one decision on what a channel may see (decision 10 of the design): every output goes through it.
 * A box that is ticked without a date and a source is not an agreement (RGPD, article 7(1): it must be demonstrable).
 */
export function maySee(consent: Consent, channel: ConsentChannel): boolean {
  return consent[channel] === true && consent.consentDate !== null && consent.consentSource !== null;
}

/** The contacts that a channel may show, in their order. */
export function visibleContacts<T extends Consent>(contacts: readonly T[], channel: ConsentChannel): T[] {
  return contacts.filter((contact) => maySee(contact, channel));
}

/**
 * Checks at publish that each agreement can be demonstrated.
 * @param today `YYYY-MM-DD`, Europe/Paris
 */
export function checkConsent<T extends Consent>(consent: T, today: string): Parsed<T> {
  if (!agreesTo(consent)) return parsed(consent);
  if (consent.consentDate === null || consent.consentSource === null) {
    return refused(
      'Ce contact est coché pour être diffusé : indiquez la date de son accord et comment il l’a donné, ou décochez les canaux.',
    );
  }
  if (consent.consentDate > today) {
    return refused('La date de l’accord est dans l’avenir : indiquez le jour où la personne a donné son accord.');
  }
  return parsed(consent);
}
