import { Flex, Link, LinkButton, Status, Typography } from '@strapi/design-system';
import { Message, Pencil } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CampaignBoard } from '../../domain/contract/review.ts';
import { campaignStages } from '../../domain/vocabulary/campaign-stages.ts';
import { Card } from '../desk/card.tsx';
import { deskPaths } from '../desk/desk-api.ts';
import { PlainTable } from '../desk/plain-table.tsx';
import { Statement } from '../editions/step.tsx';
import { truthPaths } from '../truth/truth-api.ts';
import { truthWords } from '../truth/truth-words.ts';
import { boardPaths } from './board-api.ts';
import { figures, share, stageVariant, stageWords } from './board-words.ts';
import { CampaignActs } from './campaign-acts.tsx';
import { Downloads } from './downloads.tsx';
import { FigureList } from './figure-list.tsx';
import { Requests } from './requests.tsx';
import { Sending } from './sending.tsx';
import { TimeChart } from './time-chart.tsx';
import { ToCall } from './to-call.tsx';
import { useBoard } from './use-board.ts';

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
            <Link tag={RouterLink} to={truthPaths.page}>
              {truthWords.title}
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
              <Tables board={board} />
              <Downloads campaign={campaign} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

const Figures = ({ totals }: { totals: CampaignBoard['totals'] }) => (
  <Card title="En chiffres">
    <FigureList figures={figures(totals)} />
  </Card>
);

type Tallies = CampaignBoard['byCommune'];

const TALLY_HEADS = ['Interrogées', 'Réponses', 'Part', 'Attendues', 'Revenues'];

const TallyTable = ({ first, tallies }: { first: string; tallies: Tallies }) => (
  <PlainTable
    caption={`Réponses par ${first.toLowerCase()}`}
    heads={[first, ...TALLY_HEADS]}
    rows={tallies.map((tally) => ({
      key: tally.label,
      cells: [
        tally.label,
        tally.asked.toLocaleString('fr-FR'),
        tally.answered.toLocaleString('fr-FR'),
        share(tally),
        tally.waiting.toLocaleString('fr-FR'),
        tally.bounced.toLocaleString('fr-FR'),
      ],
    }))}
  />
);

const Tables = ({ board }: { board: CampaignBoard }) => (
  <>
    <Card title="Par commune">
      <TallyTable first="Commune" tallies={board.byCommune} />
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
