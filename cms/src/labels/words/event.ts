import { eventFields } from '../../domain/records/event-fields.ts';
import type { Layout } from '../layout.ts';

export const event: Layout = {
  uid: 'api::event.event',
  mainField: 'title',
  sort: ['updatedAt', 'DESC'],
  columns: ['title', 'timings', 'kind'],
  rows: [
    ['title'],
    ['kind', 'state'],
    ['timings'],
    ['period'],
    ['venue', 'place'],
    ['summary'],
    ['organisers', 'organiserName'],
    ['participants', 'themes'],
    ['free', 'price'],
    ['registration'],
    ['onlineUrl'],
    ['description'],
    ['image'],
    ['accessibility'],
    ['internalNote'],
    ['slug'],
    ['externalIds'],
  ],
  fields: eventFields,
};
