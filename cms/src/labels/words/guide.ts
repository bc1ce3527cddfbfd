import { guideFields } from '../../domain/records/guide-fields.ts';
import type { Layout } from '../layout.ts';

export const guide: Layout = {
  uid: 'api::guide.guide',
  mainField: 'title',
  sort: ['date', 'DESC'],
  columns: ['title', 'kind', 'date', 'place'],
  rows: [
    ['title'],
    ['kind', 'place'],
    ['date', 'updatedOn'],
    ['summary'],
    ['body'],
    ['easyText'],
    ['image', 'attachments'],
    ['source'],
    ['themes', 'associations'],
    ['guides'],
    ['slug'],
  ],
  fields: guideFields,
};
