/** What the element `<annuaire-associations>` reads: written and read by one release, so that it may change with the next. */

export const EMBED_FORMAT = 'trame-integrer/1';

/** An association in a list. */
export interface EmbedEntry {
  readonly id: string;
  readonly nom: string;
  readonly resume: string;
  /** Where it is met, in words. */
  readonly ou: string;
  /** Slugs of its themes and of their chapters. */
  readonly themes: readonly string[];
  /** Slugs. */
  readonly publics: readonly string[];
  /** INSEE codes of its seat and of where it acts. */
  readonly communes: readonly string[];
  /** What a question may name, lower case and without accents. */
  readonly mots: string;
  /** Address of its page. */
  readonly page: string;
}

export interface EmbedList {
  readonly format: typeof EMBED_FORMAT;
  readonly site: { readonly nom: string; readonly url: string };
  /** In the order of the site, a chapter before what is in it. Only those that an entry has. */
  readonly themes: readonly { readonly id: string; readonly nom: string; readonly dans: string | null }[];
  readonly publics: readonly { readonly id: string; readonly nom: string }[];
  readonly communes: readonly { readonly id: string; readonly nom: string }[];
  readonly fiches: readonly EmbedEntry[];
}

/** A record of the read API, as far as the element shows it (`view/open-data/tables/associations.ts`). */
export interface EmbedRecord {
  readonly presentation: string | null;
  readonly comment_adherer: string | null;
  readonly site_web: string | null;
  readonly contacts: readonly {
    readonly role: string | null;
    readonly nom: string | null;
    readonly telephone: string | null;
    readonly courriel: string | null;
  }[];
  readonly activites: readonly {
    readonly intitule: string;
    readonly description: string | null;
    readonly age_min: number | null;
    readonly age_max: number | null;
    readonly age_min_mois: number | null;
    readonly age_max_mois: number | null;
    readonly tarif: string | null;
    readonly lieu: string | null;
    readonly creneaux: readonly {
      readonly jour: string;
      readonly debut: string | null;
      readonly fin: string | null;
      readonly precision: string | null;
    }[];
  }[];
}
