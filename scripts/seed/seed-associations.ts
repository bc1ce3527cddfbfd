/** Generated associations, straight into the tables: the Document Service takes 30 ms each, this takes a few. */
import type { Core } from '@strapi/types';
import { generateAssociations, generatedId } from '@trame/cms/demo/generate-associations';
import type { DemoAssociation } from '@trame/cms/demo/demo-content';
import { PlainError } from '../lib/plain-error.ts';
import { BulkWriter } from './bulk-writer.ts';
import { messages } from './messages.ts';

const UID = 'api::association.association';
/** Associations that are in memory as rows at the same time. */
const BATCH = 500;

/**
 * Adds generated associations, each as a draft and its publication, in one transaction. Those of the same seed that are
 * already there are left as they are, edited or not.
 *
 * @returns how many were added and how many were already there.
 * @throws {PlainError} when the vocabulary of the demonstration is missing, or an RNA id is taken.
 */
export async function seedAssociations(
  strapi: Core.Strapi,
  { count, seed }: { count: number; seed: number },
): Promise<{ added: number; present: number }> {
  const all = generateAssociations({ count, seed });
  const present = await presentIds(strapi);
  const missing = all.filter(({ slug }) => !present.has(generatedId(slug)));
  const vocabulary = await readVocabulary(strapi, missing);

  try {
    await strapi.db.transaction(async ({ trx }) => {
      const writer = new BulkWriter(strapi, trx as Core.Strapi['db']['connection']);
      for (let from = 0; from < missing.length; from += BATCH) {
        for (const association of missing.slice(from, from + BATCH)) await write(writer, association, vocabulary);
        await writer.flush();
      }
    });
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new PlainError(messages.rnaTaken(seed), { cause: error });
    throw error;
  }
  // statistics of tables that grew a thousandfold: without them the planner reads whole join tables for one record
  if (missing.length > 1000) await strapi.db.connection.raw('analyze');
  return { added: missing.length, present: all.length - missing.length };
}

async function presentIds(strapi: Core.Strapi): Promise<Set<string>> {
  const rows = (await strapi.db.query(UID).findMany({ select: ['documentId'] })) as { documentId: string }[];
  return new Set(rows.map(({ documentId }) => documentId));
}

type Vocabulary = Record<'theme' | 'audience' | 'commune', Map<string, number>>;

/** Row ids of the themes, audiences and communes that the associations point at. */
async function readVocabulary(strapi: Core.Strapi, associations: DemoAssociation[]): Promise<Vocabulary> {
  const read = async (name: keyof Vocabulary) => {
    const query = strapi.db.query(`api::${name}.${name}`);
    const rows = (await query.findMany({ select: ['id', 'slug'] })) as { id: number; slug: string }[];
    return new Map(rows.map(({ id, slug }) => [slug, id]));
  };
  const vocabulary = { theme: await read('theme'), audience: await read('audience'), commune: await read('commune') };
  const absent = new Set<string>();
  for (const { themes, audiences, communesOfActivity } of associations) {
    for (const slug of themes) if (!vocabulary.theme.has(slug)) absent.add(slug);
    for (const slug of audiences) if (!vocabulary.audience.has(slug)) absent.add(slug);
    for (const slug of communesOfActivity) if (!vocabulary.commune.has(slug)) absent.add(slug);
  }
  if (absent.size > 0) throw new PlainError(messages.vocabularyMissing([...absent].sort().slice(0, 8)));
  return vocabulary;
}

/** A draft row and a published row, each with components and links of its own, as the Document Service writes them. */
async function write(writer: BulkWriter, association: DemoAssociation, vocabulary: Vocabulary): Promise<void> {
  const {
    themes,
    audiences,
    commune,
    communesOfActivity,
    activities,
    contacts,
    address,
    networks,
    accessibility,
    logo: _logo,
    photos: _photos, // generated associations have none
    ...fields
  } = association;
  for (const published of [false, true]) {
    const id = await writer.document(UID, generatedId(association.slug), fields, published);
    await writer.links(UID, id, 'themes', ids(vocabulary.theme, themes));
    await writer.links(UID, id, 'audiences', ids(vocabulary.audience, audiences));
    await writer.links(UID, id, 'commune', ids(vocabulary.commune, commune === null ? [] : [commune]));
    await writer.links(UID, id, 'communesOfActivity', ids(vocabulary.commune, communesOfActivity));
    for (const [rank, { slots, ...activity }] of activities.entries()) {
      const component = await writer.component(UID, id, 'activities', activity, rank);
      for (const [order, slot] of slots.entries())
        await writer.component('activity.activity', component, 'slots', slot, order);
    }
    for (const [rank, contact] of contacts.entries()) await writer.component(UID, id, 'contacts', { ...contact }, rank);
    for (const [rank, network] of networks.entries()) await writer.component(UID, id, 'networks', network, rank);
    if (address) await writer.component(UID, id, 'address', { ...address }, 0);
    if (accessibility) await writer.component(UID, id, 'accessibility', accessibility, 0);
  }
}

/** Every slug was checked by `readVocabulary`. */
const ids = (known: Map<string, number>, slugs: string[]): number[] => slugs.map((slug) => known.get(slug)!);
