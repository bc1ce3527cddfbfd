import { serviceWords } from '../service/service-words.ts';
import { typeset } from '../service/typeset.ts';

/** Sentences of the withdrawal of a contact. */
export const words = typeset({
  title: 'Retirer un contact',
  lead: (association: string) => `Ce contact de « ${association} » ne sera plus publié.`,
  contact: 'Le contact',
  where: 'Accord donné pour',
  now: 'Il disparaît du site en quelques minutes, dès que vous confirmez. L’office en est averti.',
  print: 'Un annuaire déjà imprimé ne peut pas être corrigé ; ce contact ne figurera pas dans le prochain.',
  confirm: 'Retirer ce contact',
  nowhere: 'Ce contact n’est plus publié nulle part',
  nowhereHelp: 'Il n’y a rien à faire. L’office peut vous dire ce qu’il garde à votre sujet.',
  codeHelp:
    'Douze lettres et chiffres, écrits tout en bas de la lettre, après le lien pour ne plus paraître. Majuscules et tirets ne comptent pas.',
  codeSend: 'Continuer',
  failed: 'Le retrait n’a pas abouti',
  done: 'C’est fait',
  doneLead: 'Ce contact est retiré. Le site sera à jour dans quelques minutes.',
  still: 'Il figure encore dans ces éditions imprimées :',
  unknown:
    'Nous ne pouvons pas dire s’il figure dans ces éditions imprimées, dont les fichiers n’ont pas pu être relus. L’office peut le vérifier :',
  notPrinted: 'Il ne figure dans aucune édition imprimée.',
  problem: {
    'link-unknown': {
      title: 'Ce lien ne fonctionne pas',
      text: 'Il a peut-être été modifié par votre messagerie, ou ce contact n’est plus dans l’annuaire. Tapez le code du bas de la lettre, ou demandez le retrait à l’office : il le fait pour vous.',
    },
    other: {
      title: 'Ce lien n’est plus valable',
      text: 'Demandez le retrait à l’office : il le fait pour vous, sans attendre.',
    },
    cut: { title: serviceWords.code.cut, text: serviceWords.code.cutHelp },
    absent: {
      title: 'Retirer un contact',
      text: 'Chaque lettre porte, tout en bas, un lien et un code pour retirer un contact. Si votre messagerie a coupé le lien, tapez le code. Vous pouvez aussi demander le retrait à l’office : il le fait pour vous.',
    },
    network: { title: 'La connexion est coupée', text: '' },
    retry: { title: 'Le service ne répond pas comme prévu', text: '' },
  },
});
