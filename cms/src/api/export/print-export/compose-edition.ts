import { z } from 'zod';
import { withoutWithheldTexts } from '../../../domain/agreed-texts.ts';
import type { WithheldIndex } from '../../../domain/withheld-index.ts';
import { Edition } from '../../../domain/contract/press/edition.ts';
import type { SiteExport } from '../../../domain/contract/site/site-export.ts';
import { toEdition, type EditionRow } from '../records/editions.ts';
import { ExportNotPossible } from '../site-export/export-not-possible.ts';
import { reproaches } from '../site-export/keep-valid.ts';
import { previousEdition } from './previous-edition.ts';

/** Ids of what the content holds, that an edition may point at. */
export interface Printable {
  readonly guides: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly actionPlans: ReadonlySet<string>;
  readonly communes: ReadonlySet<string>;
  /** Themes without a parent: the chapters of the booklet. */
  readonly chapters: ReadonlySet<string>;
}

const idsOf = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id));

export const printableOf = (content: SiteExport): Printable => ({
  guides: idsOf(content.guides),
  events: idsOf(content.events),
  actionPlans: idsOf(content.actionPlans),
  communes: idsOf(content.communes),
  chapters: idsOf(content.themes.filter(({ parent }) => parent === null)),
});

const french = z.locales.fr().localeError;

/**
 * The edition of the contract. What it points at is in the document: a guide that was taken off the site is not printed. What an
 * extract is limited to must be there in whole: without it, the whole directory would be printed instead.
 *
 * @param all every edition: the one before is among them
 * @throws {ExportNotPossible}
 */
export function composeEdition(
  row: EditionRow,
  all: readonly EditionRow[],
  { printable, withheld }: { readonly printable: Printable; readonly withheld: WithheldIndex },
): Edition {
  const cannot = (reason: string) =>
    new ExportNotPossible(`L’édition «\u00a0${row.title ?? ''}\u00a0» ne peut pas être imprimée\u00a0: ${reason}`);
  const result = Edition.safeParse(toEdition(row, previousEdition(row, all)), { error: french });
  if (!result.success) throw cannot(`${reproaches(result.error).join('\u00a0; ')}.`);

  const agreed = withoutWithheldTexts(Edition, result.data, (text) => withheld.find(text));
  if (agreed === null)
    throw cannot('un de ses textes contient des coordonnées que leur contact tient hors de l’annuaire imprimé.');
  const edition = agreed.value;
  const known = (set: ReadonlySet<string>, references: readonly string[]) => references.filter((id) => set.has(id));
  if (known(printable.communes, edition.onlyCommunes).length < edition.onlyCommunes.length) {
    throw cannot('une commune de l’extrait n’est plus sur le site. Corrigez-la, ou retirez-la de l’édition.');
  }
  if (known(printable.chapters, edition.onlyThemes).length < edition.onlyThemes.length) {
    throw cannot('un chapitre de l’extrait n’est plus un thème sans parent. Retirez-le de l’édition.');
  }
  return {
    ...edition,
    guides: known(printable.guides, edition.guides),
    forum: edition.forum !== null && printable.events.has(edition.forum) ? edition.forum : null,
    actionPlans: known(printable.actionPlans, edition.actionPlans),
    chapters: known(printable.chapters, edition.chapters),
  };
}
