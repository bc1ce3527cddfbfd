import { Button, Flex } from '@strapi/design-system';
import { Lock, PaperPlane } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useAct } from '../kit/use-act.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { closeCampaign, openCampaign, readForecast } from './board-api.ts';
import { closing, openedWords, openingMeaning } from './board-words.ts';
import { LettersPreview } from './letters-preview.tsx';
import type { CampaignBoard, CampaignForecast } from '../../domain/contract/desk/campaign.ts';

interface CampaignActsProps {
  board: CampaignBoard;
  refresh: () => Promise<void>;
}

/** Opening and closing, which ask first; and the letters as they will be read. */
export const CampaignActs = ({ board: { campaign }, refresh }: CampaignActsProps) => (
  <Flex gap={2} wrap="wrap">
    <LettersPreview campaign={campaign.id} />
    {campaign.stage === 'en préparation' && <OpenCampaign campaign={campaign} refresh={refresh} />}
    {campaign.stage === 'ouverte' && <CloseCampaign campaign={campaign} refresh={refresh} />}
  </Flex>
);

interface ActProps {
  campaign: CampaignBoard['campaign'];
  refresh: () => Promise<void>;
}

const OpenCampaign = ({ campaign, refresh }: ActProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { toggleNotification } = useNotification();
  const [forecast, setForecast] = useState<CampaignForecast | null>(null);
  const { closesOn } = campaign;

  useEffect(() => {
    let alive = true;
    // Without the numbers the button waits: nobody opens a campaign without knowing how many letters leave.
    readForecast(client, campaign.id).then(
      (known) => alive && setForecast(known),
      () => alive && setForecast(null),
    );
    return () => {
      alive = false;
    };
  }, [client, campaign.id, closesOn]);

  const doIt = async () => {
    const result = await act(() => openCampaign(client, campaign.id));
    if (result) toggleNotification({ type: 'success', message: openedWords(result), timeout: 10_000 });
    await refresh();
  };
  return (
    <ConfirmAct
      title={'Ouvrir la campagne\u202f?'}
      meaning={forecast ? openingMeaning(forecast) : ''}
      label="Ouvrir la campagne"
      variant="default"
      onConfirm={doIt}
    >
      <Button
        startIcon={<PaperPlane />}
        loading={underWay}
        disabled={forecast === null || forecast.asked === 0 || closesOn === null}
      >
        Ouvrir la campagne
      </Button>
    </ConfirmAct>
  );
};

const CloseCampaign = ({ campaign, refresh }: ActProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const doIt = async () => {
    await act(() => closeCampaign(client, campaign.id), { done: closing.done });
    await refresh();
  };
  return (
    <ConfirmAct
      title={closing.title}
      meaning={closing.meaning}
      label={closing.act}
      variant="danger-light"
      onConfirm={doIt}
    >
      <Button variant="danger-light" startIcon={<Lock />} loading={underWay}>
        {closing.act}
      </Button>
    </ConfirmAct>
  );
};
