/**
 * The booklet as the template reads it (`json("/booklet.json")`): every text safe to set, every order decided, nothing left
 * to compute but the layout. It says nothing of screen or press: one booklet serves both.
 */
import type { AdvertisementSize } from '@trame/cms/domain/vocabulary/advertisement-sizes';
import type { Palette, Swatch } from './palette.ts';
import type { bookletTexts, sampleEntry } from './texts.ts';

/** What a picture is printed as: it decides its size (`picture-boxes.ts`). */
export type PictureUse = 'logo' | 'cover' | 'guide' | 'partner' | AdvertisementSize;

/** A picture by its use and the hash of its original; `images.ts` says which file, if any, stands for it. */
export interface Picture {
  readonly key: string;
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
  /** The name as running heads and tight places show it: short enough for half a line. */
  readonly shortName: string;
  readonly acronym: string | null;
  readonly commune: string | null;
  /** The sub-theme: "Danse". */
  readonly specialty: string | null;
  /** "Pour enfants et adultes" */
  readonly audiences: string | null;
  readonly summary: readonly string[];
  readonly activities: readonly EntryActivity[];
  /** "et 7 autres activités sur le site": what the list leaves out. */
  readonly moreActivities: string | null;
  readonly accessibility: string | null;
  /** Shown under « Cherche des bénévoles »; null when it looks for none. */
  readonly volunteers: { readonly note: string | null } | null;
  readonly contacts: readonly EntryContact[];
  readonly moreContacts: string | null;
  /** Line by line, as on an envelope. */
  readonly address: readonly string[];
  readonly website: Link | null;
  readonly networks: readonly Link[];
  readonly verified: string | null;
  readonly logo: Picture | null;
  /** The living entry on the site, for the QR code and whoever cannot see it; null when the site has no public address. */
  readonly living: { readonly href: string; readonly alt: string } | null;
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
  /** Null where nothing says it. */
  readonly state: string | null;
  readonly done: boolean;
  readonly period: string | null;
}

export interface Plan {
  readonly title: string;
  /** Whose plan it is, and when it was adopted; says so first when it is another territory's. */
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

/** A subject, and the entries that are about it, in alphabetical order. */
export interface SubjectGroup {
  readonly letter: string;
  readonly subjects: readonly {
    readonly text: string;
    readonly entries: readonly { readonly name: string; readonly entry: number }[];
  }[];
}

/** A run of text in one style. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A page of the site as the booklet sets it: blocks from top to bottom. */
export type ArticleBlock =
  | { readonly type: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  | { readonly type: 'paragraph' | 'quote'; readonly spans: readonly Span[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly type: 'picture'; readonly picture: Picture; readonly caption: string | null };

export interface ListItem {
  readonly spans: readonly Span[];
  readonly items: readonly ListItem[];
  readonly ordered: boolean;
}

export interface Article {
  readonly title: string;
  readonly runningHead: string;
  readonly summary: readonly string[];
  readonly blocks: readonly ArticleBlock[];
  /** "La suite sur …": where the living page is read; null when the site has no public address. */
  readonly living: string | null;
}

/** The forum's programme. */
export interface Forum {
  readonly title: string;
  /** Day by day, with hours. */
  readonly timings: readonly string[];
  readonly place: readonly string[];
  readonly paragraphs: readonly string[];
  /** Price, organisers: what is known. */
  readonly details: readonly string[];
  /** Associations of the booklet that take part, in alphabetical order. */
  readonly participants: readonly { readonly name: string; readonly entry: number | null }[];
}

export interface UsefulNumberRow {
  readonly name: string;
  readonly number: string;
  readonly note: string | null;
}

/** Advertisements that share a page, as rows: a whole page, two halves, or quarters two by two. */
export type AdvertisementPage = readonly (readonly {
  readonly size: AdvertisementSize;
  readonly picture: Picture;
}[])[];

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
  /** Of the page; decides how entries are set. */
  readonly columns: 1 | 2;
  /** Cover pages are part of the file; a perfect-bound interior has none. */
  readonly withCovers: boolean;
  /** The page count of the file is brought to a multiple of this with pages of notes; 1 adds none. */
  readonly pagesMultipleOf: 1 | 4;
  readonly foreword: { readonly title: string; readonly paragraphs: readonly string[]; readonly signature: string };
  readonly usefulNumbers: readonly UsefulNumberRow[];
  readonly forum: Forum | null;
  readonly articles: readonly Article[];
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
  readonly activityIndex: readonly SubjectGroup[];
  readonly partners: readonly { readonly name: string; readonly picture: Picture }[];
  readonly advertisements: readonly AdvertisementPage[];
  readonly back: {
    readonly publishedBy: string;
    readonly address: readonly string[];
    readonly phone: Link | null;
    readonly email: Link | null;
    readonly website: Link | null;
    readonly site: Link | null;
  };
}
