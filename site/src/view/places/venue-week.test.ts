import type { Activity } from '@trame/cms/domain/contract/site/association';
import type { Venue } from '@trame/cms/domain/contract/site/territory';
import { describe, expect, it } from 'vitest';
import { indexContent } from '../../content/index-content.ts';
import { sampleAssociation, sampleExport } from '../../content/sample-export.ts';
import { sampleEvent } from '../agenda/sample-event.ts';
import { venuePages } from './venue-week.ts';

const venue = (id: string, name: string, commune: string | null): Venue => ({
  ...{ id, slug: id, name, commune, street: null, postalCode: null, city: null },
  ...{ latitude: null, longitude: null, accessibility: null },
});
const activity = (label: string, place: string | null, slots: Activity['slots'] = []): Activity => ({
  ...{ label, description: null, ageMin: null, ageMinUnit: 'ans', ageMax: null, ageMaxUnit: 'ans' },
  ...{ slots, price: null, place, communeCode: null, season: null },
});
const slot = (day: Activity['slots'][number]['day'], begin: string) => ({ day, begin, end: null, note: null });
const pages = (activities: Activity[], venues: Venue[], events = [] as ReturnType<typeof sampleEvent>[]) =>
  venuePages(
    indexContent(
      sampleExport({
        venues,
        events,
        associations: [sampleAssociation({ commune: 'marsas', communesOfActivity: [], activities })],
      }),
    ),
  );

describe('venuePages', () => {
  const hall = venue('salle', 'Salle des fêtes', 'marsas');

  it('tells the week by day and hour, however the name was typed', () => {
    const [page] = pages(
      [
        activity('Yoga', 'salle des Fetes', [slot('mardi', '19:00'), slot('lundi', '18:00')]),
        activity('Chorale', 'Salle des fêtes, Marsas', [slot('mardi', '09:00')]),
        activity('Théâtre', 'Salle des fêtes'),
      ],
      [hall],
    );
    expect(page?.week.map(({ day, slots }) => [day, slots.map(({ activity: { label } }) => label)])).toEqual([
      ['lundi', ['Yoga']],
      ['mardi', ['Chorale', 'Yoga']],
    ]);
    expect(page?.unscheduled.map(({ activity: { label } }) => label)).toEqual(['Théâtre']);
  });

  it('takes no hall of another commune, and has no page for one where nothing takes place', () => {
    const elsewhere = venue('autre', 'Salle des fêtes', 'cavignac');
    expect(pages([activity('Yoga', 'Salle des fêtes')], [elsewhere])).toEqual([]);
    expect(pages([activity('Yoga', 'Salle des fêtes')], [hall, elsewhere]).map(({ venue: { id } }) => id)).toEqual([
      'salle',
    ]);
  });

  it('has one for a venue of events alone', () => {
    expect(pages([], [hall], [sampleEvent({ venue: 'salle' })])[0]?.events).toHaveLength(1);
  });
});
