/** Short forms in which content files are written; each checks what it can, so that a slip is found by the first test. */
import type { AgeUnit } from '../domain/vocabulary/age-units.ts';
import type { Activity, Slot } from '../domain/contract/site/association.ts';
import type { RichText, RichTextInline } from '../domain/contract/site/rich-text.ts';
import type { Accessibility } from '../domain/contract/site/territory.ts';
import { consentChannels, type ConsentChannel } from '../domain/vocabulary/consent-channels.ts';
import type { NoticeKind } from '../domain/vocabulary/notice-kinds.ts';
import type { ConsentSource } from '../domain/vocabulary/consent-sources.ts';
import { days, type Day } from '../domain/vocabulary/days.ts';
import type { VerificationSource } from '../domain/vocabulary/verification-sources.ts';
import { slugify } from '../domain/slug.ts';
import { addDays } from '../domain/dates.ts';
import type { LogoStyle, Scene } from './artwork.ts';
import type { DemoAssociation, DemoContact, DemoImage } from './demo-content.ts';
import { communes } from './communes.ts';

/** `05 36 49 10 01` → `+33536491001` */
export function phone(french: string): string {
  const digits = french.replace(/\s/g, '');
  if (!/^(019900|026191|035301|046571|053649|063998)\d{4}$/.test(digits))
    throw new Error(`Not a number kept for fiction: ${french}`);
  return `+33${digits.slice(1)}`;
}

/** `mercredi 14:00-15:30 (hors vacances)`, `samedi 10:00`, `dimanche (un sur deux)` */
export function slot(text: string): Slot {
  const match = /^(\p{L}+)(?: (\d\d:\d\d)(?:-(\d\d:\d\d))?)?(?: \((.+)\))?$/u.exec(text);
  const day = match?.[1] as Day | undefined;
  if (!match || !day || !days.values.includes(day)) throw new Error(`Unreadable slot: ${text}`);
  return { day, begin: match[2] ?? null, end: match[3] ?? null, note: match[4] ?? null };
}

/** Slug of a commune → its INSEE code. */
export function inseeCode(commune: string): string {
  const found = communes.find(({ slug }) => slug === commune);
  if (!found) throw new Error(`Unknown commune: ${commune}`);
  return found.inseeCode;
}

/** An end of a range of ages, in years unless it says months; null for an open one. */
type DemoAge = number | [count: number, unit: AgeUnit] | null;

/** An activity. `ages` are both ends, null for an open one; `commune` is the slug of where the place is. */
export function activity(
  label: string,
  details: {
    description?: string;
    ages?: [min: DemoAge, max: DemoAge];
    slots?: string[];
    price?: string;
    place?: string;
    commune?: string;
    season?: string;
  } = {},
): Activity {
  const [min, max] = details.ages ?? [null, null];
  return {
    label,
    description: details.description ?? null,
    ageMin: Array.isArray(min) ? min[0] : min,
    ageMinUnit: Array.isArray(min) ? min[1] : 'ans',
    ageMax: Array.isArray(max) ? max[0] : max,
    ageMaxUnit: Array.isArray(max) ? max[1] : 'ans',
    slots: (details.slots ?? []).map(slot),
    price: details.price ?? null,
    place: details.place ?? null,
    communeCode: details.commune ? inseeCode(details.commune) : null,
    season: details.season ?? null,
  };
}

/** Everywhere, as most associations ask. */
export const everywhere: ConsentChannel[] = [...consentChannels.values];

/** A contact, with the channels it agreed to; without a date there is no agreement. */
export function contact(
  role: string | null,
  name: string | null,
  reach: { phone?: string; email?: string },
  channels: ConsentChannel[],
  consentDate: string | null,
  consentSource: ConsentSource | null,
): DemoContact {
  return {
    role,
    name,
    phone: reach.phone ? phone(reach.phone) : null,
    email: reach.email ?? null,
    web: channels.includes('web'),
    print: channels.includes('print'),
    professionals: channels.includes('professionals'),
    openData: channels.includes('openData'),
    consentDate,
    consentSource,
  };
}

/** What a place welcomes: `m` mobility, `h` hearing, `s` sight, `i` intellectual, `p` psychological. */
export function accessible(kinds: string, note: string | null = null): Accessibility {
  return {
    mobility: kinds.includes('m'),
    hearing: kinds.includes('h'),
    sight: kinds.includes('s'),
    intellectual: kinds.includes('i'),
    psychological: kinds.includes('p'),
    note,
  };
}

export function logo(style: LogoStyle, letters: string, hue: number, alt: string): DemoImage {
  return { artwork: { kind: 'logo', style, letters, hue }, alt, caption: null };
}

export function photo(scene: Scene, variant: number, alt: string, caption: string | null = null): DemoImage {
  return { artwork: { kind: 'photo', scene, variant }, alt, caption };
}

/** An address; kept to the office unless `public`. The point is the commune's centre moved a little, enough to tell pins apart. */
export function address(
  street: string | null,
  commune: string,
  options: { public: boolean; complement?: string },
): DemoAssociation['address'] {
  const found = communes.find(({ slug }) => slug === commune);
  if (!found) throw new Error(`Unknown commune: ${commune}`);
  const shift = [...`${street}${options.complement ?? ''}`].reduce(
    (sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1000,
    7,
  );
  const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return {
    street,
    complement: options.complement ?? null,
    postalCode: found.postalCodes[0] ?? null,
    city: found.name,
    latitude: found.latitude === null ? null : round(found.latitude + ((shift % 31) - 15) / 2000),
    longitude: found.longitude === null ? null : round(found.longitude + ((shift % 37) - 18) / 2000),
    public: options.public,
  };
}

/** What content files say of an association; what they leave out takes the commonest value. */
export type AssociationEntry = Pick<DemoAssociation, 'name' | 'summary' | 'themes'> &
  Partial<Omit<DemoAssociation, 'verifiedOn' | 'verifiedBy' | 'photos' | 'logo' | 'commune' | 'notice'>> & {
    commune: string;
    logo?: DemoImage;
    photos?: DemoImage[];
    /** Which, for how many days after seeding, and its precision. */
    notice?: [kind: NoticeKind, days: number, note: string | null];
    /** Days before seeding, and how; left out for an entry that nobody ever checked. */
    verified?: [daysAgo: number, by: VerificationSource];
  };

/** A full association from its entry. @param today day of seeding, `YYYY-MM-DD`: verifications are counted from it. */
export function association(entry: AssociationEntry, today: string): DemoAssociation {
  const { verified, notice, ...given } = entry;
  return {
    slug: slugify(entry.name),
    officialName: null,
    acronym: null,
    rnaId: null,
    siret: null,
    legalForm: 'déclarée',
    foundedYear: null,
    description: null,
    howToJoin: null,
    audiences: [],
    communesOfActivity: [entry.commune],
    activities: [],
    contacts: [],
    address: null,
    website: null,
    networks: [],
    logo: null,
    photos: [],
    seeksVolunteers: false,
    volunteersNote: null,
    accessibility: null,
    inPrint: true,
    ...given,
    verifiedOn: verified ? addDays(today, -verified[0]) : null,
    verifiedBy: verified ? verified[1] : null,
    ...(notice ? { notice: { kind: notice[0], until: addDays(today, notice[1]), note: notice[2] } } : {}),
  };
}

const inline = (text: string): RichTextInline[] => {
  // [words](address) is a link, **words** are bold
  const parts = text.split(/(\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*)/).filter((part) => part !== '');
  return parts.map((part) => {
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (link) return { type: 'link', url: link[2]!, children: [{ type: 'text', text: link[1]! }] };
    const bold = /^\*\*([^*]+)\*\*$/.exec(part);
    return bold ? { type: 'text', text: bold[1]!, bold: true } : { type: 'text', text: part };
  });
};

/** Paragraphs as they are; `## ` begins a heading, `- ` an item of a list, `1. ` an item of an ordered list, `> ` a quote. */
export function richText(...lines: string[]): RichText {
  const blocks: RichText = [];
  for (const line of lines) {
    const item = /^(- |\d+\. )(.+)$/.exec(line);
    if (item) {
      const format = item[1] === '- ' ? 'unordered' : 'ordered';
      const last = blocks.at(-1);
      const list = last?.type === 'list' && last.format === format ? last : null;
      const child = { type: 'list-item' as const, children: inline(item[2]!) };
      if (list) list.children.push(child);
      else blocks.push({ type: 'list', format, children: [child] });
    } else if (line.startsWith('### ')) blocks.push({ type: 'heading', level: 3, children: inline(line.slice(4)) });
    else if (line.startsWith('## ')) blocks.push({ type: 'heading', level: 2, children: inline(line.slice(3)) });
    else if (line.startsWith('> ')) blocks.push({ type: 'quote', children: inline(line.slice(2)) });
    else blocks.push({ type: 'paragraph', children: inline(line) });
  }
  return blocks;
}

/** The commonest agreement: the site and the booklet. */
export const webAndPrint: ConsentChannel[] = ['web', 'print'];

/** "Mon numéro sur le papier, oui ; sur internet, non." */
export const printOnly: ConsentChannel[] = ['print'];
