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
  /** Where there is no room beside: buttons under the sentence, on the ground that is there. */
  narrow?: boolean;
  onChange: () => void;
  onGivenUp: () => void;
}

const Line = styled.div<{ $danger: boolean; $narrow: boolean }>`
  display: flex;
  flex-direction: ${({ $narrow }) => ($narrow ? 'column' : 'row')};
  gap: ${({ $narrow }) => ($narrow ? '0.8rem' : '1.2rem')};
  align-items: ${({ $narrow }) => ($narrow ? 'stretch' : 'center')};
  padding: ${({ $narrow }) => ($narrow ? '0' : '0.4rem 1.2rem')};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $danger, $narrow }) =>
    $narrow ? 'none' : $danger ? theme.colors.danger100 : theme.colors.primary100};
`;
const Said = styled.div`
  flex: 1 1 auto;
  min-width: 0;
  overflow-wrap: anywhere;
`;

/** What is planned for a record, always in sight; changed and given up from here. */
export const ScheduleLine = ({
  uid,
  documentId,
  online,
  schedule,
  may,
  narrow = false,
  onChange,
  onGivenUp,
}: ScheduleLineProps) => {
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
    <Line $danger={danger} $narrow={narrow} data-schedule>
      {!narrow && (
        <Sign
          aria-hidden
          width="1.6rem"
          height="1.6rem"
          fill={danger ? 'danger600' : 'primary600'}
          style={{ flexShrink: 0 }}
        />
      )}
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
        <Flex gap={2} shrink={0} wrap="wrap">
          <Button size="S" variant="tertiary" onClick={onChange}>
            {danger ? words.again : words.change}
          </Button>
          <ConfirmAct
            title={words.giveUpTitle}
            meaning={words.giveUpMeaning}
            label={words.giveUp}
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
