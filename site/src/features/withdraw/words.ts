import { typeset } from '../cms-api/typeset.ts';

/** Sentences of the withdrawal of a contact. */
export const words = typeset({
  title: 'Retirer un contact',
  lead: (association: string) => `Ce contact de « ${association} » ne sera plus publié.`,
  contact: 'Le contact',
  where: 'Publié aujourd’hui',
  now: 'Il disparaît du site en quelques minutes, dès que vous confirmez. L’office en est averti.',
  print: 'Un annuaire déjà imprimé ne peut pas être corrigé ; ce contact ne figurera pas dans le prochain.',
  confirm: 'Retirer ce contact',
  nowhere: 'Ce contact n’est plus publié nulle part',
  nowhereHelp: 'Il n’y a rien à faire. L’office peut vous dire ce qu’il garde à votre sujet.',
  failed: 'Le retrait n’a pas abouti',
  done: 'C’est fait',
  doneLead: 'Ce contact est retiré. Le site sera à jour dans quelques minutes.',
  still: 'Il figure encore dans ces éditions imprimées :',
  notPrinted: 'Il ne figure dans aucune édition imprimée.',
  problem: {
    'link-unknown': {
      title: 'Ce lien ne fonctionne pas',
      text: 'Il a peut-être été coupé par votre messagerie. Rouvrez-le depuis la lettre, ou demandez le retrait à l’office : il le fait pour vous.',
    },
    other: {
      title: 'Ce lien n’est plus valable',
      text: 'Demandez le retrait à l’office : il le fait pour vous, sans attendre.',
    },
    absent: {
      title: 'Ouvrez cette page depuis votre lettre',
      text: 'Chaque lettre porte un lien pour retirer un contact. Vous pouvez aussi le demander à l’office.',
    },
    network: { title: 'La connexion est coupée', text: '' },
    retry: { title: 'Le service ne répond pas comme prévu', text: '' },
  },
});
