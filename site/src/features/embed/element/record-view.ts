/** What is known of an association, under its name. */
import { formatAges } from '@trame/cms/domain/ages';
import { formatFrench } from '@trame/cms/domain/phone-plan';
import { formatHours } from '@trame/cms/domain/slots';
import { make } from '../../../components/make-element.ts';
import type { EmbedEntry, EmbedRecord } from '../../../view/embed/shape.ts';

const words = TRAME_WORDS;

type Activity = EmbedRecord['activites'][number];

/** A link out of the page that the element stands in: the reader keeps their place. */
export const outside = (href: string, label: string, part: string): HTMLElement =>
  make(
    'a',
    { href, target: '_blank', rel: 'noopener', part },
    label,
    make('span', { class: 'hidden' }, ` ${words.newTab}`),
  );

const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function agesOf({ age_min, age_max, age_min_mois, age_max_mois }: Activity): string | null {
  const unit = (months: number | null) => (months === null ? ('ans' as const) : ('mois' as const));
  const ages = formatAges({
    ageMin: age_min_mois ?? age_min,
    ageMinUnit: unit(age_min_mois),
    ageMax: age_max_mois ?? age_max,
    ageMaxUnit: unit(age_max_mois),
  });
  return ages && withCapital(ages);
}

function slotOf({ jour, debut, fin, precision }: Activity['creneaux'][number]): string {
  const when = [withCapital(jour), formatHours({ begin: debut, end: fin })].filter(Boolean).join(', ');
  return precision === null ? when : `${when} (${precision})`;
}

function activity(one: Activity): HTMLElement {
  const facts = [...one.creneaux.map(slotOf), agesOf(one), one.lieu, one.tarif].filter((fact) => fact !== null);
  return make(
    'li',
    { part: 'activite' },
    make('strong', {}, one.intitule),
    one.description === null ? null : make('p', {}, one.description),
    facts.length === 0 ? null : make('ul', { class: 'facts' }, ...facts.map((fact) => make('li', {}, fact))),
  );
}

function contact({ role, nom, telephone, courriel }: EmbedRecord['contacts'][number]): HTMLElement {
  const who = [nom, role].filter(Boolean).join(', ');
  return make(
    'li',
    { part: 'contact' },
    who === '' ? null : make('span', {}, who),
    telephone === null ? null : make('a', { href: `tel:${telephone}` }, formatFrench(telephone) ?? telephone),
    courriel === null ? null : make('a', { href: `mailto:${courriel}` }, courriel),
  );
}

const titled = (title: string, ...children: readonly (Node | null)[]): HTMLElement =>
  make('div', {}, make('p', { class: 'title', part: 'titre' }, title), ...children);

export function recordView(record: EmbedRecord, entry: EmbedEntry): Node[] {
  const paragraphs = (text: string | null) =>
    (text ?? '')
      .split(/\s*\n\s*/)
      .filter((one) => one !== '')
      .map((one) => make('p', {}, one));
  const site = record.site_web !== null && /^https?:/.test(record.site_web) ? record.site_web : null;
  return [
    ...paragraphs(record.presentation),
    record.activites.length === 0 ? null : titled(words.activities, make('ul', {}, ...record.activites.map(activity))),
    record.comment_adherer === null ? null : titled(words.join, ...paragraphs(record.comment_adherer)),
    record.contacts.length === 0
      ? null
      : titled(words.contact, make('ul', { class: 'contacts' }, ...record.contacts.map(contact))),
    make(
      'p',
      { class: 'links' },
      site === null ? null : outside(site, words.website, 'lien'),
      site === null ? null : ' ',
      outside(entry.page, words.page, 'lien'),
    ),
  ].filter((node) => node !== null);
}
