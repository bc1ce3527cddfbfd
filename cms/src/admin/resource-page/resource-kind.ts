import { RecordHistory } from '../kit/record-page/history.tsx';
import {
  contentOfResource,
  resourceFaults,
  resourceFormOf,
  resourceLacks,
  tidyResource,
  type ResourceForm,
} from '../../domain/records/resource-form.ts';
import { resourceTexts } from '../../domain/records/written-texts.ts';
import { RESOURCE_UID } from '../kit/paths.ts';
import { pagePreview, type RecordKind } from '../kit/record-page/record-kind.ts';
import { resourceSections } from './resource-sections.tsx';
import { resourceWords as words } from './resource-words.ts';

/** The page of a resource, in the frame of every record. */
export const resourceKind: RecordKind<ResourceForm> = {
  page: 'resources',
  uid: RESOURCE_UID,
  words: { fresh: words.fresh, list: words.list, thisOne: words.thisOne, feminine: true },
  sections: resourceSections,
  toValue: resourceFormOf,
  toContent: contentOfResource,
  titleOf: ({ title }) => title,
  tidy: tidyResource,
  faultsOf: resourceFaults,
  completenessOf: resourceLacks,
  textsOf: resourceTexts,
  previews: [pagePreview],
  History: RecordHistory,
};
