import { Box, Link, Typography } from '@strapi/design-system';
import { plural } from '../../domain/french.ts';
import { Card } from '../kit/card.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { whyToCall } from './board-words.ts';
import { RequestActs } from './request-acts.tsx';
import type { CampaignBoard } from '../../domain/contract/desk/campaign.ts';

interface ToCallProps {
  board: CampaignBoard;
  refresh: () => Promise<void>;
}

/** « À appeler »: whom no letter reached, or moved. */
export const ToCall = ({ board: { campaign, toCall }, refresh }: ToCallProps) => {
  if (campaign.stage !== 'ouverte') return null;
  return (
    <Card title={toCall.length === 0 ? 'À appeler' : `À appeler (${plural(toCall.length, 'association')})`}>
      {toCall.length === 0 ? (
        <Typography tag="p">Personne pour l’instant.</Typography>
      ) : (
        <PlainTable
          caption="Associations à appeler"
          heads={['Association', 'Téléphone', 'Pourquoi', 'Agir']}
          rows={toCall.map((one) => ({
            key: one.request,
            cells: [
              <Box key="name" maxWidth="26rem">
                <Typography tag="p" textColor="neutral800">
                  {one.name}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {one.commune ?? ''}
                </Typography>
              </Box>,
              one.phone === null ? (
                'Aucun numéro connu'
              ) : (
                <Box key="phone">
                  <Link href={`tel:${one.phone.replace(/[^\d+]/g, '')}`}>{one.phone}</Link>
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {one.contact ?? ''}
                  </Typography>
                </Box>
              ),
              whyToCall[one.why],
              <RequestActs key="acts" campaign={campaign.id} request={one} revocable={false} refresh={refresh} />,
            ],
          }))}
        />
      )}
    </Card>
  );
};
