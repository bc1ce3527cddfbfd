import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { ShownSchedule } from '../../../domain/contract/desk/schedule.ts';
import { readSchedule, typedSchedule, type TypedSchedule } from '../../../domain/schedule.ts';
import { Faults } from '../faults/form-context.ts';
import { DateField } from '../fields/date-field.tsx';
import { HourField } from '../fields/hour-fields.tsx';
import { Notice } from '../notice.tsx';
import { faultsIn, problemOf, type Fault } from '../problem.ts';
import { makeSchedule } from './schedule-api.ts';
import { scheduleSentence, scheduleWords as words } from './schedule-words.ts';

interface ScheduleDialogProps {
  uid: string;
  documentId: string;
  /** On the site now. */
  online: boolean;
  /** What is planned so far. */
  schedule: ShownSchedule | null;
  /** Saves what is typed beside; absent where the form saves by itself. @returns whether it is saved */
  save?: (() => Promise<boolean>) | undefined;
  onPlanned: (schedule: ShownSchedule) => void;
  onClose: () => void;
}

const Moment = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
  min-width: 0;
  legend {
    padding: 0 0 0.8rem;
    font-size: 1.4rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  > div {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 1.6rem;
  }
`;

type Which = 'publish' | 'offline';

interface MomentFieldsProps {
  which: Which;
  typed: TypedSchedule;
  onTyped: (next: TypedSchedule) => void;
}

/** A day and an hour, typed as people write them. */
const MomentFields = ({ which, typed, onTyped }: MomentFieldsProps) => {
  const [day, hour] = [`${which}Day`, `${which}Hour`] as const;
  return (
    <Moment>
      <legend>{words[which]}</legend>
      <div>
        <DateField
          path={day}
          label={words.day}
          hint={words.dayHint}
          lies="ahead"
          value={typed[day]}
          onValue={(value) => onTyped({ ...typed, [day]: value })}
        />
        <HourField
          path={hour}
          label={words.hour}
          hint={words.hourHint}
          value={typed[hour]}
          onValue={(value) => onTyped({ ...typed, [hour]: value })}
        />
      </div>
    </Moment>
  );
};

/** What was planned before, to be changed; a moment that has passed is to be said anew. */
const typedOf = (schedule: ShownSchedule | null, now: Date): TypedSchedule => {
  const ahead = (at: string | null | undefined) => (at && Date.parse(at) > now.getTime() ? at : null);
  return typedSchedule({ publishAt: ahead(schedule?.publishAt), offlineAt: ahead(schedule?.offlineAt) });
};

/** « Programmer… »: when a record is published, and when it is taken off the site. What was read is said before it is planned. */
export const ScheduleDialog = ({
  uid,
  documentId,
  online,
  schedule,
  save,
  onPlanned,
  onClose,
}: ScheduleDialogProps) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState(() => typedOf(schedule, new Date()));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState(false);
  const [toMend, setToMend] = useState<readonly string[]>([]);
  const read = readSchedule(typed, new Date());
  const change = (next: TypedSchedule) => {
    setTyped(next);
    setFaults([]); // about what was typed before
  };

  const plan = async () => {
    if (!read.ok) {
      setFaults(read.faults);
      return;
    }
    setUnderWay(true);
    try {
      if (save && !(await save())) return onClose(); // the form says what is to be mended
      const made = await makeSchedule(client, { uid, documentId, ...typed, seen: schedule?.plannedAt ?? null });
      onPlanned(made.schedule);
      if (made.toMend.length > 0) return setToMend(made.toMend);
      toggleNotification({ type: 'success', message: words.planned });
      onClose();
    } catch (error) {
      const found = faultsIn(error);
      setFaults(found);
      setProblem(found.length === 0 ? problemOf(error) : null);
    } finally {
      setUnderWay(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || onClose()}>
      <Modal.Content style={{ maxWidth: '62rem' }}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>{toMend.length > 0 ? words.toMendTitle : words.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {toMend.length > 0 ? (
            <Notice tone="warning" title={words.toMend} live>
              <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
                {toMend.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <Faults.Provider value={faults}>
              <Flex direction="column" alignItems="stretch" gap={5}>
                <Typography tag="p" variant="omega">
                  {[words.meaning, save ? words.savedToo : '', words.optional].filter(Boolean).join(' ')}
                </Typography>
                <MomentFields which="publish" typed={typed} onTyped={change} />
                <MomentFields which="offline" typed={typed} onTyped={change} />
                {/* Of one height with and without a sentence: nothing jumps while one types. */}
                <Box minHeight="4rem" role="status" aria-live="polite">
                  {read.ok && (
                    <Typography tag="p" variant="omega" fontWeight="bold" textColor="primary700">
                      {scheduleSentence(read.value, online, new Date())}
                    </Typography>
                  )}
                </Box>
                {problem !== null && <Notice tone="danger" title={problem} live />}
              </Flex>
            </Faults.Provider>
          )}
        </Modal.Body>
        <Modal.Footer>
          {toMend.length > 0 ? (
            <Button onClick={onClose}>{words.understood}</Button>
          ) : (
            <>
              <Button variant="tertiary" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button loading={underWay} onClick={() => void plan()}>
                {words.plan}
              </Button>
            </>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
