import type { z } from 'zod';
import { SITE_EXPORT_FORMAT, SiteExport } from '../../../domain/contract/site-export.ts';
import { Action, Axis } from '../../../domain/contract/action-plan.ts';
import { toAction, toActionPlan, toAxis } from '../records/action-plans.ts';
import { toAssociation, type ExportChannel } from '../records/associations.ts';
import { toAudience } from '../records/audiences.ts';
import { toCommune } from '../records/communes.ts';
import { toEvent } from '../records/events.ts';
import { toGuide } from '../records/guides.ts';
import { toResource } from '../records/resources.ts';
import { toHome, toLegal, toSettings } from '../records/single-types.ts';
import { toTheme } from '../records/themes.ts';
import { toVenue } from '../records/venues.ts';
import { standingOf } from '../../../domain/truth.ts';
import { toTruthRules } from '../../../truth/truth-rules.ts';
import { ExportNotPossible } from './export-not-possible.ts';
import { keepValid, requireValid, type LeftOut } from './keep-valid.ts';
import type { Content } from './read-content.ts';

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

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

/** What cannot be made without the settings, the home page and the legal notice, as the sentences of a refusal say it. */
const PURPOSES: Readonly<Record<ExportChannel, { readonly without: string; readonly verb: string }>> = {
  web: { without: 'Le site ne peut pas être construit sans.', verb: 'construire le site' },
  print: { without: 'L’annuaire ne peut pas être imprimé sans.', verb: 'imprimer l’annuaire' },
};

/**
 * Makes the export of the contract from what is published, as one channel may see it: the site and the press get the same
 * content but for the contacts.
 *
 * Every record goes through its part of the SiteExport schema, so the whole is valid by construction; one that does not pass
 * is left out and named in `leftOut`. References point only to records that are in the document. The order is that of the
 * ids: the same content gives the same bytes.
 *
 * @throws {ExportNotPossible} when the settings, the home page or the legal notice are missing or incomplete
 */
export function composeSiteExport(
  content: Content,
  channel: ExportChannel,
): { siteExport: SiteExport; leftOut: LeftOut[] } {
  const { shape } = SiteExport;
  const leftOut: LeftOut[] = [];
  const keep = <Schema extends z.ZodType>(...[schema, uid, candidates]: Parameters<typeof keepValid<Schema>>) => {
    const result = keepValid(schema, uid, candidates);
    leftOut.push(...result.leftOut);
    return result.kept;
  };
  const missing = (what: string) => new ExportNotPossible(`${what} ${PURPOSES[channel].without}`);
  const incomplete = (what: string) => (reasons: string[]) =>
    new ExportNotPossible(`${what} ne permet pas de ${PURPOSES[channel].verb}\u00a0: ${reasons.join(' ; ')}.`);

  if (!content.settings) throw missing('Les réglages du site ne sont pas remplis.');
  if (!content.home) throw missing('La page d’accueil n’est pas publiée.');
  if (!content.legal) throw missing('Les mentions légales ne sont pas publiées.');
  const settings = requireValid(
    shape.settings,
    toSettings(content.settings),
    incomplete('La fiche « Réglages du site »'),
  );
  const home = requireValid(shape.home, toHome(content.home), incomplete('La fiche « Page d’accueil »'));
  const legal = requireValid(
    shape.legal,
    toLegal(content.legal, content.files),
    incomplete('La fiche « Mentions légales »'),
  );

  const themes = keep(shape.themes.element, 'api::theme.theme', content.themes.map(toTheme));
  const audiences = keep(shape.audiences.element, 'api::audience.audience', content.audiences.map(toAudience));
  const communes = keep(shape.communes.element, 'api::commune.commune', content.communes.map(toCommune));
  const venues = keep(shape.venues.element, 'api::venue.venue', content.venues.map(toVenue));

  const ids = (records: readonly { id: string }[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));
  const known = (set: ReadonlySet<string>) => (references: readonly string[]) => references.filter((id) => set.has(id));
  const knownOrNull = (set: ReadonlySet<string>) => (reference: string | null) =>
    reference !== null && set.has(reference) ? reference : null;

  const rules = toTruthRules(content.settings);
  const knownThemes = known(ids(themes));
  const associations = keep(
    shape.associations.element,
    'api::association.association',
    content.associations
      .map((row) => toAssociation(row, channel, standingOf(row.missedEditions ?? 0, rules)))
      .map((one) => ({ ...one, themes: knownThemes(one.themes) })),
  );
  const events = keep(shape.events.element, 'api::event.event', content.events.map(toEvent));
  const guides = keep(
    shape.guides.element,
    'api::guide.guide',
    content.guides.map((row) => toGuide(row, content.files)),
  );
  const resources = keep(shape.resources.element, 'api::resource.resource', content.resources.map(toResource));

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
  const actionPlans = keep(
    shape.actionPlans.element,
    'api::action-plan.action-plan',
    content.actionPlans.map((row) => toActionPlan(row, axesOf.get(row.documentId) ?? [])),
  );

  const knownTheme = knownOrNull(ids(themes));
  const knownAudiences = known(ids(audiences));
  const knownCommunes = known(ids(communes));
  const knownCommune = knownOrNull(ids(communes));
  const knownVenue = knownOrNull(ids(venues));
  const knownAssociations = known(ids(associations));
  const knownAssociation = knownOrNull(ids(associations));
  const knownEvents = known(ids(events));
  const knownGuides = known(ids(guides));
  const knownResources = known(ids(resources));
  const knownActions = known(ids(actionPlans.flatMap((plan) => plan.axes.flatMap((axis) => axis.actions))));

  const siteExport: SiteExport = {
    format: SITE_EXPORT_FORMAT,
    settings,
    home: {
      ...home,
      highlightedAssociations: knownAssociations(home.highlightedAssociations),
      highlightedGuides: knownGuides(home.highlightedGuides),
    },
    legal,
    themes: themes.map((theme) => ({ ...theme, parent: knownTheme(theme.parent) })).sort(byId),
    audiences: audiences.sort(byId),
    communes: communes.sort(byId),
    venues: venues.map((venue) => ({ ...venue, commune: knownCommune(venue.commune) })).sort(byId),
    associations: associations
      .map((one) => ({
        ...one,
        audiences: knownAudiences(one.audiences),
        commune: knownCommune(one.commune),
        communesOfActivity: knownCommunes(one.communesOfActivity),
      }))
      .sort(byId),
    events: events
      .map((event) => ({
        ...event,
        venue: knownVenue(event.venue),
        organisers: knownAssociations(event.organisers),
        participants: knownAssociations(event.participants),
        themes: knownThemes(event.themes),
        actions: knownActions(event.actions),
      }))
      .sort(byId),
    guides: guides
      .map((guide) => ({
        ...guide,
        themes: knownThemes(guide.themes),
        associations: knownAssociations(guide.associations),
        actions: knownActions(guide.actions),
        guides: knownGuides(guide.guides),
      }))
      .sort(byId),
    resources: resources
      .map((resource) => ({
        ...resource,
        owner: knownAssociation(resource.owner),
        commune: knownCommune(resource.commune),
        themes: knownThemes(resource.themes),
        actions: knownActions(resource.actions),
      }))
      .sort(byId),
    actionPlans: actionPlans
      .map((plan) => ({
        ...plan,
        axes: plan.axes.map((axis) => ({
          ...axis,
          actions: axis.actions.map((action) => ({
            ...action,
            associations: knownAssociations(action.associations),
            events: knownEvents(action.events),
            resources: knownResources(action.resources),
            guides: knownGuides(action.guides),
          })),
        })),
      }))
      .sort(byId),
  };
  return { siteExport, leftOut };
}
