import { Button, Dialog, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { ConfirmDialog, useFetchClient } from '@strapi/strapi/admin';
import { useId, useState } from 'react';
import type { EditionState } from '../../domain/contract/edition-state.ts';
import { freeze } from './editions-api.ts';
import { freezeMeaning, freezeObstacle, frozenWords } from './edition-words.ts';
import { Statement, Step } from './step.tsx';
import { useAct } from './use-edition.ts';

interface FreezeStepProps {
  state: EditionState;
  refresh: () => Promise<void>;
}

/** « Figer »: the proof that was read becomes what the print shop gets, for good. */
export const FreezeStep = ({ state, refresh }: FreezeStepProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const [asking, setAsking] = useState(false);
  const reason = useId();

  if (state.frozen) {
    return (
      <Step number={3} title="Figer">
        <Statement words={frozenWords(state.frozen, new Date())} />
      </Step>
    );
  }
  const obstacle = freezeObstacle(state);
  const doIt = async () => {
    await act(() => freeze(client, state.edition), 'L’édition est figée.');
    setAsking(false);
    await refresh();
  };
  return (
    <Step
      number={3}
      title="Figer"
      action={
        <Dialog.Root open={asking} onOpenChange={setAsking}>
          <Dialog.Trigger>
            <Button startIcon={<Lock />} disabled={obstacle !== null} loading={underWay} aria-describedby={reason}>
              Figer l’édition
            </Button>
          </Dialog.Trigger>
          <ConfirmDialog title="Figer cette édition ?" variant="default" icon={<Lock aria-hidden />} onConfirm={doIt}>
            {state.proof ? freezeMeaning(state.proof) : ''}
          </ConfirmDialog>
        </Dialog.Root>
      }
    >
      <Typography id={reason} tag="p" variant="omega" textColor="neutral700">
        {obstacle ??
          'Quand l’épreuve est relue et bonne à tirer, figez-la\u00a0: contenu et fichiers seront gardés tels quels.'}
      </Typography>
    </Step>
  );
};
