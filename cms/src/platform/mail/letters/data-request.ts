import type { SecretLink } from '../../links/secret-link.ts';
import type { LetterParts, Office } from './layout.ts';

const words = {
  subject: 'Ce que l’annuaire garde à votre sujet',
  text: 'Vous avez demandé ce que l’annuaire des associations garde à votre sujet. Le voici, à lire ou à enregistrer :',
  button: 'Voir mes données',
  limits: (hours: number) =>
    `Le lien est valable ${hours} heures. Ne le transmettez à personne : il montre vos données.`,
  rights: 'Pour corriger ou effacer une information, répondez à ce message.',
  mistake: 'Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne ne voit vos données.',
  why: 'Vous recevez ce message parce que quelqu’un a demandé, sur le site, les données liées à cette adresse.',
};

/** @param hours how long the link opens */
export function ownDataLetter(link: SecretLink, hours: number, office: Office): LetterParts {
  return {
    subject: words.subject,
    paragraphs: [
      'Bonjour,',
      words.text,
      { label: words.button, link },
      words.limits(hours),
      words.rights,
      words.mistake,
    ],
    office,
    why: words.why,
    withdrawalLink: null,
  };
}
