import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useParams } from 'react-router-dom';
import { ScheduleInList } from '../kit/schedule/schedule-in-list.tsx';
import { scheduleWords } from '../kit/schedule/schedule-words.ts';

/**
 * What is planned for a record stands under its state. Strapi adds « État » to a list after all columns of others, and lets nobody
 * write in it: this column, which is the one before, shows nothing of its own and writes there.
 */
const UnderState = ({ documentId }: { documentId: string }) => {
  // The type is in the address of the list; a row does not say it.
  const { slug = '' } = useParams();
  const here = useRef<HTMLSpanElement>(null);
  const [state, setState] = useState<Element | null>(null);
  useLayoutEffect(() => {
    const cell = here.current?.closest('td');
    const head = cell?.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex];
    if (!cell || !head) return;
    cell.style.display = 'none';
    head.style.display = 'none';
    setState(cell.nextElementSibling);
  }, []);
  return (
    <>
      <span ref={here} hidden />
      {state !== null && createPortal(<ScheduleInList uid={slug} documentId={documentId} />, state)}
    </>
  );
};

export const scheduleColumn = {
  name: 'trameSchedule',
  attribute: { type: 'custom' },
  label: { id: 'trame.schedule.column', defaultMessage: scheduleWords.column },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }: Readonly<Record<string, unknown>>) =>
    typeof documentId === 'string' ? <UnderState documentId={documentId} /> : null,
};
