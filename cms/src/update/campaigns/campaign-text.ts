import type { LetterVariable } from '../../domain/letter-variables.ts';
import { oneLine } from '../../platform/mail/message.ts';
import type { SecretLink } from '../../platform/links/secret-link.ts';
import type { LetterParts, LinkButton, Office } from '../../platform/mail/letters/layout.ts';
import { fillWritten, writtenParagraphs } from '../../platform/mail/letters/written.ts';

/** What the editor wrote for a campaign, and for whom it is filled in. */
export interface CampaignText {
  readonly subject: string;
  readonly body: string;
  readonly association: string;
  /** The page of the association's entry, with its token. */
  readonly link: SecretLink;
  /** "30 septembre 2026", or null when the campaign has no closing day yet. */
  readonly closing: string | null;
  readonly season: string;
  readonly office: Office;
  readonly withdrawalLink: SecretLink | null;
}

const words = {
  button: 'Vérifier notre fiche',
  noClosing: 'la clôture de la campagne',
  why: (association: string) =>
    `Vous recevez ce message parce que cette adresse est celle que l’annuaire des associations connaît pour « ${association} ».`,
};

/**
 * The letter of an editor's text. Paragraphs are what empty lines separate; the first paragraph that is nothing but `{lien}`
 * becomes the button, and a text without one gets it at its end, because without a link nobody can answer.
 *
 * @throws {Error} in French when the text holds a variable that does not exist, with those that do
 */
export function campaignLetter(campaign: CampaignText): LetterParts {
  const association = oneLine(campaign.association);
  const values: Record<LetterVariable, string> = {
    association,
    lien: campaign.link.url,
    cloture: campaign.closing ?? words.noClosing,
    office: oneLine(campaign.office.name),
    saison: oneLine(campaign.season),
  };
  const button: LinkButton = { label: words.button, link: campaign.link };
  const written = writtenParagraphs(campaign.body);
  const place = written.indexOf('{lien}');
  const paragraphs = written.map((paragraph, index): string | LinkButton =>
    index === place ? button : fillWritten(paragraph, values),
  );
  return {
    // The link does not belong into a subject: it would be shown in every list of letters.
    subject: fillWritten(campaign.subject, { ...values, lien: '' }),
    paragraphs: place < 0 ? [...paragraphs, button] : paragraphs,
    office: campaign.office,
    why: words.why(association),
    withdrawalLink: campaign.withdrawalLink,
  };
}
