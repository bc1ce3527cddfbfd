/** What the making of a press file says to people, in French. */

const askAgain = 'demandez à votre imprimeur son profil CMJN au format .icc';

const megabytes = (bytes: number) =>
  `${(bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;

const spaces: Readonly<Record<string, string>> = { RGB: 'RVB (écran)', GRAY: 'niveaux de gris', Lab: 'Lab' };

export const profileRefusals = {
  empty: `Ce fichier est vide\u00a0: ${askAgain}, ou laissez ce champ vide pour imprimer avec le profil fourni.`,
  tooLarge: (bytes: number) =>
    `Ce fichier pèse ${megabytes(bytes)}, bien plus qu’un profil ICC (20\u00a0Mo au plus)\u00a0: ${askAgain}.`,
  anotherFile: (what: string) =>
    `Ce fichier est ${what}, pas un profil ICC\u00a0: changer l’extension ne suffit pas, ${askAgain}.`,
  notAProfile: `Ce fichier n’est pas un profil ICC\u00a0: ${askAgain}.`,
  truncated: (bytes: number, announced: number) =>
    `Ce profil ICC est incomplet (${bytes.toLocaleString('fr-FR')}\u00a0octets sur ${announced.toLocaleString('fr-FR')})\u00a0: téléchargez-le de nouveau, puis déposez-le ici.`,
  notCmyk: (space: string) =>
    `Ce profil ICC décrit des couleurs en ${spaces[space] ?? 'un autre espace que CMJN'}, pas les quatre encres d’une presse\u00a0: ${askAgain}.`,
  notAnOutputProfile: `Ce profil ICC ne décrit pas une presse (ce n’est pas un profil de sortie)\u00a0: ${askAgain}.`,
  version: (version: number) =>
    `Ce profil ICC est de version ${version}, que le PDF/X n’accepte pas\u00a0: demandez à votre imprimeur la version\u00a02 ou\u00a04 de son profil.`,
  noTables: `Ce profil ICC n’a pas les tables qui convertissent vers les encres et retour\u00a0: ${askAgain}.`,
  noName: `Ce profil ICC n’a pas de nom, que l’imprimeur doit pouvoir lire dans le PDF\u00a0: ${askAgain}.`,
  damaged: `Ce profil ICC est abîmé\u00a0: téléchargez-le de nouveau ou ${askAgain}.`,
};
