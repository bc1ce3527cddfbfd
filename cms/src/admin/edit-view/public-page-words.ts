/** What the panel « Sur le site » says of a record. Pure. */

export interface PublicRecord {
  /** Null for a type without draft and publish. `modified`: published, and changed since. */
  status: 'draft' | 'published' | 'modified' | null;
  /** Not saved yet. */
  isNew: boolean;
}

/** One sentence, and whether it calls for attention. */
export function publicPageWords({ status, isNew }: PublicRecord): { sentence: string; attention: boolean } {
  if (status === null)
    return { sentence: 'Ce que vous enregistrez paraît sur le site dans les secondes qui suivent.', attention: false };
  if (isNew) return { sentence: 'Cette fiche paraîtra sur le site quand vous l’aurez publiée.', attention: false };
  switch (status) {
    case 'draft':
      return {
        sentence: 'Cette fiche n’est pas sur le site\u00a0: elle paraîtra quand vous l’aurez publiée.',
        attention: true,
      };
    case 'modified':
      return {
        sentence:
          'Modifiée, mais pas encore publiée\u00a0: le site montre la version précédente. Appuyez sur «\u00a0Publier\u00a0» pour la mettre à jour.',
        attention: true,
      };
    case 'published':
      return { sentence: 'La version en ligne est à jour.', attention: false };
  }
}
