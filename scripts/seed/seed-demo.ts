/** The demonstration, entered as an editor would: through the Document Service and the media library, every rule in force. */
import type { Core } from '@strapi/types';
import { actionKey } from '@trame/cms/demo/to-site-export';
import { demoId } from '@trame/cms/demo/demo-id';
import { demoContent } from '@trame/cms/demo/territory';
import type { DemoContent } from '@trame/cms/demo/demo-content';
import { PlainError } from '../lib/plain-error.ts';
import { messages } from './messages.ts';
import { allImages } from './all-images.ts';
import { uploadPictures, type Pictures } from './upload-pictures.ts';

const MARKER = 'demo';

/** The part of the Document Service that is used here; its own types ask for literal uids and generated records. */
interface Documents {
  create(options: { data: Record<string, unknown>; status?: 'published' }): Promise<{ documentId: string }>;
  update(options: { documentId: string; data: Record<string, unknown>; status?: 'published' }): Promise<unknown>;
  findFirst(options: { fields: string[] }): Promise<{ documentId: string } | null>;
  count(options: Record<string, never>): Promise<number>;
}

/**
 * Installs the demo territory, published, with its pictures. Done once for a database: a marker is kept, and a second call
 * does nothing, whatever editors did since.
 *
 * @param options.today day of seeding, `YYYY-MM-DD` in Europe/Paris: events and verifications are set around it.
 * @param options.report told, in French, what is being done.
 * @returns false when the demonstration was there already.
 * @throws {PlainError} when the database holds associations of somebody's own.
 */
export async function seedDemo(
  strapi: Core.Strapi,
  options: { today: string; report?: (step: string) => void },
): Promise<boolean> {
  const store = strapi.store({ type: 'core', name: 'trame' });
  if (await store.get({ key: MARKER })) return false;
  const documents = (name: string) => strapi.documents(`api::${name}.${name}` as never) as unknown as Documents;
  await refuseUsedDatabase(documents);

  const content = demoContent({ today: options.today });
  options.report?.('Dessin et envoi des images');
  const pictures = await uploadPictures(strapi, allImages(content));
  options.report?.('Saisie des contenus');
  // one transaction: a seed that is stopped half way leaves nothing but unused pictures behind
  await inOneQuietTransaction(strapi, async () => {
    await enterVocabulary(documents, content);
    await enterAssociations(documents, content, pictures);
    await enterEvents(documents, content, pictures);
    await enterResources(documents, content, pictures);
    await enterGuides(documents, content, pictures);
    await enterPlans(documents, content);
    await enterSingleTypes(documents, content, pictures);
    await enterEditions(documents, content, pictures);
    await enterCampaigns(documents, content);
    await store.set({ key: MARKER, value: { today: options.today } });
  });
  return true;
}

/**
 * One transaction, and no announcement of each record to webhooks: Strapi would read every record again with all its
 * relations, some 20,000 queries, to wake the deployer 800 times. The deployer notices the new content version by itself.
 */
async function inOneQuietTransaction(strapi: Core.Strapi, work: () => Promise<void>): Promise<void> {
  const { db } = strapi;
  type Transaction = (callback?: (tools: object) => unknown) => Promise<unknown>;
  const transaction = db.transaction.bind(db) as unknown as Transaction;
  const quiet: Transaction = (callback) =>
    transaction(callback && ((tools) => callback({ ...tools, onCommit: () => undefined })));
  Object.defineProperty(db, 'transaction', { value: quiet, configurable: true });
  try {
    await transaction(work);
  } finally {
    Reflect.deleteProperty(db, 'transaction'); // the method of the class is visible again
  }
}

type Entry = (name: string) => Documents;

async function refuseUsedDatabase(documents: Entry): Promise<void> {
  const inFrench: Record<string, string> = {
    association: 'des associations',
    event: 'des rendez-vous',
    theme: 'des thèmes',
    commune: 'des communes',
  };
  for (const [name, words] of Object.entries(inFrench)) {
    if ((await documents(name).count({})) > 0) throw new PlainError(messages.notEmpty(words));
  }
}

const many = (type: string, slugs: string[]): string[] => slugs.map((slug) => demoId(type, slug));
const one = (type: string, slug: string | null): string | null => (slug === null ? null : demoId(type, slug));

async function enterVocabulary(documents: Entry, content: DemoContent): Promise<void> {
  // chapters come first in the content, so a parent is there before its children
  for (const { parent, rnaCodes, words, ...theme } of content.themes) {
    await documents('theme').create({
      data: {
        ...theme,
        documentId: demoId('theme', theme.slug),
        parent: one('theme', parent),
        rnaCodes: rnaCodes.join('\n'),
        words: words?.join('\n') ?? null,
      },
    });
  }
  for (const audience of content.audiences) {
    await documents('audience').create({ data: { ...audience, documentId: demoId('audience', audience.slug) } });
  }
  for (const { postalCodes, otherNames, ...commune } of content.communes) {
    await documents('commune').create({
      data: {
        ...commune,
        documentId: demoId('commune', commune.slug),
        postalCodes: postalCodes.join(', '),
        otherNames: otherNames?.join('\n') ?? null,
      },
    });
  }
  for (const { commune, ...venue } of content.venues) {
    await documents('venue').create({
      data: { ...venue, documentId: demoId('venue', venue.slug), commune: one('commune', commune) },
    });
  }
}

/** Strapi keeps times of day with seconds. */
const clock = (time: string | null): string | null => (time === null ? null : `${time}:00.000`);

async function enterAssociations(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  for (const { notice, ...association } of content.associations) {
    await documents('association').create({
      status: 'published',
      data: {
        ...association,
        documentId: demoId('association', association.slug),
        words: association.words?.join('\n') ?? null,
        noticeKind: notice?.kind ?? null,
        noticeUntil: notice?.until ?? null,
        noticeNote: notice?.note ?? null,
        themes: many('theme', association.themes),
        audiences: many('audience', association.audiences),
        commune: one('commune', association.commune),
        communesOfActivity: many('commune', association.communesOfActivity),
        activities: association.activities.map((activity) => ({
          ...activity,
          slots: activity.slots.map((slot) => ({ ...slot, begin: clock(slot.begin), end: clock(slot.end) })),
        })),
        logo: pictures.one(association.logo),
        photos: pictures.many(association.photos),
      },
    });
  }
}

async function enterEvents(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  for (const { actions: _enteredWithThePlans, ...event } of content.events) {
    await documents('event').create({
      status: 'published',
      data: {
        ...event,
        documentId: demoId('event', event.slug),
        timings: event.timings.map(({ begin, end, state, moved }) => ({
          begin,
          end,
          state,
          newBegin: moved?.begin ?? null,
          newEnd: moved?.end ?? null,
        })),
        venue: one('venue', event.venue),
        organisers: many('association', event.organisers),
        participants: many('association', event.participants),
        themes: many('theme', event.themes),
        image: pictures.one(event.image),
        externalIds: event.externalIds.map(({ source, id }) => ({ source, externalId: id })),
      },
    });
  }
}

async function enterResources(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  for (const { actions: _enteredWithThePlans, ...resource } of content.resources) {
    await documents('resource').create({
      status: 'published',
      data: {
        ...resource,
        documentId: demoId('resource', resource.slug),
        owner: one('association', resource.owner),
        commune: one('commune', resource.commune),
        photos: pictures.many(resource.photos),
        themes: many('theme', resource.themes),
      },
    });
  }
}

async function enterGuides(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  for (const { actions: _enteredWithThePlans, guides: _whenAllAreThere, ...guide } of content.guides) {
    await documents('guide').create({
      status: 'published',
      data: {
        ...guide,
        documentId: demoId('guide', guide.slug),
        themes: many('theme', guide.themes),
        associations: many('association', guide.associations),
        image: pictures.one(guide.image),
      },
    });
  }
  for (const { slug, guides } of content.guides) {
    if (guides.length === 0) continue;
    await documents('guide').update({
      documentId: demoId('guide', slug),
      status: 'published',
      data: { guides: many('guide', guides) },
    });
  }
}

async function enterPlans(documents: Entry, content: DemoContent): Promise<void> {
  for (const { axes, ...plan } of content.actionPlans) {
    const planId = demoId('action-plan', plan.slug);
    await documents('action-plan').create({ status: 'published', data: { ...plan, documentId: planId } });
    for (const { actions, ...axis } of axes) {
      const axisId = demoId('axis', `${plan.slug}/${axis.number}`);
      await documents('axis').create({ status: 'published', data: { ...axis, documentId: axisId, plan: planId } });
      for (const action of actions) {
        const key = actionKey(plan, action);
        const pointing = (type: string, records: { slug: string; actions: string[] }[]) =>
          many(
            type,
            records.filter(({ actions: keys }) => keys.includes(key)).map(({ slug }) => slug),
          );
        await documents('action').create({
          status: 'published',
          data: {
            ...action,
            documentId: demoId('action', key),
            axis: axisId,
            associations: many('association', action.associations),
            events: pointing('event', content.events),
            resources: pointing('resource', content.resources),
            guides: pointing('guide', content.guides),
          },
        });
      }
    }
  }
}

/** They exist since the first start, with words to be replaced. */
async function enterSingleTypes(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  const write = async (name: string, data: Record<string, unknown>, status?: 'published') => {
    const found = await documents(name).findFirst({ fields: ['id'] });
    if (found) await documents(name).update({ documentId: found.documentId, data, ...(status ? { status } : {}) });
    else await documents(name).create({ data, ...(status ? { status } : {}) });
  };
  const { settings, home, legal } = content;
  await write('site-settings', {
    ...settings,
    logo: pictures.one(settings.logo),
    bookletCover: pictures.one(settings.bookletCover),
  });
  await write(
    'home',
    {
      ...home,
      image: pictures.one(home.image),
      highlightedAssociations: many('association', home.highlightedAssociations),
      highlightedGuides: many('guide', home.highlightedGuides),
    },
    'published',
  );
  await write('legal', { ...legal }, 'published');
}

/** Editions on paper: after what they print. */
async function enterEditions(documents: Entry, content: DemoContent, pictures: Pictures): Promise<void> {
  for (const { slug, ...edition } of content.editions) {
    await documents('edition').create({
      data: {
        ...edition,
        documentId: demoId('edition', slug),
        cover: pictures.one(edition.cover),
        guides: many('guide', edition.guides),
        forum: one('event', edition.forum),
        actionPlans: many('action-plan', edition.actionPlans),
        advertisements: edition.advertisements.map(({ image, ...rest }) => ({ ...rest, image: pictures.one(image) })),
        partners: edition.partners.map(({ logo, ...rest }) => ({ ...rest, logo: pictures.one(logo) })),
        chapters: many('theme', edition.chapters),
        onlyCommunes: many('commune', edition.onlyCommunes),
        onlyThemes: many('theme', edition.onlyThemes),
      },
    });
  }
}

/** After the edition that each prepares. */
async function enterCampaigns(documents: Entry, content: DemoContent): Promise<void> {
  for (const { slug, edition, ...campaign } of content.campaigns) {
    await documents('campaign').create({
      data: { ...campaign, documentId: demoId('campaign', slug), edition: one('edition', edition) },
    });
  }
}
