import { defineVocabulary } from './vocabulary.ts';

/** What an association is in law: loi du 1er juillet 1901, articles 2 (unincorporated), 5 (declared) and 10 (public utility). */
export const legalForms = defineVocabulary([
  { value: 'déclarée', label: 'Association déclarée', description: 'Déclarée en préfecture, avec un numéro RNA.' },
  { value: 'non déclarée', label: 'Association de fait', description: 'Un collectif sans déclaration ni numéro RNA.' },
  { value: 'utilité publique', label: 'Association reconnue d’utilité publique' },
  {
    value: 'autre',
    label: 'Autre forme',
    description: 'Coopérative, fondation, section locale d’une structure nationale…',
  },
]);

export type LegalForm = (typeof legalForms.values)[number];
