import { serviceWords } from './service-words.ts';
import { typeset } from './typeset.ts';

/** Why a page of an association cannot be shown, by the code of the refusal; an empty text leaves the word to the CMS. */
export const problemWords = typeset({
  'link-unknown': {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il a peut-être été modifié par votre messagerie, ou remplacé par un lien plus récent. Prenez la dernière lettre reçue et tapez son code.',
  },
  'link-expired': {
    title: 'Ce lien n’est plus valable',
    text: 'Sa durée est passée. Demandez-en un nouveau à l’office : c’est fait en une minute.',
  },
  closed: {
    title: 'La mise à jour annuelle est terminée',
    text: 'Ce lien ne sert plus, mais votre fiche se modifie toute l’année : demandez un lien de connexion, il arrive par courriel en une minute.',
  },
  cut: { title: serviceWords.code.cut, text: serviceWords.code.cutHelp },
  absent: {
    title: 'Ouvrez votre fiche avec votre lettre',
    text: 'Chaque association reçoit une lettre, avec un lien personnel et un code. Si votre messagerie a coupé le lien, tapez le code : il ouvre la même page.',
  },
  network: { title: 'La connexion est coupée', text: '' },
  other: { title: 'Le service ne répond pas comme prévu', text: '' },
});
