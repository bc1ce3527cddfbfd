/**
 * The storeys of the house, the highest first (decision 0022). A new folder gets its place here in the commit that makes it:
 * the test beside this file refuses one that stands on no storey. The walls of eslint.config.js come from here too.
 */
import type { Door, FloorPlan } from './folder-graph.ts';

const BELOW = 'A storey imports only what stands below it, so that what is below can be read, tested and moved alone.';

export const plans: readonly FloorPlan[] = [
  {
    folder: '',
    storeys: [['scripts/'], ['site/'], ['cms/']],
    reason: 'The site knows nothing of the scripts that build it.',
  },
  {
    folder: 'cms/src',
    storeys: [
      ['index.ts'],
      ['admin/', 'bootstrap/', 'extensions/', 'middlewares/'],
      ['rules/'],
      ['api/'],
      ['upkeep/'],
      ['lists-out/'],
      ['associations/', 'administrators/', 'duplicates/', 'finding/', 'import/'],
      ['update/', 'unanswered/'],
      ['entries/'],
      ['platform/'],
      ['labels/', 'demo/'],
      ['environment.ts'],
      ['domain/'],
    ],
    reason: BELOW,
  },
  {
    folder: 'cms/src/domain',
    storeys: [['contract/', 'stored/'], ['duplicates/', 'event/', 'import/'], ['entry/'], ['*'], ['vocabulary/']],
    reason: 'Vocabularies and plain values know nothing of the entries and documents that are made of them.',
  },
  {
    folder: 'cms/src/platform',
    storeys: [['jobs/'], ['mail/', 'deployer/', 'foreign/'], ['http/', 'links/'], ['*']],
    reason: BELOW,
  },
  {
    folder: 'cms/src/update',
    storeys: [['freezing/'], ['stale-entries/', 'answers/'], ['campaigns/']],
    reason: 'An answer knows the question that it answers; a question waits for no answer.',
  },
  {
    folder: 'cms/src/admin',
    storeys: [['app.tsx'], ['home/'], ['*'], ['kit/']],
    reason: 'What pages share is in the kit; the home page stands above them, since it says what each has to do.',
  },
  {
    folder: 'site/src',
    storeys: [
      ['workers/'],
      ['program/'],
      ['site-config.ts'],
      ['release/'],
      ['pages/'],
      ['features/'],
      ['layouts/'],
      ['components/', 'print/'],
      ['view/'],
      ['content/'],
      ['languages/'],
      ['loaders/', 'media/', 'i18n/', 'styles/'],
      ['build-env.ts', 'chunks.ts', 'json-in-page.ts', 'once.ts', 'reads.ts', 'remembered.ts'],
    ],
    reason: 'Print, layouts and components serve every page: what they share with a feature is a view of the content.',
  },
  {
    folder: 'site/src/features',
    storeys: [['account/'], ['my-entry/', 'declare/'], ['entry-form/', '*'], ['service/']],
    reason: 'A feature stands alone; pages that talk to the CMS share service/, and those that show an entry its form.',
  },
  {
    folder: 'scripts',
    storeys: [
      ['release-dump/'],
      ['bench/', 'e2e/', 'faults/', 'production/'],
      ['start/', 'deployer/', 'backup/', 'test/'],
      ['*'],
      ['lib/'],
    ],
    reason: BELOW,
  },
];

/** The pages of the admin, and what is arranged in Strapi's own. */
const ADMIN_ROOMS = [
  ...[
    'association-page',
    'event-page',
    'guide-page',
    'resource-page',
    'board',
    'desk',
    'editions',
    'jobs',
    'journal',
    'second-factor',
    'stale-entries',
    'finding',
    'record-lists',
    'bin',
    'duplicates',
    'unanswered',
  ],
  ...['branding', 'commune-code', 'edit-view', 'form-inputs', 'lists', 'menu', 'print-length', 'translations'],
];

export const doors: readonly Door[] = [
  {
    room: 'cms/src/domain',
    only: [],
    reason: 'The domain imports nothing but itself: cms, site and scripts all stand on it.',
  },
  { room: 'cms/src/demo', only: ['cms/src/domain'], reason: 'Demo content is data: no input or output, no Strapi.' },
  {
    room: 'cms/src/import/read',
    only: ['cms/src/domain'],
    reason: 'Foreign bytes are read in a process of their own, which knows neither Strapi nor the database.',
  },
  {
    room: 'cms/src/admin',
    only: ['cms/src/domain'],
    reason: 'The admin runs in a browser: what it shares with the server is in the domain’s contract.',
  },
  {
    room: 'cms/src/admin/kit',
    only: ['cms/src/domain'],
    reason: 'The kit serves every page of the admin, so it knows none.',
  },
  ...ADMIN_ROOMS.map((room) => ({
    room: `cms/src/admin/${room}`,
    only: ['cms/src/admin/kit', 'cms/src/domain'],
    reason: 'A page of the admin imports no other page: what two of them need is in the kit.',
  })),
  { room: 'site', only: ['cms/src/domain'], reason: 'The site knows the CMS through the contract only.' },
];
