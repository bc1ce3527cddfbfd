import { serviceWords } from '../service/service-words.ts';
import { typeset } from '../service/typeset.ts';

/** Sentences of the way out of letters to lists. */
export const words = typeset({
  title: 'Ne plus recevoir les lettres de l’office',
  lead: 'L’office écrit parfois la même lettre à plusieurs associations : c’est ce qui s’arrête, pour l’adresse qui a reçu cette lettre.',
  others:
    'Vous recevrez encore ce qui concerne votre fiche : la demande de mise à jour de l’année, les réponses à vos demandes, les liens que vous demandez. Votre fiche reste dans l’annuaire.',
  confirm: 'Ne plus recevoir ces lettres',
  stopped: 'C’est fait',
  stoppedLead: 'Cette adresse ne recevra plus les lettres que l’office écrit à plusieurs associations.',
  resumeHelp: 'C’était une erreur, ou vous changez d’avis ? Le même lien vous réinscrit, aujourd’hui ou plus tard.',
  resume: 'Me réinscrire',
  resumed: 'Votre adresse est de nouveau inscrite',
  resumedLead: 'Elle recevra les lettres que l’office écrit à plusieurs associations.',
  failed: 'Votre demande n’a pas abouti',
  codeHelp:
    'Douze lettres et chiffres, écrits tout en bas de la lettre, après « Ne plus recevoir ces lettres ». Majuscules et tirets ne comptent pas.',
  codeSend: 'Continuer',
  problem: {
    'link-unknown': {
      title: 'Ce lien ne fonctionne pas',
      text: 'Il a peut-être été modifié par votre messagerie. Tapez le code du bas de la lettre, ou demandez à l’office de ne plus vous écrire : il le fait pour vous.',
    },
    other: {
      title: 'Ce lien n’est plus valable',
      text: 'Demandez à l’office de ne plus vous écrire : il le fait pour vous.',
    },
    cut: { title: serviceWords.code.cut, text: serviceWords.code.cutHelp },
    absent: {
      title: 'Ne plus recevoir les lettres de l’office',
      text: 'Chaque lettre écrite à plusieurs associations porte, tout en bas, un lien et un code pour ne plus en recevoir. Si votre messagerie a coupé le lien, tapez le code. Vous pouvez aussi le demander à l’office.',
    },
    network: { title: 'La connexion est coupée', text: '' },
    retry: { title: 'Le service ne répond pas comme prévu', text: '' },
  },
});
