import { useParams } from 'react-router-dom';
import { ScheduleInList } from '../kit/schedule/schedule-in-list.tsx';
import { scheduleWords } from '../kit/schedule/schedule-words.ts';

/** The type is in the address of the list; a row does not say it. */
const Cell = ({ documentId }: { documentId: string }) => {
  const { slug = '' } = useParams();
  return <ScheduleInList uid={slug} documentId={documentId} />;
};

/** « Programmé », before Strapi’s « État »: what will happen to a record by itself. */
export const scheduleColumn = {
  name: 'trameSchedule',
  attribute: { type: 'custom' },
  label: { id: 'trame.schedule.column', defaultMessage: scheduleWords.column },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }: Readonly<Record<string, unknown>>) =>
    typeof documentId === 'string' ? <Cell documentId={documentId} /> : null,
};
