import { EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useAsked } from '../kit/use-asked.ts';
import { readCurrent } from './board-api.ts';
import { BoardPage } from './board-page.tsx';
import { boardPaths } from '../kit/paths.ts';

/** « Campagne »: the one that the office is at, or the way to the first one. */
export const CurrentCampaign = () => {
  const client = useFetchClient();
  const { answer: found } = useAsked(
    useCallback(() => readCurrent(client).then((campaign) => ({ campaign })), [client]),
  );
  if (found === null) return <Page.Loading>Chargement de la campagne</Page.Loading>;
  if ('problem' in found) return <Page.Error content={found.problem} />;
  return found.campaign === null ? <NoCampaign /> : <BoardPage id={found.campaign.id} />;
};

const NoCampaign = () => (
  <Page.Main>
    <Page.Title>Campagne</Page.Title>
    <Layouts.Header
      title="Campagne"
      subtitle={'Une fois par an, chaque association relit sa fiche\u00a0: vous décidez de ce qui est publié.'}
    />
    <Layouts.Content>
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={
          'Aucune campagne pour l’instant. Créez celle de cette année\u00a0: les lettres sont déjà écrites, il reste à choisir la date de clôture. Rien ne part avant que vous l’ouvriez.'
        }
        action={
          <LinkButton tag={RouterLink} to={boardPaths.create} variant="secondary" startIcon={<Plus />}>
            Préparer une campagne
          </LinkButton>
        }
      />
    </Layouts.Content>
  </Page.Main>
);
