import { Link, LinkButton, Status, Typography } from '@strapi/design-system';
import { ArrowLeft, Plus } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { campaignStages } from '../../domain/vocabulary/campaign-stages.ts';
import { Card } from '../kit/card.tsx';
import { boardPaths } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { readCampaigns } from './board-api.ts';
import { campaignDays, share, stageVariant } from './board-words.ts';

/** « Toutes les campagnes »: each with its board, however long it has been closed. */
export const CampaignsPage = () => {
  const client = useFetchClient();
  const { answer } = useAsked(useCallback(() => readCampaigns(client), [client]));
  if (answer === null) return <Page.Loading>Chargement des campagnes</Page.Loading>;
  if ('problem' in answer) return <Page.Error content={answer.problem} />;
  return (
    <Page.Main>
      <Page.Title>Toutes les campagnes</Page.Title>
      <Layouts.Header
        title="Toutes les campagnes"
        subtitle="Le tableau de bord d’une campagne close reste lisible."
        navigationAction={
          <Link tag={RouterLink} to={boardPaths.current} startIcon={<ArrowLeft />}>
            Campagne
          </Link>
        }
        primaryAction={
          <LinkButton tag={RouterLink} to={boardPaths.create} startIcon={<Plus />}>
            Préparer une campagne
          </LinkButton>
        }
      />
      <Layouts.Content>
        <Card title="Campagnes">
          {answer.length === 0 ? (
            <Typography tag="p">Aucune campagne pour l’instant.</Typography>
          ) : (
            <PlainTable
              caption="Campagnes"
              heads={['Campagne', 'Étape', 'Jours', 'Interrogées', 'Réponses', 'Part', 'À relire']}
              rows={answer.map((campaign) => ({
                key: campaign.id,
                cells: [
                  <Link key="board" tag={RouterLink} to={boardPaths.board(campaign.id)}>
                    {campaign.title}
                  </Link>,
                  <Status key="stage" variant={stageVariant[campaign.stage]} size="S" width="fit-content">
                    <Typography tag="span" variant="omega" fontWeight="bold">
                      {campaignStages.label(campaign.stage)}
                    </Typography>
                  </Status>,
                  campaignDays(campaign),
                  campaign.asked.toLocaleString('fr-FR'),
                  campaign.answered.toLocaleString('fr-FR'),
                  share(campaign),
                  campaign.waitingForReview.toLocaleString('fr-FR'),
                ],
              }))}
            />
          )}
        </Card>
      </Layouts.Content>
    </Page.Main>
  );
};
