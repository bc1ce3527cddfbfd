import { Button, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useId } from 'react';
import type { EditionState } from '../../domain/contract/press/edition-state.ts';
import { ConfirmAct } from '../kit/confirm-act.tsx';
import { freeze } from './editions-api.ts';
import { freezeMeaning, freezeObstacle, frozenWords } from './edition-words.ts';
import { OpenMatters } from './open-matters.tsx';
import { Step } from './step.tsx';
import { useAct } from '../kit/use-act.ts';
import { Statement } from '../kit/statement.tsx';

interface FreezeStepProps {
  state: EditionState;
  refresh: () => Promise<void>;
}

/** « Figer »: the proof that was read becomes what the print shop gets, for good. */
export const FreezeStep = ({ state, refresh }: FreezeStepProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
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
    await act(() => freeze(client, state.edition), { done: 'L’édition est figée.' });
    await refresh();
  };
  return (
    <Step
      number={3}
      title="Figer"
      action={
        <ConfirmAct
          title={'Figer cette édition\u202f?'}
          meaning={state.proof ? freezeMeaning(state.proof) : ''}
          label="Figer l’édition"
          variant="default"
          onConfirm={doIt}
        >
          <Button startIcon={<Lock />} disabled={obstacle !== null} loading={underWay} aria-describedby={reason}>
            Figer l’édition
          </Button>
        </ConfirmAct>
      }
    >
      <OpenMatters edition={state.edition} since={state.proof?.printedAt ?? null} />
      <Typography id={reason} tag="p" variant="omega" textColor="neutral700">
        {obstacle ??
          'Quand l’épreuve est relue et bonne à tirer, figez-la\u00a0: contenu et fichiers seront gardés tels quels.'}
      </Typography>
    </Step>
  );
};
