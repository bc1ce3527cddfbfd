/** What an editor reads when a file of the register cannot be read. */
import { fileSize } from '../../../domain/file-size.ts';
import { rnaLimits } from './rna-limits.ts';

const integer = new Intl.NumberFormat('fr-FR');

export const rnaRefusals = {
  tooLarge: (bytes: number) =>
    `Ce fichier pèse ${fileSize(bytes)}\u00a0: ${fileSize(rnaLimits.fileBytes)} au plus. Gardez le fichier de votre département.`,
  inflatesTooMuch: `Ce fichier contient plus de ${fileSize(rnaLimits.inflatedBytes)} une fois décompressé\u00a0: gardez le fichier de votre département, puis déposez-le.`,
  rows: `Ce fichier a plus de ${integer.format(rnaLimits.rows)} lignes\u00a0: gardez le fichier de votre département.`,
  kept: `Ce fichier a plus de ${integer.format(rnaLimits.kept)} associations de vos communes\u00a0: partagez-le en plusieurs fichiers.`,
  damaged:
    'Ce fichier du Répertoire national est abîmé ou incomplet\u00a0: téléchargez-le à nouveau sur data.gouv.fr, puis déposez-le.',
  password: 'Ce ZIP est protégé par un mot de passe\u00a0: ouvrez-le et déposez le fichier CSV qui est dedans.',
  noDepartement:
    'Ce ZIP ne contient aucun fichier de votre département\u00a0: vérifiez le code INSEE de vos communes, ou déposez le fichier CSV du département.',
  unclosedQuote: (line: number) =>
    `Ce fichier est abîmé autour de la ligne ${integer.format(line)}\u00a0: un guillemet n’y est jamais refermé. Téléchargez-le à nouveau.`,
  tooLong:
    'Ce fichier est trop long à lire ici\u00a0: gardez celui de votre département, ou posez-le dans le dossier «\u00a0rna\u00a0» du serveur.',
  tooHeavy:
    'Ce fichier demande trop de mémoire pour être lu\u00a0: gardez celui de votre département, puis déposez-le à nouveau.',
} as const;
