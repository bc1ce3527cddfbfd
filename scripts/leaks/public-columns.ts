/**
 * Which columns of the database the contract of the site lets through, derived from the schemas of the CMS and from that
 * contract. Every other column is private: a field that somebody adds is private until the contract carries it.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SiteExport } from '@trame/cms/domain/contract/site/site-export';
import type { z } from 'zod';
import { ROOT } from '../lib/environment.ts';

interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly target?: string;
  readonly enum?: readonly string[];
}

/** A content type or a component, as Strapi reads it. */
interface Schema {
  readonly collectionName: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Parts of the document that are not called as their content type is, and those that are none. */
const PARTS: Readonly<Record<string, string | null>> = {
  settings: 'api::site-settings.site-settings',
  home: 'api::home.home',
  legal: 'api::legal.legal',
  themes: 'api::theme.theme',
  audiences: 'api::audience.audience',
  communes: 'api::commune.commune',
  venues: 'api::venue.venue',
  associations: 'api::association.association',
  events: 'api::event.event',
  guides: 'api::guide.guide',
  resources: 'api::resource.resource',
  actionPlans: 'api::action-plan.action-plan',
  format: null,
  formerAddresses: null,
  countsUnanswered: null,
  languages: null,
};

/**
 * What the document says under another name, or in a value made of several. By type, then by attribute: the part of the
 * document that it becomes.
 */
const OTHER_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api::association.association': { noticeKind: 'notice', noticeNote: 'notice' },
  'api::site-settings.site-settings': { mapAddress: 'map', mapAttribution: 'map' },
  'link.external-id': { externalId: 'id' },
};

function readSchemas(): ReadonlyMap<string, Schema> {
  const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Schema;
  const named = (file: string) => path.basename(path.dirname(file));
  const types = globSync('cms/src/api/*/content-types/*/schema.json', { cwd: ROOT });
  const components = globSync('cms/src/components/*/*.json', { cwd: ROOT });
  return new Map([
    ...types.map((file) => [`api::${named(file)}.${named(file)}`, read(file)] as const),
    ...components.map((file) => [`${named(file)}.${path.basename(file, '.json')}`, read(file)] as const),
  ]);
}

/** What stands within `nullable`, `optional` and lists. */
function within(shape: unknown): Readonly<Record<string, unknown>> | null {
  const { def, shape: keys } = shape as { def?: z.core.$ZodTypeDef & Record<string, unknown>; shape?: unknown };
  if (keys !== undefined) return keys as Readonly<Record<string, unknown>>;
  const inner = def?.['innerType'] ?? def?.['element'] ?? def?.['in'];
  return inner === undefined ? null : within(inner);
}

/** As Strapi names the column of an attribute. */
const columnOf = (attribute: string): string => attribute.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** Columns of closed lists: what stands there is a word of the program. */
export function choiceColumns(): ReadonlySet<string> {
  return new Set(
    [...readSchemas().values()].flatMap(({ collectionName, attributes }) =>
      Object.entries(attributes)
        .filter(([, { type }]) => type === 'enumeration')
        .map(([name]) => `${collectionName}.${columnOf(name)}`),
    ),
  );
}

/** The words of those lists. */
export const choiceWords = (): readonly string[] =>
  [...readSchemas().values()].flatMap(({ attributes }) => Object.values(attributes).flatMap((one) => one.enum ?? []));

/** `associations.summary`, `components_contact_contacts.name`: a record that is published may show what stands there. */
export function publicColumns(): ReadonlySet<string> {
  const schemas = readSchemas();
  const columns = new Set<string>();
  const walk = (uid: string, keys: Readonly<Record<string, unknown>>): void => {
    const schema = schemas.get(uid);
    if (schema === undefined) throw new Error(`The contract carries ${uid}, which no schema describes`);
    for (const [name, { type, component, target }] of Object.entries(schema.attributes)) {
      const key = OTHER_NAMES[uid]?.[name] ?? name;
      const part = keys[key];
      if (part === undefined) continue;
      const inner = within(part);
      if (type === 'component' && component !== undefined && inner !== null) walk(component, inner);
      else if (type === 'relation' && target !== undefined && inner !== null) walk(target, inner);
      else if (type !== 'relation' && type !== 'component') columns.add(`${schema.collectionName}.${columnOf(name)}`);
    }
  };
  for (const [part, shape] of Object.entries(SiteExport.shape)) {
    const uid = PARTS[part];
    if (uid === undefined) throw new Error(`Say in PARTS of which content type « ${part} » of the export is made`);
    const keys = within(shape);
    if (uid !== null && keys !== null) walk(uid, keys);
  }
  return columns;
}
