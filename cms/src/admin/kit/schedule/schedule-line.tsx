import { Button, Flex, Typography } from '@strapi/design-system';
import { Clock, WarningCircle } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { ShownSchedule } from '../../../domain/contract/desk/schedule.ts';
import { ConfirmAct } from '../confirm-act.tsx';
import { useAct } from '../use-act.ts';
import { giveUpSchedule } from './schedule-api.ts';
import { scheduleSaid, scheduleWords as words } from './schedule-words.ts';

interface ScheduleLineProps {
  uid: string;
  documentId: string;
  online: boolean;
  schedule: ShownSchedule;
  /** Who may not plan reads what is planned. */
  may: boolean;
  onChange: () => void;
  onGivenUp: () => void;
}

const Line = styled.div<{ $danger: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.2rem;
  align-items: center;
  padding: 0.4rem 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $danger }) => ($danger ? theme.colors.danger100 : theme.colors.primary100)};
`;
const Said = styled.div`
  flex: 1 1 20rem;
  min-width: 0;
`;

/** What is planned for a record, always in sight; changed and given up from here. */
export const ScheduleLine = ({ uid, documentId, online, schedule, may, onChange, onGivenUp }: ScheduleLineProps) => {
  const client = useFetchClient();
  const { act } = useAct();
  const { tone, sentences } = scheduleSaid(schedule, online, new Date());
  const danger = tone === 'danger';
  const Sign = danger ? WarningCircle : Clock;
  const giveUp = async () => {
    const asked = { uid, documentId, seen: schedule.plannedAt };
    if ((await act(() => giveUpSchedule(client, asked), { done: words.givenUp })) === true) onGivenUp();
  };
  return (
    <Line $danger={danger} data-schedule>
      <Sign
        aria-hidden
        width="1.6rem"
        height="1.6rem"
        fill={danger ? 'danger600' : 'primary600'}
        style={{ flexShrink: 0 }}
      />
      <Said role="status">
        {sentences.map((sentence) => (
          <Typography
            key={sentence}
            tag="p"
            variant="pi"
            fontWeight="bold"
            textColor={danger ? 'danger700' : 'primary700'}
          >
            {sentence}
          </Typography>
        ))}
      </Said>
      {may && (
        <Flex gap={2} shrink={0}>
          <Button size="S" variant="tertiary" onClick={onChange}>
            {danger ? words.again : words.change}
          </Button>
          <ConfirmAct
            title={words.giveUpTitle}
            meaning={words.giveUpMeaning}
            label={words.giveUpAct}
            variant="danger-light"
            onConfirm={giveUp}
          >
            <Button size="S" variant="tertiary">
              {words.giveUp}
            </Button>
          </ConfirmAct>
        </Flex>
      )}
    </Line>
  );
};
