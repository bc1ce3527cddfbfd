/** The entries of an edition as words, in the order of the booklet: what XML and CSV both are made of. */
import type { Association } from '@trame/cms/domain/contract/site/association';
import type { PrintExport } from '@trame/cms/domain/contract/press/edition';
import type { Image } from '@trame/cms/domain/contract/site/media';
import { formatAges } from '@trame/cms/domain/ages';
import { formatDay } from '@trame/cms/domain/dates';
import { typography } from '@trame/cms/domain/french';
import { formatEmail } from '@trame/cms/domain/email-domain';
import { formatPhone } from '@trame/cms/domain/phone';
import { compareSlots, formatSlot } from '@trame/cms/domain/slots';
import { networks } from '@trame/cms/domain/vocabulary/networks';
import { indexContent, type Content } from '../../content/index-content.ts';
import { readableAddress } from '../../view/readable-address.ts';
import { accessibilityWords } from '../../view/associations/accessibility-words.ts';
import type { Booklet } from '../booklet.ts';

export interface PackedEntry {
  readonly id: string;
  readonly slug: string;
  readonly rank: number;
  readonly name: string;
  readonly acronym: string | null;
  readonly commune: string | null;
  readonly communesOfActivity: readonly string[];
  readonly themes: readonly string[];
  readonly audiences: readonly string[];
  readonly summary: readonly string[];
  readonly activities: readonly {
    readonly label: string;
    readonly description: string | null;
    readonly ages: string | null;
    readonly slots: readonly string[];
    readonly price: string | null;
    readonly place: string | null;
    readonly season: string | null;
  }[];
  readonly contacts: readonly {
    readonly role: string | null;
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  }[];
  readonly address: readonly string[];
  /** Addresses as they are printed: readable, and without their scheme. */
  readonly website: string | null;
  readonly networks: readonly { readonly name: string; readonly url: string }[];
  readonly seeksVolunteers: boolean;
  readonly volunteersNote: string | null;
  readonly accessibility: string | null;
  readonly verifiedOn: string | null;
  readonly logo: Image | null;
}

export interface PackedChapter {
  readonly name: string;
  readonly description: string | null;
  readonly entries: readonly PackedEntry[];
}

const text = (value: string | null): string | null => (value === null ? null : typography(value));
const paragraphs = (value: string | null): string[] =>
  (value ?? '')
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
    .map(typography);
const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);
/** The booklet's breaks of long addresses are for its own narrow columns. */
const whole = (value: string): string => value.replaceAll('\u200b', '');

/** @param booklet decides the order; the words are those of the export, whole */
export function packedChapters(
  { content: source }: PrintExport,
  booklet: { readonly chapters: readonly Pick<Booklet['chapters'][number], 'name' | 'description' | 'entries'>[] },
): PackedChapter[] {
  const content = indexContent(source);
  const bySlug = new Map(source.associations.map((association) => [association.slug, association]));
  return booklet.chapters.map(({ name, description, entries }) => ({
    name: whole(name),
    description: description === null ? null : whole(description),
    entries: entries.flatMap(({ slug, number }) => {
      const association = bySlug.get(slug);
      return association ? [packedEntry(association, number, content)] : [];
    }),
  }));
}

function packedEntry(association: Association, rank: number, content: Content): PackedEntry {
  const { commune, accessibility, address } = association;
  return {
    id: association.id,
    slug: association.slug,
    rank,
    name: typography(association.name),
    acronym: association.acronym,
    commune: commune === null ? null : (content.communes.byId(commune)?.name ?? null),
    communesOfActivity: content.communes.some(association.communesOfActivity).map(({ name }) => name),
    themes: content.themes.some(association.themes).map(({ name }) => name),
    audiences: content.audiences.some(association.audiences).map(({ name }) => name),
    summary: paragraphs(association.summary),
    activities: association.activities.map((activity) => ({
      label: typography(activity.label),
      description: text(activity.description),
      ages: formatAges(activity),
      slots: activity.slots.toSorted(compareSlots).map(formatSlot),
      price: text(activity.price),
      place: text(activity.place),
      season: text(activity.season),
    })),
    contacts: association.contacts.map(({ role, name, phone, email }) => ({
      role: text(role),
      name: text(name),
      phone: phone === null ? null : formatPhone(phone),
      email: email && formatEmail(email),
    })),
    address:
      address === null
        ? []
        : present([address.street, address.complement, present([address.postalCode, address.city]).join(' ') || null]),
    website: association.website === null ? null : readableAddress(association.website),
    networks: association.networks.map(({ network, url }) => ({
      name: networks.label(network),
      url: readableAddress(url),
    })),
    seeksVolunteers: association.seeksVolunteers,
    volunteersNote: text(association.volunteersNote),
    accessibility:
      present([accessibilityWords(accessibility).join(', ') || null, text(accessibility?.note ?? null)]).join('. ') ||
      null,
    verifiedOn: association.verifiedOn === null ? null : formatDay(association.verifiedOn),
    logo: association.logo,
  };
}
