import { Typography } from '@strapi/design-system';
import { scheduleInList } from './schedule-words.ts';
import { useScheduleOf } from './use-schedules.ts';

/** What is planned for a record, in a row of a list; nothing when nothing is. */
export const ScheduleInList = ({ uid, documentId }: { uid: string; documentId: string }) => {
  const schedule = useScheduleOf(uid, documentId);
  if (schedule === null) return null;
  return (
    <>
      {scheduleInList(schedule).map(({ text, refused }) => (
        <Typography
          key={text}
          tag="p"
          variant="pi"
          textColor={refused ? 'danger700' : 'neutral800'}
          fontWeight={refused ? 'bold' : 'regular'}
          style={{ minWidth: '10rem', maxWidth: '16rem' }}
        >
          {text}
        </Typography>
      ))}
    </>
  );
};
