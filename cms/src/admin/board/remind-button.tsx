import { Button } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { RemindQuestion } from '../../domain/contract/desk/campaign.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { useAct } from '../kit/use-act.ts';
import { remindNow } from './board-api.ts';
import { reminding } from './board-words.ts';

interface RemindButtonProps {
  campaign: string;
  /** How many reminders would leave. */
  count: number;
  commune: RemindQuestion['commune'];
  /** The name of that commune; null for the whole campaign. */
  where: string | null;
  refresh: () => Promise<void>;
}

/** « Relancer maintenant »: asks first, since a letter that left does not come back. */
export const RemindButton = ({ campaign, count, commune, where, refresh }: RemindButtonProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const { toggleNotification } = useNotification();
  const remind = async () => {
    const reminded = await act(() => remindNow(client, campaign, commune));
    if (reminded) toggleNotification({ type: 'success', message: reminding.done(reminded.queued) });
    await refresh();
  };
  return (
    <ConfirmAct
      title={reminding.title(where)}
      meaning={reminding.meaning(count)}
      label={reminding.act(count)}
      variant="default"
      onConfirm={remind}
    >
      <Button
        variant="tertiary"
        size="S"
        startIcon={<PaperPlane />}
        loading={underWay}
        aria-label={where === null ? undefined : reminding.named(where, count)}
      >
        {where === null ? reminding.all(count) : reminding.one(count)}
      </Button>
    </ConfirmAct>
  );
};
