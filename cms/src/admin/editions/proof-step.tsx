import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, FilePdf } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import type { EditionState } from '../../domain/contract/press/edition-state.ts';
import { startProof } from './editions-api.ts';
import { proofWords } from './edition-words.ts';
import { PrintedFiles } from './printed-files.tsx';
import { Step } from './step.tsx';
import { useAct } from '../kit/use-act.ts';
import { Statement } from '../kit/statement.tsx';

interface ProofStepProps {
  state: EditionState;
  refresh: () => Promise<void>;
}

/** « Épreuve »: the booklet as it would be printed now. */
export const ProofStep = ({ state, refresh }: ProofStepProps) => {
  const client = useFetchClient();
  const { act, underWay } = useAct();
  const report = state.frozen?.report ?? state.proof;
  const isFirst = state.proof === null;

  const print = async () => {
    await act(() => startProof(client, state.edition));
    await refresh();
  };
  return (
    <Step
      number={1}
      title="Épreuve"
      action={
        state.frozen === null && (
          <Button
            variant={isFirst || state.proofIsStale || state.failure ? 'default' : 'secondary'}
            startIcon={isFirst ? <FilePdf /> : <ArrowClockwise />}
            loading={underWay || state.printing !== null}
            onClick={() => void print()}
          >
            {isFirst ? 'Tirer une épreuve' : 'Tirer une nouvelle épreuve'}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={3} minHeight="5.2rem">
        <Statement words={proofWords(state, new Date())} live />
      </Flex>
      {report && (
        <PrintedFiles edition={state.edition} which={state.frozen ? 'frozen' : 'proof'} files={report.files} />
      )}
    </Step>
  );
};
