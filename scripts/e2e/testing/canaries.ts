/** Numbers that nobody agreed to show, one in each text that the site could show, past every rule: as an import or a hand in the database leaves them. */
import pg from 'pg';

/** Texts by table; of records and of what they are made of. Codes and closed lists are no texts. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  events: ['summary', 'description', 'price', 'place', 'organiser_name'],
  guides: ['summary', 'place'],
  resources: ['summary', 'description', 'conditions', 'how_to_get', 'price', 'owner_name'],
  action_plans: ['preamble', 'adopted_by'],
  axes: ['introduction'],
  actions: [
    'introduction',
    'diagnosis',
    'target_audience',
    'stake',
    'implementation',
    'objectives',
    'deadlines',
    'services',
    'expected_results',
    'partners',
  ],
  associations: ['summary', 'description', 'how_to_join', 'volunteers_note', 'official_name'],
  components_activity_activities: ['description', 'price', 'place', 'season'],
  components_activity_slots: ['note'],
  components_place_accessibilities: ['note'],
  components_home_questions: ['label'],
  homes: ['introduction'],
  legals: ['credits', 'accessibility_issues'],
  site_settings: ['tagline', 'booklet_foreword'],
  themes: ['description'],
  communes: ['description'],
  venues: ['city'],
};

const PLACES = Object.entries(TEXTS).flatMap(([table, columns]) => columns.map((column) => ({ table, column })));

const national = (at: number) => `63998${String(at).padStart(4, '0')}`;
const pairs = (digits: string, gap: string) => `0${digits[0]}${gap}${(digits.slice(1).match(/../g) ?? []).join(gap)}`;
/** As people write them. */
const SPELLINGS: readonly ((digits: string) => string)[] = [
  (digits) => pairs(digits, ' '),
  (digits) => pairs(digits, '.'),
  (digits) => `+33 (0)${digits}`,
  (digits) => `https://wa.me/33${digits}`,
  (digits) => `0${digits}`,
];

/** E.164, as a contact has them: one for each text, and one for the rich texts. */
export const CANARIES: readonly string[] = [...PLACES, 'rich text'].map((_, at) => `+33${national(at)}`);

/** @returns how many texts say one now */
export async function plantCanaries(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // At once: an export that is made meanwhile would hold a part of them, and be taken for the whole.
    await client.query('begin');
    let planted = 0;
    for (const [at, { table, column }] of PLACES.entries()) {
      const words = SPELLINGS[at % SPELLINGS.length]?.(national(at)) ?? '';
      const { rowCount } = await client.query(`update ${table} set ${column} = concat_ws(' ', ${column}, $1::text)`, [
        words,
      ]);
      planted += rowCount ?? 0;
    }
    // Its digits in three pieces of a paragraph, one of them bold.
    const digits = pairs(national(PLACES.length), ' ');
    const children = [digits.slice(0, 5), digits.slice(5, 9), digits.slice(9)].map((text, at) => ({
      type: 'text',
      text,
      bold: at === 1,
    }));
    const { rowCount } = await client.query('update guides set body = body || $1::jsonb', [
      JSON.stringify([{ type: 'paragraph', children }]),
    ]);
    await client.query('commit');
    return planted + (rowCount ?? 0);
  } finally {
    await client.end();
  }
}
