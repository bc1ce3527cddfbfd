/**
 * The letters of a campaign as they are before anyone wrote any: good enough to be sent unchanged. The variables are those of
 * the mail's letters; nothing here names a territory.
 */
import type { Core } from '@strapi/strapi';
import { typography } from '../../domain/french.ts';
import { defaultPaperText } from '../../domain/paper-text.ts';

const written = {
  invitationSubject: '{association} : votre fiche dans l’annuaire {saison}',
  invitationBody: `Bonjour,

Nous préparons l’annuaire des associations {saison}, sur papier et sur internet. Voici la fiche de votre association, « {association} » : relisez-la, et dites-nous si elle est toujours juste.

{lien}

Cela prend cinq minutes, sur un téléphone, sans mot de passe. Si rien n’a changé, un seul bouton suffit. Sinon, corrigez ce qui doit l’être : nous relisons avant de publier, et votre fiche actuelle reste en ligne d’ici là.

C’est vous qui choisissez, contact par contact, ce qui paraît sur le site, dans le livret imprimé, ou nulle part.

Merci de répondre avant le {cloture}. Ce lien est réservé à votre association : ne le publiez pas.

Bien cordialement,
{office}`,
  reminders: [
    {
      afterDays: 14,
      subject: 'Rappel : la fiche « {association} » attend votre relecture',
      body: `Bonjour,

Nous n’avons pas encore reçu votre réponse pour « {association} ». Si votre fiche est toujours juste, il suffit d’ouvrir ce lien et de toucher « Rien n’a changé » :

{lien}

Sans réponse avant le {cloture}, nous ne pourrons pas garantir que l’annuaire {saison} dit vrai à votre sujet.

Bien cordialement,
{office}`,
    },
    {
      afterDays: 35,
      subject: 'Dernier rappel avant l’annuaire {saison}',
      body: `Bonjour,

C’est notre dernier message avant la clôture, le {cloture}. Deux minutes suffisent pour confirmer la fiche « {association} », ou la corriger :

{lien}

Vous préférez le téléphone ? Répondez à ce message en nous laissant un numéro, et nous remplirons la fiche avec vous.

Bien cordialement,
{office}`,
    },
  ],
} as const;

/** Set as French print is, like every other text that somebody reads. */
export const defaultTexts = {
  invitationSubject: typography(written.invitationSubject),
  invitationBody: typography(written.invitationBody),
  reminders: written.reminders.map(({ afterDays, subject, body }) => ({
    afterDays,
    subject: typography(subject),
    body: typography(body),
  })),
};

/** Shows the texts in the form of a new campaign, where an editor can read and change them before saving. */
export function offerDefaultTexts(strapi: Core.Strapi): void {
  const { attributes } = strapi.contentType('api::campaign.campaign') as unknown as {
    attributes: Record<string, { default?: unknown }>;
  };
  const offered = {
    invitationSubject: defaultTexts.invitationSubject,
    invitationBody: defaultTexts.invitationBody,
    paperText: defaultPaperText,
  };
  for (const [key, text] of Object.entries(offered)) {
    const attribute = attributes[key];
    if (attribute) attribute.default = text;
  }
}
