import { serviceWords } from '../service/service-words.ts';
import { typeset } from '../service/typeset.ts';

/** Sentences of the page where an association answers a message. */
export const words = typeset({
  title: 'Répondre à un message',
  titleFor: (association: string) => `Un message pour ${association}`,
  lead: 'Quelqu’un vous écrit depuis votre page. Cette personne ne voit pas votre adresse.',
  from: (name: string, when: string) => `De ${name}, ${when}`,
  answer: 'Votre réponse',
  answerHelp: (name: string) =>
    `Elle part par l’annuaire, sans votre adresse. Vous verrez ensuite celle de ${name}, pour poursuivre si vous le voulez.`,
  send: 'Envoyer la réponse',
  answered: 'Votre réponse est partie',
  answeredLead: (name: string) => `${name} la reçoit dans la minute.`,
  goOn: 'Pour poursuivre directement, en montrant votre adresse :',
  yours: 'Votre réponse',
  failed: 'Votre réponse n’est pas partie',
  codeHelp: 'Douze lettres et chiffres, sous le bouton du message reçu. Majuscules et tirets ne comptent pas.',
  codeSend: 'Lire le message',
  problem: {
    'link-unknown': {
      title: 'Ce lien ne fonctionne pas, ou plus',
      text: 'Un message s’efface après trois mois. Si le vôtre est plus récent, votre messagerie a peut-être modifié le lien : tapez le code.',
    },
    other: { title: 'Ce lien n’est plus valable', text: 'L’office peut vous aider.' },
    cut: { title: serviceWords.code.cut, text: serviceWords.code.cutHelp },
    absent: {
      title: 'Répondre à un message',
      text: 'Le courriel qui vous transmet un message porte un bouton et un code. Si votre messagerie a coupé le lien, tapez le code.',
    },
    network: { title: 'La connexion est coupée', text: '' },
    retry: { title: 'Le service ne répond pas comme prévu', text: '' },
  },
});
