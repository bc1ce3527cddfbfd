/** From the export of the site to the booklet: what is printed, in which chapter, in which order. */
import type { Association } from '@trame/cms/domain/contract/association';
import type { SiteExport } from '@trame/cms/domain/contract/site-export';
import type { Theme } from '@trame/cms/domain/contract/territory';
import { dayOf } from '@trame/cms/domain/dates';
import { formatPhone } from '@trame/cms/domain/phone';
import { indexContent, type Content } from '../content/index-content.ts';
import { agendaData } from './agenda-data.ts';
import type { Booklet, Chapter, Link } from './booklet.ts';
import { entryData, webLink } from './entry-data.ts';
import { alphabeticalIndex, communeIndex, type Indexed } from './index-data.ts';
import { paletteOf, themeSwatch } from './palette.ts';
import { planData } from './plan-data.ts';
import type { SafeText } from './safe-text.ts';
import { bookletTexts, fields, guideTexts, phrases, records, sampleEntry, warningTexts } from './texts.ts';
import type { Warn } from './warnings.ts';

export interface BookletOptions {
  readonly safe: SafeText;
  readonly warn: Warn;
  /** Instant from which on an event is still to come, ISO 8601. */
  readonly builtAt: string;
  /** Public address of the site. */
  readonly siteUrl: string;
}

/** Maps an export. Pure: the same export on the same day gives the same booklet. */
export function bookletData(source: SiteExport, { safe, warn, builtAt, siteUrl }: BookletOptions): Booklet {
  const content = indexContent(source);
  const { settings } = content;
  const setting = (text: string | null, field: string) => safe.line(text, { record: records.settings, field });
  const palette = paletteOf(settings);
  const { chapters, indexed } = chaptersOf(content, safe, warn);
  const operator = setting(settings.operatorName, fields.operator) ?? '';
  const site = publicSite(siteUrl, safe);
  const communes = communeIndex(
    indexed,
    source.communes,
    (commune) => safe.line(commune.name, { record: records.commune(commune.name), field: fields.name }) ?? commune.slug,
  );

  const title = setting(settings.bookletTitle, fields.title) ?? setting(settings.siteName, fields.title) ?? '';
  const season = setting(settings.season, fields.season) ?? '';

  return {
    title,
    author: operator,
    season,
    runningHead: shortened(`${title} ${season}`),
    palette,
    texts: bookletTexts,
    cover: {
      subtitle: setting(settings.bookletSubtitle, fields.title),
      territory: setting(settings.territoryName, fields.territory) ?? '',
      operator,
      counts: phrases.coverCounts(indexed.length, chapters.length, content.communes.all.length),
      picture: settings.bookletCover && {
        hash: settings.bookletCover.hash,
        alt: setting(settings.bookletCover.alt, fields.cover) ?? bookletTexts.coverAlt,
      },
    },
    foreword: {
      paragraphs: safe.paragraphs(settings.bookletForeword, { record: records.settings, field: fields.foreword }),
      signature: operator,
    },
    guide: { ...guideTexts, sample: sampleEntry },
    chapters,
    agenda: agendaData(content, dayOf(builtAt), safe),
    plans: content.actionPlans.map((plan) => planData(plan, safe)),
    plansNote: site === null ? null : phrases.moreOnline(site.text),
    alphabeticalIndex: alphabeticalIndex(indexed),
    communeIndex: communes,
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

/** Chapters by the top-level parent of each association's first theme, empty ones left out; entries numbered through the booklet. */
function chaptersOf(content: Content, safe: SafeText, warn: Warn): { chapters: Chapter[]; indexed: Indexed[] } {
  const palette = paletteOf(content.settings);
  const firstTheme = ({ themes }: Association) => content.themes.some(themes)[0];
  // Already in alphabetical order, as on the site.
  const printed = content.associations.all.filter(({ inPrint }) => inPrint);
  const byChapter = Map.groupBy(printed, (association) => topLevel(firstTheme(association), content));

  const indexed: Indexed[] = [];
  const entriesOf = (associations: readonly Association[], chapter: Theme | null) =>
    associations.map((association) => {
      const theme = firstTheme(association);
      if (theme === undefined) {
        warn({ record: records.association(association.name), message: warningTexts.noTheme });
      }
      const entry = entryData(association, indexed.length + 1, {
        safe,
        warn,
        content,
        specialty: theme === undefined || theme.id === chapter?.id ? null : theme.name,
      });
      indexed.push({ association, number: entry.number, name: entry.name, acronym: entry.acronym });
      return entry;
    });

  const inOrder: (Theme | null)[] = [...byChapter.keys()].sort((a, b) => rank(a) - rank(b));
  const chapters = inOrder.map((theme, index): Chapter => {
    const entries = entriesOf(byChapter.get(theme) ?? [], theme);
    const record = records.theme(theme?.name ?? bookletTexts.otherAssociations);
    const name =
      safe.line(theme?.name ?? null, { record, field: fields.name }) ?? theme?.slug ?? bookletTexts.otherAssociations;
    return {
      number: index + 1,
      name,
      runningHead: shortened(`${index + 1} · ${name}`),
      description: safe.line(theme?.description ?? null, { record, field: fields.description }),
      count: phrases.associations(entries.length),
      colour: themeSwatch(theme, palette),
      entries,
    };
  });
  return { chapters, indexed };
}

const RUNNING_HEAD_LETTERS = 48;

/** For running heads, which repeat what stands whole elsewhere. */
function shortened(text: string): string {
  const letters = Array.from(text.replaceAll('\u200b', ''));
  return letters.length <= RUNNING_HEAD_LETTERS
    ? letters.join('')
    : `${letters.slice(0, RUNNING_HEAD_LETTERS - 1).join('')}…`;
}

/** Editors place chapters; what has none comes last. */
const rank = (theme: Theme | null): number => theme?.position ?? Number.MAX_SAFE_INTEGER;

/** The chapter of a theme. A parent that is not published, or a circle of parents, ends the climb. */
function topLevel(theme: Theme | undefined, { themes }: Content): Theme | null {
  let top = theme;
  for (let step = 0; step < themes.all.length && top?.parent; step += 1) {
    const parent = themes.byId(top.parent);
    if (parent === undefined) break;
    top = parent;
  }
  return top ?? null;
}

const phoneLink = (phone: string): Link => ({ text: formatPhone(phone), href: `tel:${phone}` });

function emailLink(email: string | null, safe: SafeText): Link | null {
  const text = safe.address(email, { record: records.settings, field: fields.contact });
  return text === null ? null : { text, href: `mailto:${email}` };
}

/** An address that works on one machine only is of no use on paper. */
function publicSite(siteUrl: string, safe: SafeText): Link | null {
  const { hostname } = new URL(siteUrl);
  const local = hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
  return local ? null : webLink(siteUrl, safe, records.settings);
}
