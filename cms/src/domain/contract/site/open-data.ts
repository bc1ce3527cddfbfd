/** What files under an open licence may not say. Whoever reads them may do anything with them, for ever. */
import type { z } from 'zod';
import { withoutWithheldTexts } from '../../agreed-texts.ts';
import { indexWithheld, type WithheldIndex } from '../../withheld-index.ts';
import { ActionPlan } from './action-plan.ts';
import { Association, type Contact } from './association.ts';
import { Event } from './event.ts';
import { Resource } from './resource.ts';
import type { SiteExport } from './site-export.ts';
import { Audience, Commune, Theme, Venue } from './territory.ts';

interface Shown {
  readonly id: string;
  readonly contacts: readonly Contact[];
}

/**
 * The numbers and addresses that the site shows and open data may not: agreeing to the one is not agreeing to the other
 * (decision 10 of the design). What no contact of the directory is known by stays what its author made of it.
 * @param associations of the export of the site
 */
export const withheldFromOpenData = (associations: readonly Shown[]): WithheldIndex =>
  indexWithheld(
    'openData',
    associations.flatMap(({ id, contacts }) =>
      contacts.map(({ phone, email, openData }) => ({ owner: id, phone, email, shown: openData === true })),
    ),
  );

/**
 * The content as open data may say it (decision 0050), from that of the site:
 * - contacts that agreed to both; what another one keeps back is taken out of every text that repeats it, and a record whose
 *   own address on the site says it stays out;
 * - ways to register by telephone or e-mail only if such a contact, or the office itself, gives the same number or address:
 *   nobody was asked whether the others may be copied for ever;
 * - plans of the territory: those of others are shown as examples, and are not ours to give;
 * - neither guides nor pictures: their authors allowed the site to show them.
 *
 * References to what stays out point at nothing, as those to what is not published do.
 */
export function openExport(source: SiteExport): SiteExport {
  const withheld = withheldFromOpenData(source.associations);
  const cleared = <Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>, owner?: string) => {
    const result = withoutWithheldTexts(schema, value, (text) => withheld.find(text, owner));
    return result === null ? [] : [result.value];
  };
  const reachable = new Set([source.settings.operatorPhone, source.settings.operatorEmail]);
  const associations = source.associations.flatMap((association) => {
    const contacts = association.contacts.filter(({ openData }) => openData === true);
    for (const { phone, email } of contacts) reachable.add(phone).add(email);
    return cleared(Association, { ...association, contacts, logo: null, photos: [] }, association.id);
  });
  const events = source.events.flatMap((event) =>
    cleared(Event, {
      ...event,
      image: null,
      registration: event.registration.filter(({ kind, value }) => kind === 'lien' || reachable.has(value)),
    }),
  );
  return {
    ...source,
    associations,
    events,
    guides: [],
    resources: source.resources.flatMap((one) => cleared(Resource, { ...one, photos: [], attachments: [] })),
    actionPlans: source.actionPlans.filter(({ elsewhere }) => !elsewhere).flatMap((one) => cleared(ActionPlan, one)),
    themes: source.themes.flatMap((one) => cleared(Theme, one)),
    audiences: source.audiences.flatMap((one) => cleared(Audience, one)),
    communes: source.communes.flatMap((one) => cleared(Commune, one)),
    venues: source.venues.flatMap((one) => cleared(Venue, one)),
  };
}
