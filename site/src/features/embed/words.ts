import fr from '../../i18n/fr.json' with { type: 'json' };

/** The words of the element, which is bundled with them and with no others. */
export const embedWords = fr.embed.element;
export type EmbedWords = typeof embedWords;
