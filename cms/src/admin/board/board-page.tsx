import { Flex, Link, LinkButton, Status, Typography } from '@strapi/design-system';
import { Message, Pencil } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { campaignStages } from '../../domain/vocabulary/campaign-stages.ts';
import { Card } from '../kit/card.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { figures, nextReminderWords, notYetRemindable, share, stageVariant, stageWords } from './board-words.ts';
import { CampaignActs } from './campaign-acts.tsx';
import { Downloads } from './downloads.tsx';
import { FigureList } from '../kit/figure-list.tsx';
import { RemindButton } from './remind-button.tsx';
import { Requests } from './requests.tsx';
import { Sending } from './sending.tsx';
import { TimeChart } from './time-chart.tsx';
import { ToCall } from './to-call.tsx';
import { useBoard } from './use-board.ts';
import { Statement } from '../kit/statement.tsx';
import { boardPaths, deskPaths, STALE_ENTRIES_TITLE, staleEntriesPaths } from '../kit/paths.ts';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

/** The page of a campaign: what to do, how it goes, whom to telephone. */
export const BoardPage = ({ id }: { id: string }) => {
  const { answer, refresh } = useBoard(id);
  if (answer === null) return <Page.Loading>Chargement de la campagne</Page.Loading>;
  const { board, mail, problem } = answer;
  if (board === null) return <Page.Error content={problem ?? undefined} />;
  const { campaign } = board;
  const started = campaign.stage !== 'en préparation';
  return (
    <Page.Main>
      <Page.Title>{campaign.title}</Page.Title>
      <Layouts.Header
        title={campaign.title}
        subtitle={
          <Flex gap={3} paddingTop={1} alignItems="center" wrap="wrap">
            <Status variant={stageVariant[campaign.stage]} size="S" width="fit-content">
              <Typography tag="span" variant="omega" fontWeight="bold">
                {campaignStages.label(campaign.stage)}
              </Typography>
            </Status>
            <Link tag={RouterLink} to={boardPaths.list}>
              Toutes les campagnes
            </Link>
            <Link tag={RouterLink} to={staleEntriesPaths.page}>
              {STALE_ENTRIES_TITLE}
            </Link>
          </Flex>
        }
        secondaryAction={
          <LinkButton tag={RouterLink} to={boardPaths.settings(campaign.id)} variant="secondary" startIcon={<Pencil />}>
            Dates et textes
          </LinkButton>
        }
        primaryAction={
          started && (
            <LinkButton tag={RouterLink} to={deskPaths.queue} startIcon={<Message />}>
              Relire les réponses
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Card title="Étape" action={<CampaignActs board={board} refresh={refresh} />}>
            <Statement words={stageWords(campaign, new Date())} />
            {campaign.stage === 'ouverte' && <NextReminder board={board} refresh={refresh} />}
          </Card>
          {started && (
            <>
              <Figures totals={board.totals} />
              <Sending board={board} mail={mail} refresh={refresh} />
              <Card title="Réponses au fil des jours">
                <TimeChart days={board.overTime} />
              </Card>
              <ToCall board={board} refresh={refresh} />
              <Requests board={board} refresh={refresh} />
              <Tables board={board} refresh={refresh} />
              <Downloads campaign={campaign} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface PartProps {
  board: CampaignBoard;
  refresh: () => Promise<void>;
}

/** When the ladder writes next, and the way not to wait for it. */
const NextReminder = ({ board, refresh }: PartProps) => (
  <Flex gap={4} alignItems="center" wrap="wrap">
    <Typography tag="p">{nextReminderWords(board)}</Typography>
    <NotYetRemindable board={board} />
    {board.remindable > 0 && (
      <RemindButton
        campaign={board.campaign.id}
        count={board.remindable}
        commune={null}
        where={null}
        refresh={refresh}
      />
    )}
  </Flex>
);

const NotYetRemindable = ({ board }: Pick<PartProps, 'board'>) => {
  const why = notYetRemindable(board);
  return why === null ? null : (
    <Typography tag="p" variant="omega" textColor="neutral700">
      {why}
    </Typography>
  );
};

const Figures = ({ totals }: { totals: CampaignBoard['totals'] }) => (
  <Card title="En chiffres">
    <FigureList figures={figures(totals)} />
  </Card>
);

type Tallies = CampaignBoard['byCommune'];

const TALLY_HEADS = ['Interrogées', 'Réponses', 'Part', 'Attendues', 'Revenues'];

interface TallyTableProps {
  first: string;
  tallies: Tallies;
  /** What can be done about a line, in a column of its own. */
  actOf?: (tally: Tallies[number]) => ReactNode;
}

const TallyTable = ({ first, tallies, actOf }: TallyTableProps) => (
  <PlainTable
    caption={`Réponses par ${first.toLowerCase()}`}
    heads={[first, ...TALLY_HEADS, ...(actOf ? ['Agir'] : [])]}
    rows={tallies.map((tally) => ({
      key: tally.label,
      cells: [
        tally.label,
        tally.asked.toLocaleString('fr-FR'),
        tally.answered.toLocaleString('fr-FR'),
        share(tally),
        tally.waiting.toLocaleString('fr-FR'),
        tally.bounced.toLocaleString('fr-FR'),
        ...(actOf ? [actOf(tally)] : []),
      ],
    }))}
  />
);

const Tables = ({ board, refresh }: PartProps) => (
  <>
    <Card title="Par commune">
      <NotYetRemindable board={board} />
      <TallyTable
        first="Commune"
        tallies={board.byCommune}
        {...(board.remindable > 0 && {
          actOf: ({ id, label, remindable }) =>
            remindable > 0 && (
              <RemindButton
                campaign={board.campaign.id}
                count={remindable}
                commune={id ?? 'none'}
                where={label}
                refresh={refresh}
              />
            ),
        })}
      />
    </Card>
    <Card title="Par thème">
      <TallyTable first="Thème" tallies={board.byTheme} />
    </Card>
    <Card title="Par voie de réponse">
      {board.byChannel.length === 0 ? (
        <Typography tag="p">Aucune réponse pour l’instant.</Typography>
      ) : (
        <PlainTable
          caption="Réponses par voie"
          heads={['Voie', 'Réponses']}
          rows={board.byChannel.map(({ label, answered }) => ({
            key: label,
            cells: [label, answered.toLocaleString('fr-FR')],
          }))}
        />
      )}
    </Card>
  </>
);
