import type { Core, UID } from '@strapi/strapi';

// Strapi's own types want every field that has a default; a test writes what it is about, and reads what it checks.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
type Action = (params: Loose) => Promise<Loose>;
interface Documents {
  create: Action;
  update: Action;
  publish: Action;
  unpublish: Action;
  discardDraft: Action;
  delete: Action;
  clone: Action;
  findOne: Action;
  findFirst: Action;
  count: (params: Loose) => Promise<number>;
}

/** The document service of a type, without its types. */
export const documents = (strapi: Core.Strapi, uid: UID.ContentType): Documents =>
  strapi.documents(uid) as unknown as Documents;

let counter = 0;
/** A name that no other test has used. */
export const unique = (word: string): string => `${word} ${(counter += 1)}`;

export const makeTheme = (strapi: Core.Strapi) =>
  documents(strapi, 'api::theme.theme').create({ data: { name: unique('Thème'), position: 1 } });

export const makeCommune = (strapi: Core.Strapi) => {
  const name = unique('Commune');
  return documents(strapi, 'api::commune.commune').create({
    data: { name, inseeCode: String(33_000 + counter), postalCodes: '33620' },
  });
};

/** The least that a published association has. */
export async function associationData(strapi: Core.Strapi) {
  const theme = await makeTheme(strapi);
  return { name: unique('Association'), summary: 'Ce que fait l’association.', themes: [theme.documentId] };
}

export async function publishAssociation(strapi: Core.Strapi, data: Record<string, unknown> = {}) {
  return documents(strapi, 'api::association.association').create({
    data: { ...(await associationData(strapi)), ...data },
    status: 'published',
  });
}

export const eventData = () => ({
  title: unique('Événement'),
  kind: 'rencontre' as const,
  state: 'prévu' as const,
  free: false,
  summary: 'Ce qui s’y passe.',
  timings: [{ begin: '2027-09-05T08:00:00.000Z', end: '2027-09-05T16:00:00.000Z' }],
});

let files = 0;

/** A row of the media library; the bytes themselves matter to no test here. */
export const makeImage = (strapi: Core.Strapi, alternativeText: string | null) => {
  files += 1;
  return strapi.db.query('plugin::upload.file').create({
    data: {
      name: `photo-${files}.jpg`,
      alternativeText,
      hash: `photo_${files}`,
      ext: '.jpg',
      mime: 'image/jpeg',
      size: 12.5,
      width: 800,
      height: 600,
      url: `/uploads/photo_${files}.jpg`,
      provider: 'local',
    },
  });
};

/** What a refused change says: the message of each field, by its path. */
export async function refusalOf(change: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await change;
  } catch (error) {
    const { details, message } = error as {
      message: string;
      details?: { errors?: { path: string[]; message: string }[] };
    };
    const faults = details?.errors ?? [];
    if (faults.length === 0) throw error;
    return { ...Object.fromEntries(faults.map(({ path, message: fault }) => [path.join('.'), fault])), message };
  }
  throw new Error('Nothing was refused');
}
