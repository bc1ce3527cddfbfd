/** The lists of the element `<annuaire-associations>`: one of each commune, and one of the territory. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import { withoutAccents } from '@trame/cms/domain/french';
import { french } from '../../content/french.ts';
import { whereInWords } from '../associations/where.ts';
import { pagesOf, type OpenContent } from '../open-data/open-content.ts';
import { APART, indexedText } from '../indexed-text.ts';
import { embedPaths } from './paths.ts';
import { EMBED_FORMAT, type EmbedEntry, type EmbedList } from './shape.ts';

/** A sign before each number: without the words that stood between them, two would read as one, and as somebody's. */
const eachOnce = (words: readonly string[]): string =>
  [...new Set(words)]
    .filter((word) => word !== APART)
    .flatMap((word) => (/^\d/.test(word) ? [APART, word] : [word]))
    .join(' ');

function entryOf({ content, siteUrl }: OpenContent, association: Association): EmbedEntry {
  const themes = content.themes.some(association.themes);
  const chapters = content.themes.some(themes.flatMap(({ parent }) => parent ?? []));
  const all = [...new Set([...themes, ...chapters])];
  const audiences = content.audiences.some(association.audiences);
  const communes = content.communes.some([...new Set([association.commune ?? '', ...association.communesOfActivity])]);
  const { id, acronym, officialName, summary, activities, slug } = association;
  const said = [
    ...[association.name, acronym ?? '', officialName ?? '', summary],
    ...activities.map(({ label }) => label),
    ...[...all, ...audiences, ...communes].map(({ name }) => name),
  ];
  return {
    id,
    nom: content.nameOf(association),
    resume: french(summary),
    ou: whereInWords(content, association),
    themes: all.map((theme) => theme.slug),
    publics: audiences.map((audience) => audience.slug),
    communes: communes.map(({ inseeCode }) => inseeCode),
    mots: eachOnce(withoutAccents(indexedText(said)).split(' ')),
    page: pagesOf(siteUrl).association(slug),
  };
}

function listOf({ content, siteUrl }: OpenContent, fiches: readonly EmbedEntry[]): EmbedList {
  const seen = (of: (entry: EmbedEntry) => readonly string[]) => new Set(fiches.flatMap(of));
  const [themes, publics, communes] = [
    seen((entry) => entry.themes),
    seen((entry) => entry.publics),
    seen((entry) => entry.communes),
  ];
  return {
    format: EMBED_FORMAT,
    site: { nom: content.settings.siteName, url: `${siteUrl}/` },
    themes: content.themeTree
      .flatMap(({ theme, children }) => [
        { id: theme.slug, nom: theme.name, dans: null },
        ...children.map((child) => ({ id: child.slug, nom: child.name, dans: theme.slug })),
      ])
      .filter(({ id }) => themes.has(id)),
    publics: content.audiences.all
      .filter(({ slug }) => publics.has(slug))
      .map(({ slug, name }) => ({ id: slug, nom: name })),
    communes: content.communes.all
      .filter(({ inseeCode }) => communes.has(inseeCode))
      .map(({ inseeCode, name }) => ({ id: inseeCode, nom: name })),
    fiches,
  };
}

/** Text by address. @param open of open data, never the whole content of the site */
export function embedLists(open: OpenContent): ReadonlyMap<string, () => string> {
  const entries = new Map(open.content.associations.all.map((one) => [one.id, entryOf(open, one)]));
  const some = (associations: readonly Association[]) =>
    associations.map(({ id }) => entries.get(id)).filter((entry) => entry !== undefined);
  const files = new Map([
    [embedPaths.list(null), () => JSON.stringify(listOf(open, some(open.content.associations.all)))],
  ]);
  for (const { id, inseeCode } of open.content.communes.all)
    files.set(embedPaths.list(inseeCode), () =>
      JSON.stringify(listOf(open, some(open.content.associationsOfCommune(id)))),
    );
  return files;
}
