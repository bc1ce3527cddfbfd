import type { z } from 'zod';
import {
  FormerAddress,
  SITE_EXPORT_FORMAT,
  SiteExport,
  type SiteContent,
} from '../../../domain/contract/site/site-export.ts';
import { formerAddressKinds, type FormerAddressKind } from '../../../domain/former-addresses.ts';
import type { Association } from '../../../domain/contract/site/association.ts';
import { listInWords } from '../../../domain/french.ts';
import { formatPhone } from '../../../domain/phone.ts';
import { givenOut } from '../../../platform/contacts/given-out.ts';
import { Action, Axis } from '../../../domain/contract/site/action-plan.ts';
import { toAction, toActionPlan, toAxis } from '../records/action-plans.ts';
import { toAssociation, type ExportChannel } from '../records/associations.ts';
import { withoutWithheldTexts } from '../../../domain/agreed-texts.ts';
import type { Withheld } from '../../../domain/withheld-contacts.ts';
import { indexWithheld, type KnownContact, type WithheldIndex } from '../../../domain/withheld-index.ts';
import { toAudience } from '../records/audiences.ts';
import { toCommune } from '../records/communes.ts';
import { toEvent } from '../records/events.ts';
import { toGuide } from '../records/guides.ts';
import { toResource } from '../records/resources.ts';
import { toHome, toLanguages, toLegal, toSettings } from '../records/single-types.ts';
import { toTheme } from '../records/themes.ts';
import { toVenue } from '../records/venues.ts';
import { standingOf } from '../../../domain/silence.ts';
import { toTruthRules } from '../../../update/stale-entries/silence-rules.ts';
import { ExportNotPossible } from './export-not-possible.ts';
import { keepValid, requireValid } from './keep-valid.ts';
import { keepKnownReferences } from '../../../domain/contract/site/known-references.ts';
import type { LeftOut } from '../../../domain/contract/desk/publication-report.ts';
import type { Content } from './read-content.ts';

/** Which record a value is of, for a report. */
interface Named {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
}

/**
 * A record of the contract without what its channel may not show, wherever it was typed; null when it cannot do without.
 * The texts are the last door: the rule of publication asks editors first, but not everything goes by it.
 */
type Agreed = <Schema extends z.ZodType>(
  schema: Schema,
  uid: string,
  named: Named,
  value: z.output<Schema>,
) => z.output<Schema> | null;

const WHERE: Readonly<Record<ExportChannel, string>> = { web: 'du site', print: 'de l’annuaire imprimé' };

const words = {
  unclearable: (channel: ExportChannel) =>
    `son adresse sur le site, ou un texte qu’elle doit avoir, contient des coordonnées que leur contact tient hors ${WHERE[channel]}`,
  cleared: (channel: ExportChannel, withheld: readonly Withheld[]) => {
    const values = [...new Set(withheld.map(({ kind, value }) => (kind === 'phone' ? formatPhone(value) : value)))];
    return `Retiré ${WHERE[channel]}, où aucun contact n’a accepté de le voir\u00a0: ${listInWords(values)}. Corrigez le texte, puis publiez de nouveau.`;
  },
};

/** What may not be read: every contact of the directory, but for what this export shows and what the territory gives out. */
function withheldOf(
  content: Content,
  channel: ExportChannel,
  associations: readonly z.input<typeof Association>[],
): WithheldIndex {
  const hidden = content.contacts.map((contact): KnownContact => ({ ...contact, shown: false }));
  const shown = associations.flatMap(({ id, contacts }) =>
    contacts.map(({ phone, email }): KnownContact => ({ owner: id, phone, email, shown: true })),
  );
  const known = [...hidden, ...shown, ...givenOut(content.settings, content.legal)];
  return indexWithheld(channel, known, (value) => content.takenBack(value, channel));
}

/** Groups rows under the record that they belong to; those that belong to nothing published are not on the site. */
function groupByParent<Row, Child>(
  rows: readonly Row[],
  parentOf: (row: Row) => string | undefined,
  childOf: (row: Row) => Child | undefined,
): Map<string, Child[]> {
  const groups = new Map<string, Child[]>();
  for (const row of rows) {
    const parent = parentOf(row);
    const child = childOf(row);
    if (parent === undefined || child === undefined) continue;
    groups.set(parent, [...(groups.get(parent) ?? []), child]);
  }
  return groups;
}

const ASSOCIATION = 'api::association.association';

/** What cannot be made without the settings, the home page and the legal notice, as the sentences of a refusal say it. */
const PURPOSES: Readonly<Record<ExportChannel, { readonly without: string; readonly verb: string }>> = {
  web: { without: 'Le site ne peut pas être construit sans.', verb: 'construire le site' },
  print: { without: 'L’annuaire ne peut pas être imprimé sans.', verb: 'imprimer l’annuaire' },
};

/**
 * The three records without which there is neither site nor annuaire.
 * @throws {ExportNotPossible} in French, when one is missing or incomplete
 */
function requireSingleTypes(
  content: Content,
  channel: ExportChannel,
  agreed: Agreed,
): Pick<SiteExport, 'settings' | 'home' | 'legal'> {
  const { shape } = SiteExport;
  const missing = (what: string) => new ExportNotPossible(`${what} ${PURPOSES[channel].without}`);
  const incomplete = (what: string) => (reasons: string[]) =>
    new ExportNotPossible(`${what} ne permet pas de ${PURPOSES[channel].verb}\u00a0: ${reasons.join(' ; ')}.`);

  if (!content.settings) throw missing('Les réglages du site ne sont pas remplis.');
  if (!content.home) throw missing('La page d’accueil n’est pas publiée.');
  if (!content.legal) throw missing('Les mentions légales ne sont pas publiées.');
  const require = <Schema extends z.ZodType>(
    schema: Schema,
    uid: string,
    documentId: string,
    record: z.input<Schema>,
    title: string,
  ): z.output<Schema> => {
    const valid = requireValid(schema, record, incomplete(title));
    const shown = agreed(schema, uid, { id: documentId, title }, valid);
    if (shown === null) throw incomplete(title)([words.unclearable(channel)]);
    return shown;
  };
  const { settings, home, legal } = content;
  return {
    settings: require(shape.settings, 'api::site-settings.site-settings', settings.documentId, toSettings(
      settings,
      channel,
    ), 'La fiche « Réglages du site »'),
    home: require(shape.home, 'api::home.home', home.documentId, toHome(home, channel), 'La fiche « Page d’accueil »'),
    legal: require(shape.legal, 'api::legal.legal', legal.documentId, toLegal(
      legal,
      content.files,
    ), 'La fiche « Mentions légales »'),
  };
}

type Keep = <Schema extends z.ZodType>(
  ...asked: Parameters<typeof keepValid<Schema>>
) => ReturnType<typeof keepValid<Schema>>['kept'];

/** The plans with their axes and their actions, each of which the contract accepts by itself. */
function keepActionPlans(content: Content, keep: Keep): SiteExport['actionPlans'] {
  const actions = keep(Action, 'api::action.action', content.actions.map(toAction));
  const actionById = new Map(actions.map((action) => [action.id, action]));
  const actionsOf = groupByParent(
    content.actions,
    (row) => row.axis?.documentId,
    (row) => actionById.get(row.documentId),
  );
  const axes = keep(
    Axis,
    'api::axis.axis',
    content.axes.map((row) => toAxis(row, actionsOf.get(row.documentId) ?? [])),
  );
  const axisById = new Map(axes.map((axis) => [axis.id, axis]));
  const axesOf = groupByParent(
    content.axes,
    (row) => row.plan?.documentId,
    (row) => axisById.get(row.documentId),
  );
  return keep(
    SiteExport.shape.actionPlans.element,
    'api::action-plan.action-plan',
    content.actionPlans.map((row) => toActionPlan(row, axesOf.get(row.documentId) ?? [])),
  );
}

/** Every published association as the channel sees it, not checked yet. */
function associationsFor(content: Content, channel: ExportChannel): z.input<typeof Association>[] {
  const rules = toTruthRules(content.settings);
  return content.associations.map((row) => toAssociation(row, channel, standingOf(row.missedEditions ?? 0, rules)));
}

/** The associations that the contract accepts; it asks each for one theme at least, of those that are in the export. */
function keepAssociations(
  associations: readonly z.input<typeof Association>[],
  themes: readonly { readonly id: string }[],
  keep: Keep,
): SiteExport['associations'] {
  const known = new Set(themes.map(({ id }) => id));
  return keep(
    SiteExport.shape.associations.element,
    ASSOCIATION,
    associations.map((one) => ({ ...one, themes: one.themes.filter((id) => known.has(id)) })),
  );
}

/**
 * Addresses of before, as far as they lead to a record that is in the export, and no other record of its kind stands there today.
 * One that says what may not be read leads nowhere.
 */
function formerAddressesOf(
  content: Content,
  siteExport: SiteContent,
  isClean: (text: string) => boolean,
): Pick<SiteExport, 'formerAddresses'> {
  const records: Readonly<Record<FormerAddressKind, readonly { readonly id: string; readonly slug: string }[]>> = {
    association: siteExport.associations,
    event: siteExport.events,
    guide: siteExport.guides,
    resource: siteExport.resources,
    theme: siteExport.themes,
    commune: siteExport.communes,
  };
  const ids = new Set(formerAddressKinds.flatMap((kind) => records[kind].map(({ id }) => `${kind} ${id}`)));
  const taken = new Set(formerAddressKinds.flatMap((kind) => records[kind].map(({ slug }) => `${kind} ${slug}`)));
  const formerAddresses = content.formerAddresses.flatMap(({ kind, slug, documentId }) => {
    const address = FormerAddress.safeParse({ kind, slug, id: documentId });
    if (!address.success || !ids.has(`${kind} ${documentId}`) || taken.has(`${kind} ${slug}`)) return [];
    return isClean(slug) ? [address.data] : [];
  });
  return formerAddresses.length === 0 ? {} : { formerAddresses };
}

/** The export, and what an editor has to know of it. */
export interface Composed {
  readonly siteExport: SiteExport;
  /** Records that the contract refuses. */
  readonly leftOut: readonly LeftOut[];
  /** Records that are there without a number or an address that they said. */
  readonly cleared: readonly LeftOut[];
  /** What the channel may not show, for what else it is given. */
  readonly withheld: WithheldIndex;
}

/**
 * Makes the export of the contract from what is published, as one channel may see it: the site and the press get the same
 * content but for the contacts, in their fields and in every text (issue 9).
 *
 * Every record goes through its part of the SiteExport schema, so the whole is valid by construction; one that does not pass
 * is left out and named in `leftOut`.
 *
 * @throws {ExportNotPossible} when the settings, the home page or the legal notice are missing or incomplete
 */
export function composeSiteExport(content: Content, channel: ExportChannel): Composed {
  const { shape } = SiteExport;
  const leftOut: LeftOut[] = [];
  const cleared: LeftOut[] = [];
  const candidates = associationsFor(content, channel);
  const withheld = withheldOf(content, channel, candidates);
  const report = (list: LeftOut[], uid: string, { id, title, name }: Named, reason: string) =>
    list.push({ uid, documentId: id, title: title ?? name ?? '', reasons: [reason] });
  const agreed: Agreed = (schema, uid, named, value) => {
    const owner = uid === ASSOCIATION ? named.id : undefined;
    const result = withoutWithheldTexts(schema, value, (text) => withheld.find(text, owner));
    if (result === null) return null;
    const taken = result.taken.flatMap((one) => one.withheld);
    if (taken.length > 0) report(cleared, uid, named, words.cleared(channel, taken));
    return result.value;
  };
  const keep: Keep = (schema, uid, records) => {
    const valid = keepValid(schema, uid, records);
    leftOut.push(...valid.leftOut);
    return valid.kept.flatMap((record) => {
      const shown = agreed(schema, uid, record as Named, record);
      if (shown === null) report(leftOut, uid, record as Named, `${words.unclearable(channel)}.`);
      return shown === null ? [] : [shown];
    });
  };
  const singleTypes = requireSingleTypes(content, channel, agreed);
  const themes = keep(shape.themes.element, 'api::theme.theme', content.themes.map(toTheme));
  const siteExport = keepKnownReferences({
    format: SITE_EXPORT_FORMAT,
    ...singleTypes,
    themes,
    audiences: keep(shape.audiences.element, 'api::audience.audience', content.audiences.map(toAudience)),
    communes: keep(shape.communes.element, 'api::commune.commune', content.communes.map(toCommune)),
    venues: keep(shape.venues.element, 'api::venue.venue', content.venues.map(toVenue)),
    associations: keepAssociations(candidates, themes, keep),
    events: keep(shape.events.element, 'api::event.event', content.events.map(toEvent)),
    guides: keep(
      shape.guides.element,
      'api::guide.guide',
      content.guides.map((row) => toGuide(row, content.files, channel)),
    ),
    resources: keep(shape.resources.element, 'api::resource.resource', content.resources.map(toResource)),
    actionPlans: keepActionPlans(content, keep),
  });
  // Paper has no addresses, and its words are French.
  const ofSite =
    channel === 'web' && content.settings
      ? {
          ...formerAddressesOf(content, siteExport, (text) => withheld.find(text).length === 0),
          ...toLanguages(content.settings),
          ...(content.settings.countUnanswered === true ? { countsUnanswered: true as const } : {}),
        }
      : {};
  return { siteExport: { ...siteExport, ...ofSite }, leftOut, cleared, withheld };
}
