import { RecordHistory } from '../kit/record-page/history.tsx';
import { dayOf } from '../../domain/dates.ts';
import {
  contentOfGuide,
  guideFaults,
  guideFormOf,
  guideLacks,
  tidyGuide,
  type GuideForm,
} from '../../domain/records/guide-form.ts';
import { guideTexts } from '../../domain/records/written-texts.ts';
import { GUIDE_UID } from '../kit/paths.ts';
import { pagePreview, type RecordKind } from '../kit/record-page/record-kind.ts';
import { guideSections } from './guide-sections.tsx';
import { guideWords as words } from './guide-words.ts';

/** The page of a guide, in the frame of every record. */
export const guideKind: RecordKind<GuideForm> = {
  page: 'guides',
  uid: GUIDE_UID,
  words: { fresh: words.fresh, list: words.list, thisOne: words.thisOne, feminine: false },
  sections: guideSections,
  toValue: guideFormOf,
  toContent: contentOfGuide,
  titleOf: ({ title }) => title,
  tidy: (form) => tidyGuide(form, dayOf(new Date())),
  faultsOf: guideFaults,
  completenessOf: guideLacks,
  textsOf: guideTexts,
  previews: [pagePreview],
  History: RecordHistory,
};
