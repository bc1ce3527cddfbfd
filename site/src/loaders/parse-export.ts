/** Checking the export document against the contract, whole, before a single page is built from it. */
import { SITE_EXPORT_FORMAT, SiteExport } from '@trame/cms/domain/contract/site/site-export';
import { ExportRefused } from './export-refused.ts';

const SHOWN_FAULTS = 5;

/**
 * Validates everything, or refuses everything: a site made of half a document would silently lose pages.
 * @throws {ExportRefused} in French; names the records at fault as an editor knows them
 */
export function parseExport(document: unknown): SiteExport {
  const format = property(document, 'format');
  if (format !== SITE_EXPORT_FORMAT) {
    throw new ExportRefused(
      `Le CMS et le site ne sont pas de la même version (format « ${String(format)} », attendu « ${SITE_EXPORT_FORMAT} ») : mettez les deux à jour.`,
    );
  }
  const result = SiteExport.safeParse(document);
  if (result.success) return result.data;

  const { issues } = result.error;
  const shown = issues.slice(0, SHOWN_FAULTS).map((issue) => `${whereabouts(document, issue.path)} : ${issue.message}`);
  const others = issues.length - shown.length;
  if (others > 0) shown.push(`et ${others} autre${others > 1 ? 's' : ''}`);
  throw new ExportRefused(`Le contenu reçu du CMS ne respecte pas le contrat. ${shown.join(' ; ')}.`);
}

/** "associations « Judo club », activities.0.ageMin": an index in a list says nothing to an editor, a name does. */
function whereabouts(document: unknown, path: readonly PropertyKey[]): string {
  const [type, index, ...field] = path;
  const record = typeof index === 'number' ? property(property(document, type), index) : undefined;
  const name = property(record, 'name') ?? property(record, 'title') ?? property(record, 'slug');
  return typeof name === 'string' ? `${String(type)} « ${name} », ${field.join('.')}` : path.join('.');
}

function property(value: unknown, key: PropertyKey | undefined): unknown {
  return typeof value === 'object' && value !== null && key !== undefined
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}
