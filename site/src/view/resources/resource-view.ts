import type { Resource } from '@trame/cms/domain/contract/site/resource';
import { slugify } from '@trame/cms/domain/slug';
import { publicPaths } from '@trame/cms/domain/public-paths';
import { resourceKinds, type ResourceKind } from '@trame/cms/domain/vocabulary/resource-kinds';
import { currentLanguage, locales } from '../../i18n/language.ts';
import type { Content } from '../../content/index-content.ts';

export interface ResourceGroup {
  readonly kind: ResourceKind;
  readonly anchor: string;
  readonly resources: readonly Resource[];
}

/** By kind in the order of the vocabulary, empty kinds left out; within a kind the order is kept. */
export function groupByKind(resources: readonly Resource[]): ResourceGroup[] {
  return resourceKinds.values
    .map((kind) => ({ kind, anchor: slugify(kind), resources: resources.filter((resource) => resource.kind === kind) }))
    .filter(({ resources: found }) => found.length > 0);
}

export interface Owner {
  readonly name: string;
  readonly href: string | null;
}

/** Who offers it: an association of the directory, whoever is named, else the territory itself. */
export function ownerOf(content: Pick<Content, 'associations' | 'nameOf' | 'settings'>, resource: Resource): Owner {
  const association = resource.owner === null ? undefined : content.associations.byId(resource.owner);
  if (association !== undefined)
    return { name: content.nameOf(association), href: publicPaths.association(association.slug) };
  return { name: resource.ownerName ?? content.settings.territoryName, href: null };
}

/** "150 €", "1 250 €", "12,50 €": cents only when there are some. */
export function formatEuros(amount: number): string {
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return amount.toLocaleString(locales[currentLanguage()], { style: 'currency', currency: 'EUR', ...digits });
}
