/** The French sentences of `pnpm check:leaks`. */
import { maskSecrets } from '@trame/cms/domain/mask-secrets';

/** Where something is found. */
const channels = {
  site: 'sur le site en ligne',
  answers: 'dans une réponse donnée à un inconnu',
  logs: 'dans un journal du serveur',
} as const;
export type Channel = keyof typeof channels;

/** Enough to find it by, for who may look into the admin; never the whole. */
export function veiled(value: string): string {
  const signs = [...value.trim()];
  const shown = signs.length >= 8 ? signs.slice(0, 3).join('') : '';
  return `« ${shown}… » (${signs.length} signes)`;
}

export const messages = {
  help: `Cherche, dans ce que tout le monde peut lire, ce que personne ne doit y lire.

  pnpm check:leaks

Lit dans la base de données ce qui n’est pas public (notes internes, contacts qui n’ont pas donné leur accord ou l’ont retiré, fiches non publiées, réponses, lettres, comptes), puis le cherche dans le site en ligne (pages, données ouvertes, recherche, annuaire PDF, agendas, images), dans ce que le site, l’administration et le service de publication répondent à un inconnu, dans les journaux du serveur, et regarde si les sauvegardes sont fermées. Trame doit être en marche. Rien n’est modifié, et aucune valeur n’est affichée en entier.

Se termine avec le code 1 quand quelque chose est trouvé, ou n’a pas pu être lu.`,
  found: (channel: Channel, where: string, column: string, isPrivate: boolean, value: string) =>
    `${isPrivate ? 'Donnée interne' : 'Donnée qui n’est pas publiée, ou ne l’est plus'} ${channels[channel]}, ${maskSecrets(where)} : ${veiled(value)}, de la colonne ${column}.`,
  foundContact: (channel: Channel, where: string, column: string, kind: 'phone' | 'email', value: string) =>
    `${kind === 'phone' ? 'Un numéro de téléphone' : 'Une adresse électronique'} qui n’est pas public ${channels[channel]}, ${maskSecrets(where)} : ${veiled(value)}, de la colonne ${column}.`,
  gate: (where: string, kind: 'phone' | 'email', value: string) =>
    `${kind === 'phone' ? 'Un numéro de téléphone' : 'Une adresse électronique'} que rien n’autorise à publier est sur le site en ligne, ${where} : ${veiled(value)}.`,
  place: (where: string) => `Le lieu de la prise de vue est écrit dans l’image ${where}.`,
  unreadable: (where: string) => `${where} ne se lit pas : rien ne dit que ce fichier ne montre rien de privé.`,
  twin: (where: string) => `${where} ne dit pas la même chose que le fichier dont c’est la forme compressée.`,
  openBackup: (where: string) => `La sauvegarde ${where} n’est pas chiffrée : qui la copie lit tout.`,
  silent: (where: string) => `${where} ne répond pas : rien n’a pu y être cherché.`,
  noRelease: 'Aucun site n’est en ligne : rien n’a pu y être cherché.',
  noExport: (status: number) =>
    `L’administration n’a pas dit ce qui est public (réponse ${status}). Vérifiez que Trame est en marche, puis recommencez.`,
  behind:
    'Le site en ligne n’est pas encore celui du contenu d’aujourd’hui : ce qui vient d’être modifié peut y être encore. Recommencez dans une minute.',
  more: (count: number) => `… et ${count} autres.`,
  none: (texts: number, files: number, answers: number, logs: number) =>
    `Rien trouvé. ${texts} textes qui ne sont pas publics ont été cherchés dans ${files} fichiers du site, ${answers} réponses et ${logs} journaux.`,
  some: (count: number) => (count === 1 ? '1 fuite trouvée ou possible.' : `${count} fuites trouvées ou possibles.`),
} as const;
