import type { Layout } from '../layout.ts';

export const contact: Layout = {
  uid: 'contact.contact',
  mainField: 'role',
  rows: [
    ['role', 'name'],
    ['phone', 'email'],
    ['web', 'print'],
    ['professionals', 'openData'],
    ['consentDate', 'consentSource'],
  ],
  fields: {
    role: {
      label: 'Rôle',
      help: 'Rien ne paraît sans accord : dites plus bas où cette personne accepte de figurer.',
      placeholder: 'Présidence, inscriptions…',
    },
    name: { label: 'Nom', help: 'Facultatif : le rôle suffit.' },
    phone: { label: 'Téléphone', placeholder: '05 57 00 00 00' },
    email: { label: 'Adresse électronique', placeholder: 'contact@exemple.fr' },
    web: { label: 'Accord : site internet', help: 'Le site public et l’annuaire PDF qu’on y télécharge.' },
    print: { label: 'Accord : annuaire imprimé', help: 'Le livret remis à l’imprimeur.' },
    professionals: { label: 'Accord : partenaires', help: 'L’annuaire réservé aux professionnels du territoire.' },
    openData: {
      label: 'Accord : données ouvertes',
      help: 'Des fichiers que chacun peut réutiliser : jamais sans accord exprès.',
    },
    consentDate: { label: 'Accord donné le', help: 'Obligatoire dès qu’une case est cochée.' },
    consentSource: {
      label: 'Accord recueilli par',
      help: 'Pour pouvoir répondre à qui demande d’où vient son numéro.',
    },
  },
};
