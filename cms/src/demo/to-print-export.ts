import { PRINT_EXPORT_FORMAT, type Edition, type PrintExport } from '../domain/contract/press/edition.ts';
import type { DemoContent, DemoEdition } from './demo-content.ts';
import { demoId } from './demo-id.ts';
import { exportFor, imageOf, referenceChecker, type ExportOptions, type RecordType } from './to-site-export.ts';

/**
 * An edition of the demonstration and its content, as `GET /api/export/print/<edition>` would give them: contacts are those
 * that agreed to paper, and entries that are not to be printed have none.
 *
 * @param options.edition slug of the edition; the first one, which is being prepared, unless told.
 * @param options.change fields of the edition that a test or a bench wants otherwise: another binding, one column…
 * @throws {Error} when the edition is not there, or points at something that is not.
 */
export function toPrintExport(
  content: DemoContent,
  options: ExportOptions & { edition?: string; change?: Partial<Edition> } = {},
): PrintExport {
  const { edition: slug, change, ...exportOptions } = options;
  const found = slug === undefined ? content.editions[0] : content.editions.find((one) => one.slug === slug);
  if (!found) throw new Error(`The demonstration has no edition ${slug ?? 'at all'}`);
  return {
    format: PRINT_EXPORT_FORMAT,
    edition: { ...toEdition(found, content, exportOptions), ...change },
    content: exportFor('print', content, exportOptions),
  };
}

function toEdition(edition: DemoEdition, content: DemoContent, options: ExportOptions): Edition {
  const reference = referenceChecker(content);
  const many = (type: RecordType, slugs: readonly string[]) => slugs.map((slug) => reference(type, slug));
  const { slug, cover, guides, forum, actionPlans, advertisements, partners, ...rest } = edition;
  return {
    ...rest,
    id: demoId('edition', slug),
    stage: 'épreuve', // what the CMS says of every edition that is not frozen
    colourProfile: null,
    cover: cover && imageOf(cover, options),
    guides: many('guide', guides),
    forum: forum === null ? null : reference('event', forum),
    actionPlans: many('action-plan', actionPlans),
    advertisements: advertisements.map((one) => ({ ...one, image: imageOf(one.image, options) })),
    partners: partners.map((one) => ({ ...one, logo: imageOf(one.logo, options) })),
    chapters: many('theme', edition.chapters),
    onlyCommunes: many('commune', edition.onlyCommunes),
    onlyThemes: many('theme', edition.onlyThemes),
    previous: null,
  };
}
