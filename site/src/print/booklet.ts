/**
 * The booklet as the template reads it (`json("/booklet.json")`): every text safe to set, every order decided, nothing left
 * to compute but the layout. It says nothing of screen or press: one booklet serves both.
 */
import type { Palette, Swatch } from './palette.ts';
import type { bookletTexts, sampleEntry } from './texts.ts';

/** A picture by the hash of its original; `images.ts` says which file, if any, stands for it. */
export interface Picture {
  readonly hash: string;
  readonly alt: string;
}

/** What a reader follows: a shown text and a target of scheme http(s), mailto or tel. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

export interface EntryActivity {
  readonly label: string;
  /** Day and hours, ages, place, price, season: what is known, in this order. */
  readonly details: readonly string[];
}

export interface EntryContact {
  readonly role: string | null;
  readonly name: string | null;
  readonly phone: Link | null;
  readonly email: Link | null;
}

export interface Entry {
  /** Rank in the booklet, from 1: what indexes point at. */
  readonly number: number;
  /** Of the association's page on the site. */
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly commune: string | null;
  /** The sub-theme: "Danse". */
  readonly specialty: string | null;
  /** "Pour enfants et adultes" */
  readonly audiences: string | null;
  readonly summary: readonly string[];
  readonly activities: readonly EntryActivity[];
  readonly accessibility: string | null;
  /** Shown under « Cherche des bénévoles »; null when it looks for none. */
  readonly volunteers: { readonly note: string | null } | null;
  readonly contacts: readonly EntryContact[];
  /** Line by line, as on an envelope. */
  readonly address: readonly string[];
  readonly website: Link | null;
  readonly networks: readonly Link[];
  readonly verified: string | null;
  readonly logo: Picture | null;
  /** So much text that it may not fit a page: the template then measures it and lets it break if it must. */
  readonly tall: boolean;
}

export interface Chapter {
  /** From 1: on the thumb tab, in the contents and in running heads. */
  readonly number: number;
  readonly name: string;
  /** "1 · Sports", cut when it would not fit a line: the whole name stands at the opening. */
  readonly runningHead: string;
  readonly description: string | null;
  readonly count: string;
  readonly colour: Swatch;
  readonly entries: readonly Entry[];
}

export interface AgendaItem {
  /** Day of the month and day of the week; null when the date is not fixed. */
  readonly day: string | null;
  readonly weekday: string | null;
  readonly title: string;
  /** "Forum", "Atelier": the kind of event. */
  readonly kind: string;
  /** "Complet", "Annulé"; null when it takes place as planned. */
  readonly notice: string | null;
  /** Hours and place, as far as they are known. */
  readonly whenAndWhere: readonly string[];
  /** Price, organiser, other dates: what is known, in this order. */
  readonly details: readonly string[];
  readonly summary: readonly string[];
}

export interface AgendaGroup {
  readonly title: string;
  readonly items: readonly AgendaItem[];
}

export interface PlanAction {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly done: boolean;
  readonly period: string | null;
}

export interface Plan {
  readonly title: string;
  readonly adopted: string | null;
  readonly axes: readonly {
    readonly number: string;
    readonly title: string;
    readonly actions: readonly PlanAction[];
  }[];
}

export interface IndexGroup {
  readonly title: string;
  readonly rows: readonly { readonly text: string; readonly entry: number }[];
}

export interface Booklet {
  readonly title: string;
  readonly author: string;
  readonly season: string;
  /** Title and season, cut when they would not fit a line: they stand whole on the cover. */
  readonly runningHead: string;
  readonly palette: Palette;
  readonly texts: typeof bookletTexts;
  readonly cover: {
    readonly subtitle: string | null;
    readonly territory: string;
    readonly operator: string;
    readonly counts: string;
    readonly picture: Picture | null;
  };
  readonly foreword: { readonly paragraphs: readonly string[]; readonly signature: string };
  readonly guide: {
    readonly toRead: readonly string[];
    readonly toFind: readonly string[];
    readonly toCorrect: readonly string[];
    readonly sample: typeof sampleEntry;
  };
  readonly chapters: readonly Chapter[];
  readonly agenda: readonly AgendaGroup[];
  readonly plans: readonly Plan[];
  /** Where the plan's details are read; null when the site has no public address yet. */
  readonly plansNote: string | null;
  readonly alphabeticalIndex: readonly IndexGroup[];
  readonly communeIndex: readonly IndexGroup[];
  readonly back: {
    readonly publishedBy: string;
    readonly address: readonly string[];
    readonly phone: Link | null;
    readonly email: Link | null;
    readonly website: Link | null;
    readonly site: Link | null;
  };
}
