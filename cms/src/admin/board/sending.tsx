import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowClockwise, ExternalLink } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import type { MailReport } from '../../domain/contract/desk/mail-report.ts';
import { Card } from '../kit/card.tsx';
import { useAct } from '../kit/use-act.ts';
import { LongList } from '../kit/long-list.tsx';
import { sendAgain } from './board-api.ts';
import { alertWords, sendingWords } from './board-words.ts';
import { Statement } from '../kit/statement.tsx';
import { Troubled } from './troubled.tsx';
import { formatMoment } from '../kit/words.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

interface SendingProps {
  board: CampaignBoard;
  mail: MailReport | null;
  refresh: () => Promise<void>;
}

/** « Envoi »: how far the letters are, and those of which nobody knows whether they arrived. */
export const Sending = ({ board, mail, refresh }: SendingProps) => {
  const doubtful = mail?.doubtful ?? [];
  const alerts = mail === null ? null : alertWords(mail.alerts);
  return (
    <Card
      title="Envoi des lettres"
      action={
        mail?.mailboxUrl && (
          <Link href={mail.mailboxUrl} isExternal endIcon={<ExternalLink />}>
            Lire les lettres de démonstration
          </Link>
        )
      }
    >
      <Statement words={sendingWords(board.sending, mail, new Date())} live />
      {doubtful.length > 0 && <Doubtful letters={doubtful} refresh={refresh} />}
      <Troubled letters={mail?.troubled ?? []} refresh={refresh} />
      {alerts && <Typography textColor="neutral600">{alerts}</Typography>}
    </Card>
  );
};

interface DoubtfulProps {
  letters: MailReport['doubtful'];
  refresh: () => Promise<void>;
}

const Doubtful = ({ letters, refresh }: DoubtfulProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const again = async (key: string) => {
    await act(() => sendAgain(client, [key]), { done: 'La lettre repart.' });
    await refresh();
  };
  return (
    <LongList items={letters} keyOf={({ key }) => key}>
      {({ key, to, at }) => (
        <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
          <Typography>{`${to ?? 'Adresse effacée'}, ${formatMoment(at, new Date())}`}</Typography>
          <Button
            variant="tertiary"
            size="S"
            startIcon={<ArrowClockwise />}
            disabled={to === null || underWay}
            onClick={() => void again(key)}
          >
            Renvoyer
          </Button>
        </Flex>
      )}
    </LongList>
  );
};
