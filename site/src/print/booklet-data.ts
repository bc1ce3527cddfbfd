/** From the export of the site to the booklet: what is printed, in which chapter, in which order. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { Edition } from '@trame/cms/domain/contract/press/edition';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { Theme } from '@trame/cms/domain/contract/site/territory';
import { dayOf } from '@trame/cms/domain/dates';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { indexContent, type Content } from '../content/index-content.ts';
import { agendaData } from './agenda-data.ts';
import { articleData } from './article-data.ts';
import type { Booklet, Chapter, Link, Picture } from './booklet.ts';
import { advertisementPages, forumData, partnerLogos, usefulNumberRows } from './edition-data.ts';
import { entryData, webLink, type EntryContext } from './entry-data.ts';
import { activityIndex, alphabeticalIndex, communeIndex, type Indexed } from './index-data.ts';
import { paletteOf, themeSwatch } from './palette.ts';
import { pictureKey } from './picture-key.ts';
import { planData } from './plan-data.ts';
import type { SafeText } from './safe-text.ts';
import { chapterOf, firstThemeOf, selectEntries } from './select-entries.ts';
import { shortHead } from './short-head.ts';
import { bookletTexts, fields, guideTexts, phrases, records, sampleEntry, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

export interface BookletOptions {
  readonly safe: SafeText;
  readonly warn: Warn;
  /** Instant from which on an event is still to come, ISO 8601. */
  readonly builtAt: string;
  /** Public address of the site. */
  readonly siteUrl: string;
  /** The edition to print; null, as when it is left out, for the site's own living booklet. */
  readonly edition?: Edition | null;
}

/**
 * Maps an export. Pure: the same export and edition on the same day give the same booklet.
 * @param source of the channel that it is printed for: the site's export, or that of an edition
 */
export function bookletData(source: SiteExport, options: BookletOptions): Booklet {
  const { safe, warn, builtAt, siteUrl, edition = null } = options;
  const content = indexContent(source);
  const { settings } = content;
  const setting = (text: string | null, field: string) => safe.line(text, { record: records.settings, field });
  const site = publicSite(siteUrl, safe);
  const siteAddress = site === null ? null : siteUrl;
  const { chapters, indexed } = chaptersOf(
    content,
    { safe, warn, site: siteAddress, codes: edition !== null },
    edition,
  );
  const operator = setting(settings.operatorName, fields.operator) ?? '';
  const { title, season } = titleOf(source, edition, safe);
  const forum = edition?.forum ? content.events.byId(edition.forum) : undefined;
  const plans =
    edition === null
      ? content.actionPlans.filter(({ elsewhere }) => !elsewhere)
      : only(content.actionPlans, edition.actionPlans);

  return {
    title,
    author: operator,
    season,
    runningHead: shortHead(`${title} ${season}`.trim()),
    palette: paletteOf(settings),
    texts: bookletTexts,
    columns: edition?.columns ?? 2,
    withCovers: edition?.binding !== 'dos carré collé',
    pagesMultipleOf: edition === null ? 1 : 4,
    cover: {
      subtitle: setting(settings.bookletSubtitle, fields.title),
      territory: setting(settings.territoryName, fields.territory) ?? '',
      operator,
      counts: phrases.coverCounts(indexed.length, chapters.length, content.communes.all.length),
      picture: coverPicture(source, edition, safe),
    },
    foreword: forewordOf(source, edition, safe, operator),
    guide: { ...guideTexts, sample: sampleEntry },
    usefulNumbers: edition === null ? [] : usefulNumberRows(edition, safe),
    forum: forum === undefined ? null : forumData(forum, content, indexed, safe),
    articles: content.guides.some(edition?.guides ?? []).map((guide) => articleData(guide, safe, siteAddress)),
    chapters,
    agenda: agendaData(content, dayOf(builtAt), safe),
    plans: plans.map((plan) => planData(plan, safe)),
    plansNote: site === null ? null : phrases.moreOnline(site.text),
    alphabeticalIndex: alphabeticalIndex(indexed),
    communeIndex: communeIndex(
      indexed,
      source.communes,
      (commune) =>
        safe.line(commune.name, { record: records.commune(commune.name), field: fields.name }) ?? commune.slug,
    ),
    activityIndex: activityIndex(indexed, (id) => {
      const theme = content.themes.byId(id);
      return theme === undefined
        ? null
        : safe.line(theme.name, { record: records.theme(theme.name), field: fields.name });
    }),
    partners: edition === null ? [] : partnerLogos(edition, safe),
    advertisements: edition === null ? [] : advertisementPages(edition.advertisements, safe),
    back: {
      publishedBy: phrases.publishedBy(operator),
      address: safe.paragraphs(settings.operatorAddress, { record: records.settings, field: fields.address }),
      phone: settings.operatorPhone === null ? null : phoneLink(settings.operatorPhone),
      email: emailLink(settings.operatorEmail, safe),
      website: settings.operatorWebsite === null ? null : webLink(settings.operatorWebsite, safe, records.settings),
      site,
    },
  };
}

/** An edition has its own title; its year is not said twice when the title already names it. */
function titleOf({ settings }: SiteExport, edition: Edition | null, safe: SafeText): { title: string; season: string } {
  const own = (text: string | null) => safe.line(text, { record: records.settings, field: fields.title });
  const ofSite = own(settings.bookletTitle) ?? own(settings.siteName) ?? '';
  if (edition === null) {
    const season = safe.line(settings.season, { record: records.settings, field: fields.season }) ?? '';
    return { title: ofSite, season };
  }
  const title = safe.line(edition.title, { record: records.edition(edition.title), field: fields.title }) ?? ofSite;
  const year = String(edition.year);
  return { title, season: title.includes(year) ? '' : year };
}

function coverPicture({ settings }: SiteExport, edition: Edition | null, safe: SafeText): Picture | null {
  const image = edition?.cover ?? settings.bookletCover;
  if (image === null) return null;
  const record = edition?.cover ? records.edition(edition.title) : records.settings;
  const alt = safe.line(image.alt, { record, field: fields.cover }) ?? bookletTexts.coverAlt;
  return { key: pictureKey('cover', image.hash), alt };
}

function forewordOf(
  { settings }: SiteExport,
  edition: Edition | null,
  safe: SafeText,
  operator: string,
): Booklet['foreword'] {
  if (!edition?.editorial) {
    const source = { record: records.settings, field: fields.foreword };
    return {
      title: bookletTexts.foreword,
      paragraphs: safe.paragraphs(settings.bookletForeword, source),
      signature: operator,
    };
  }
  const record = records.edition(edition.title);
  return {
    title: bookletTexts.editorial,
    paragraphs: safe.paragraphs(edition.editorial, { record, field: fields.editorial }),
    signature: safe.line(edition.editorialAuthor, { record, field: fields.editorialAuthor }) ?? operator,
  };
}

/** The records of a list of ids, in the order of the list. */
const only = <T extends { readonly id: string }>(records: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => records.find((record) => record.id === id) ?? []);

type Entries = Pick<EntryContext, 'safe' | 'warn' | 'site' | 'codes'>;
type IndexedEntry = Indexed & { readonly shortName: string; readonly activities: readonly string[] };

/** Chapters in the order of the edition, then of the themes, empty ones left out; entries numbered through the booklet. */
function chaptersOf(
  content: Content,
  context: Entries,
  edition: Edition | null,
): { chapters: Chapter[]; indexed: IndexedEntry[] } {
  const { safe, warn } = context;
  const palette = paletteOf(content.settings);
  const byChapter = Map.groupBy(selectEntries(content, edition), (association) => chapterOf(association, content));

  const indexed: IndexedEntry[] = [];
  const entriesOf = (associations: readonly Association[], chapter: Theme | null) =>
    associations.map((association) => {
      const theme = firstThemeOf(association, content);
      if (theme === undefined) {
        const record = records.association(association.name);
        warn({ association: association.id, record, message: warningTexts.noTheme });
      }
      const specialty = theme === undefined || theme.id === chapter?.id ? null : theme.name;
      const entry = entryData(association, indexed.length + 1, { ...context, content, specialty });
      const activities = entry.activities.map(({ label }) => label);
      indexed.push({
        association,
        number: entry.number,
        name: entry.name,
        acronym: entry.acronym,
        commune: entry.commune,
        shortName: entry.shortName,
        activities,
      });
      return entry;
    });

  const inOrder = [...byChapter.keys()].sort(chapterOrder(edition?.chapters ?? []));
  const chapters = inOrder.map((theme, index): Chapter => {
    const entries = entriesOf(byChapter.get(theme) ?? [], theme);
    const record = records.theme(theme?.name ?? bookletTexts.otherAssociations);
    const name =
      safe.line(theme?.name ?? null, { record, field: fields.name }) ?? theme?.slug ?? bookletTexts.otherAssociations;
    return {
      number: index + 1,
      name,
      runningHead: shortHead(`${index + 1} · ${name}`, CHAPTER_HEAD_LETTERS),
      description: safe.line(theme?.description ?? null, { record, field: fields.description }),
      count: phrases.associations(entries.length),
      colour: themeSwatch(theme, palette),
      entries,
    };
  });
  return { chapters, indexed };
}

/** Beside the first and last entry of a page, which need the rest of the line. */
const CHAPTER_HEAD_LETTERS = 30;

/** Those that the edition names come first, in its order; what has no place comes last. */
function chapterOrder(named: readonly string[]): (a: Theme | null, b: Theme | null) => number {
  const placeOf = (theme: Theme | null): number => {
    const at = theme === null ? -1 : named.indexOf(theme.id);
    return at === -1 ? named.length : at;
  };
  const positionOf = (theme: Theme | null): number => theme?.position ?? Number.MAX_SAFE_INTEGER;
  return (a, b) => placeOf(a) - placeOf(b) || positionOf(a) - positionOf(b);
}

const phoneLink = (phone: string): Link => ({ text: formatPhone(phone), href: `tel:${phone}` });

function emailLink(email: string | null, safe: SafeText): Link | null {
  const text = safe.address(email && formatEmail(email), { record: records.settings, field: fields.contact });
  return text === null ? null : { text, href: `mailto:${email}` };
}

/** An address that works on one machine only is of no use on paper. */
function publicSite(siteUrl: string, safe: SafeText): Link | null {
  const { hostname } = new URL(siteUrl);
  const local = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
  return local ? null : webLink(siteUrl, safe, records.settings);
}
