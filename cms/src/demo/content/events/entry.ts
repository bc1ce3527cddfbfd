import type { DemoEvent } from '../../demo-content.ts';

/** What content files say of an event; what they leave out takes the commonest value. */
export type EventEntry = Pick<DemoEvent, 'slug' | 'title' | 'kind' | 'summary'> & Partial<DemoEvent>;

export const event = (entry: EventEntry): DemoEvent => ({
  state: 'prévu',
  description: null,
  timings: [],
  period: null,
  venue: null,
  place: null,
  onlineUrl: null,
  organisers: [],
  organiserName: null,
  participants: [],
  themes: [],
  registration: [],
  price: null,
  free: false,
  accessibility: null,
  image: null,
  externalIds: [],
  actions: [],
  ...entry,
});
