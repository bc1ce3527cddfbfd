import { RecordHistory } from '../kit/record-page/history.tsx';
import { dayOf } from '../../domain/dates.ts';
import {
  contentOfEvent,
  eventFaults,
  eventFormOf,
  eventLacks,
  tidyEvent,
  type EventForm,
} from '../../domain/records/event-form.ts';
import { eventTexts } from '../../domain/records/written-texts.ts';
import { EVENT_UID } from '../kit/paths.ts';
import { pagePreview, type RecordKind } from '../kit/record-page/record-kind.ts';
import { eventSections } from './event-sections.tsx';
import { eventWords as words } from './event-words.ts';

/** The page of an event, in the frame of every record. */
export const eventKind: RecordKind<EventForm> = {
  page: 'events',
  uid: EVENT_UID,
  words: { fresh: words.fresh, list: words.list, thisOne: words.thisOne, feminine: false },
  sections: eventSections,
  toValue: eventFormOf,
  toContent: (form) => contentOfEvent(form, dayOf(new Date())),
  titleOf: ({ title }) => title,
  tidy: tidyEvent,
  faultsOf: eventFaults,
  completenessOf: eventLacks,
  textsOf: eventTexts,
  previews: [pagePreview],
  History: RecordHistory,
};
