import { resourceFields } from '../../domain/records/resource-fields.ts';
import type { Layout } from '../layout.ts';

export const resource: Layout = {
  uid: 'api::resource.resource',
  mainField: 'title',
  sort: ['title', 'ASC'],
  columns: ['title', 'kind', 'owner', 'commune', 'bookable'],
  rows: [
    ['title'],
    ['kind', 'commune'],
    ['owner', 'ownerName'],
    ['summary'],
    ['howToGet'],
    ['conditions'],
    ['quantity', 'capacity', 'bookable'],
    ['price', 'deposit'],
    ['description'],
    ['photos', 'attachments'],
    ['themes'],
    ['internalNote'],
    ['slug'],
  ],
  fields: resourceFields,
};
