import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Check } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { plural } from '../../domain/french.ts';
import type { MailReport, TroubledLetter } from '../../domain/contract/desk/mail-report.ts';
import { LongList } from '../kit/long-list.tsx';
import { useAct } from '../kit/use-act.ts';
import { formatMoment } from '../kit/words.ts';
import { markSeen, sendAgain } from './board-api.ts';
import { letterName } from '../../domain/letter-kinds.ts';
import { troubledGroups } from './troubled-words.ts';

interface TroubledProps {
  letters: MailReport['troubled'];
  refresh: () => Promise<void>;
}

/** Letters that were refused because of us, came back, wait, or of which something unclear came back. */
export const Troubled = ({ letters, refresh }: TroubledProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const keysOf = (some: readonly TroubledLetter[]) => some.filter(({ to }) => to !== null).map(({ key }) => key);
  const again = async (some: readonly TroubledLetter[]) => {
    const done = some.length === 1 ? 'La lettre repart.' : 'Les lettres repartent.';
    await act(() => sendAgain(client, keysOf(some)), { done });
    await refresh();
  };
  const seen = async (some: readonly TroubledLetter[]) => {
    await act(() =>
      markSeen(
        client,
        some.map(({ key }) => key),
      ),
    );
    await refresh();
  };
  return troubledGroups(letters).map((group) => (
    <Flex key={group.what} tag="section" direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
        <Typography tag="h3" variant="delta">{`${group.title} (${plural(group.letters.length, 'lettre')})`}</Typography>
        {group.resendable && keysOf(group.letters).length > 1 && (
          <Button
            variant="secondary"
            size="S"
            startIcon={<ArrowClockwise />}
            disabled={underWay}
            onClick={() => void again(group.letters)}
          >
            Les renvoyer toutes
          </Button>
        )}
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {group.meaning}
      </Typography>
      <LongList items={group.letters} keyOf={({ key }) => key}>
        {(letter) => (
          <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
            <Flex direction="column" alignItems="start" maxWidth="46rem">
              <Typography>
                {`${letterName(letter.kind)}, ${letter.to ?? 'adresse effacée'}, ${formatMoment(letter.at, new Date())}`}
              </Typography>
              <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {letter.words}
              </Typography>
            </Flex>
            <Flex gap={2}>
              {group.resendable && (
                <Button
                  variant="tertiary"
                  size="S"
                  startIcon={<ArrowClockwise />}
                  disabled={letter.to === null || underWay}
                  onClick={() => void again([letter])}
                >
                  Renvoyer
                </Button>
              )}
              {group.seen !== null && (
                <Button
                  variant="tertiary"
                  size="S"
                  startIcon={<Check />}
                  disabled={underWay}
                  onClick={() => void seen([letter])}
                >
                  {group.seen}
                </Button>
              )}
            </Flex>
          </Flex>
        )}
      </LongList>
    </Flex>
  ));
};
