import { Button } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { importPaths } from '../kit/paths.ts';
import { useAct } from '../kit/use-act.ts';
import { giveUp } from './import-api.ts';
import { words } from './import-words.ts';

/** Gives up a file that was not taken over, also one that cannot be read any more. */
export const GiveUp = ({ id, meaning }: { id: string; meaning: string }) => {
  const client = useFetchClient();
  const navigate = useNavigate();
  const { act } = useAct();
  const leave = async () => {
    if (await act(() => giveUp(client, id))) void navigate(importPaths.list);
  };
  return (
    <ConfirmAct
      title={words.giveUpTitle}
      meaning={meaning}
      label={words.giveUp}
      variant="danger-light"
      onConfirm={leave}
    >
      <Button size="L" variant="tertiary">
        {words.giveUp}
      </Button>
    </ConfirmAct>
  );
};
