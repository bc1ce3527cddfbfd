/** What is left to do on the directory: each task is a filter of the content manager, so that its number and its list never differ. Pure. */

/** A filter of the content manager: `field` with an operator of Strapi, or a path into a component. */
export interface Filter {
  /** `verifiedOn`, or `timings][id` for a field of a component. */
  field: string;
  operator: '$eq' | '$null' | '$lt' | '$in';
  value: string | readonly string[];
}

export interface Task {
  key: string;
  /** `api::association.association` */
  uid: string;
  filters: readonly Filter[];
  /** The sentence of the list, for that many records. */
  sentence: (count: number) => string;
}

const MODIFIED: Filter = { field: '__status', operator: '$eq', value: 'published-modified' };
const NEVER_PUBLISHED: Filter = { field: '__status', operator: '$eq', value: 'draft' };

/** "3 fiches", "1 fiche": French counts zero and one as singular. */
const plural = (count: number, singular: string, many: string): string =>
  `${count.toLocaleString('fr-FR')}\u00a0${count < 2 ? singular : many}`;

const PUBLISHABLE = [
  { uid: 'api::association.association', one: 'association', many: 'associations', feminine: true },
  { uid: 'api::event.event', one: 'événement', many: 'événements', feminine: false },
  { uid: 'api::guide.guide', one: 'guide', many: 'guides', feminine: false },
  { uid: 'api::resource.resource', one: 'ressource', many: 'ressources', feminine: true },
] as const;

/** The last 1 July, when the summer's round of verification begins: `YYYY-MM-DD`, from a day of the same form. */
export function lastFirstOfJuly(today: string): string {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '07-01' ? `${year}-07-01` : `${year - 1}-07-01`;
}

/** Every task that the content manager can count by itself, in the order in which an editor would do them. */
export function tasks(today: string): Task[] {
  const july = lastFirstOfJuly(today);
  return [
    ...PUBLISHABLE.map(({ uid, one, many }) => ({
      key: `modified ${uid}`,
      uid,
      filters: [MODIFIED],
      sentence: (count: number) => `${plural(count, one, many)} avec des modifications à publier`,
    })),
    ...PUBLISHABLE.map(({ uid, one, many, feminine }) => ({
      key: `draft ${uid}`,
      uid,
      filters: [NEVER_PUBLISHED],
      sentence: (count: number) =>
        `${plural(count, one, many)} jamais publié${feminine ? 'e' : ''}${count < 2 ? '' : 's'}`,
    })),
    {
      key: 'undated events',
      uid: 'api::event.event',
      filters: [
        { field: 'timings][id', operator: '$null', value: 'true' },
        { field: 'state', operator: '$eq', value: 'prévu' },
      ],
      sentence: (count) => `${plural(count, 'événement prévu', 'événements prévus')} sans date`,
    },
    {
      key: 'never verified',
      uid: 'api::association.association',
      filters: [{ field: 'verifiedOn', operator: '$null', value: 'true' }],
      sentence: (count) => `${plural(count, 'association', 'associations')} jamais vérifiée${count < 2 ? '' : 's'}`,
    },
    {
      key: 'verified too long ago',
      uid: 'api::association.association',
      filters: [{ field: 'verifiedOn', operator: '$lt', value: july }],
      sentence: (count) =>
        `${plural(count, 'association', 'associations')} pas revue${count < 2 ? '' : 's'} depuis le 1er juillet ${july.slice(0, 4)}`,
    },
  ];
}

/** The task of the associations that nobody can reach from the site; the server finds them, no filter can. */
export function unreachableTask(documentIds: readonly string[]): Task {
  return {
    key: 'no public contact',
    uid: 'api::association.association',
    filters: [{ field: 'documentId', operator: '$in', value: documentIds }],
    sentence: (count) =>
      `${plural(count, 'association', 'associations')} sans téléphone ni courriel autorisé sur le site`,
  };
}

/** The query of the content manager, both for its API and for its list. */
export function listQuery({ filters }: Pick<Task, 'filters'>, pageSize: number): string {
  const parts = [`page=1`, `pageSize=${pageSize}`];
  filters.forEach(({ field, operator, value }, index) => {
    const path = `filters[$and][${index}][${field}][${operator}]`;
    const values = typeof value === 'string' ? [[path, value]] : value.map((item, rank) => [`${path}[${rank}]`, item]);
    for (const [key, text] of values) parts.push(`${key}=${encodeURIComponent(text ?? '')}`);
  });
  return parts.join('&');
}
