import { serviceWords } from '../service/service-words.ts';
import { typeset } from '../service/typeset.ts';

/** Sentences of the page of an alert. */
export const words = typeset({
  title: 'Votre alerte',
  waiting: 'Confirmez votre alerte',
  waitingLead:
    'Vous recevrez une lettre par mois au plus, seulement quand l’annuaire a du nouveau pour cette recherche.',
  yours: 'Votre recherche :',
  until: (day: string) =>
    `Sans confirmation d’ici au ${day}, votre adresse est effacée et vous ne recevez rien d’autre.`,
  confirm: 'Recevoir ces lettres',
  refuse: 'Je n’ai rien demandé',
  confirmed: 'Votre alerte est confirmée',
  standing: 'Votre alerte',
  standingLead: 'Vous recevez une lettre par mois au plus, seulement quand il y a du nouveau.',
  endsOn: (day: string) => `Cette alerte s’arrête d’elle-même le ${day}. Vous pouvez l’arrêter avant, à tout moment.`,
  goOn: 'Continuer deux ans de plus',
  stop: 'Ne plus recevoir ces lettres',
  stopped: {
    title: 'C’est fait',
    lead: 'Vous ne recevrez plus ces lettres, et votre adresse est effacée pour cette recherche.',
  },
  over: {
    title: 'Cette alerte n’existe plus',
    lead: 'Elle a été arrêtée, ou n’a pas été confirmée à temps. Vous ne recevez plus de lettres pour cette recherche.',
  },
  search: 'Faire une recherche',
  failed: 'Votre demande n’a pas abouti',
  codeHelp: 'Douze lettres et chiffres, écrits dans la lettre. Majuscules et tirets ne comptent pas.',
  codeSend: 'Continuer',
  problem: {
    'link-unknown': {
      title: 'Ce lien ne fonctionne pas',
      text: 'Votre messagerie l’a peut-être modifié : tapez le code écrit dans la lettre. L’office peut aussi arrêter une alerte pour vous.',
    },
    other: { title: 'Ce lien n’est plus valable', text: 'L’office peut arrêter une alerte pour vous.' },
    cut: { title: serviceWords.code.cut, text: serviceWords.code.cutHelp },
    absent: {
      title: 'Votre alerte',
      text: 'Chaque lettre d’alerte porte un lien et un code, pour confirmer l’alerte ou l’arrêter. Si votre messagerie a coupé le lien, tapez le code.',
    },
    network: { title: 'La connexion est coupée', text: '' },
    retry: { title: 'Le service ne répond pas comme prévu', text: '' },
  },
});
