import { Button, Flex, Typography } from '@strapi/design-system';
import { Shield } from '@strapi/icons';
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { NewSecondFactor, SecondFactorState } from '../../domain/contract/desk/second-factor.ts';
import { Card } from '../kit/card.tsx';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { Statement } from '../kit/statement.tsx';
import { Asking } from './asking.tsx';
import { begin, readSecondFactor, renewRecoveryCodes, stop, stopFor } from './second-factor-api.ts';
import { stateWords, words } from './second-factor-words.ts';
import { Codes, Scan } from './setting-up.tsx';

/** What the page shows once, besides how things are. */
type Step = { scan: NewSecondFactor } | { codes: readonly string[] } | null;

/** « Connexion »: the second factor of one's own account, and, for a super administrator, of the others'. */
export const SecondFactorPage = () => {
  const client = useFetchClient();
  const [step, setStep] = useState<Step>(null);

  const { answer: state, refresh, replace } = useAsked(useCallback(() => readSecondFactor(client), [client]));

  if (state === null) return <Page.Loading>{words.loading}</Page.Loading>;
  if ('problem' in state) return <Page.Error content={state.problem} />;
  const done = async () => {
    setStep(null);
    await refresh();
  };
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {step === null && (
            <Own
              state={state}
              onBegun={(scan) => setStep({ scan })}
              onCodes={(codes) => setStep({ codes })}
              onState={replace}
            />
          )}
          {step !== null && 'scan' in step && (
            <Scan made={step.scan} onCodes={(codes) => setStep({ codes })} onCancel={() => setStep(null)} />
          )}
          {step !== null && 'codes' in step && <Codes codes={step.codes} onDone={() => void done()} />}
          {state.others !== null && step === null && <Others others={state.others} onState={replace} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

interface OwnProps {
  state: SecondFactorState;
  onBegun: (made: NewSecondFactor) => void;
  onCodes: (codes: readonly string[]) => void;
  onState: (state: SecondFactorState) => void;
}

const Own = ({ state, onBegun, onCodes, onState }: OwnProps) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  return (
    <Card title={words.own}>
      <Statement words={stateWords(state)} live />
      {state.activeSince === null ? (
        <Flex>
          <Asking
            title={words.begin.title}
            meaning={words.begin.meaning}
            fields={['password']}
            label={words.begin.go}
            onGo={async ({ password }) => onBegun(await begin(client, password))}
          >
            <Button startIcon={<Shield />}>{words.begin.act}</Button>
          </Asking>
        </Flex>
      ) : (
        <Flex gap={2} wrap="wrap">
          <Asking
            title={words.renew.title}
            meaning={words.renew.meaning}
            fields={['code']}
            label={words.renew.go}
            onGo={async ({ code }) => onCodes(await renewRecoveryCodes(client, code))}
          >
            <Button variant="secondary">{words.renew.act}</Button>
          </Asking>
          <Asking
            title={words.stop.title}
            meaning={words.stop.meaning}
            fields={['password', 'code']}
            label={words.stop.go}
            danger
            onGo={async ({ password, code }) => {
              onState(await stop(client, password, code));
              toggleNotification({ type: 'success', message: words.stop.done });
            }}
          >
            <Button variant="danger-light">{words.stop.act}</Button>
          </Asking>
        </Flex>
      )}
    </Card>
  );
};

interface OthersProps {
  others: NonNullable<SecondFactorState['others']>;
  onState: (state: SecondFactorState) => void;
}

const Others = ({ others, onState }: OthersProps) => {
  const client = useFetchClient();
  const { toggleNotification } = useNotification();
  return (
    <Card title={words.others.heading}>
      {others.length === 0 ? (
        <Typography tag="p">{words.others.none}</Typography>
      ) : (
        <>
          <Typography tag="p" textColor="neutral600">
            {words.others.help}
          </Typography>
          <PlainTable
            caption={words.others.heading}
            heads={words.others.heads}
            rows={others.map(({ id, name, email, activeSince }) => ({
              key: String(id),
              cells: [
                name === email ? name : `${name} (${email})`,
                activeSince === null ? words.others.off : words.others.on(activeSince),
                activeSince === null ? (
                  ''
                ) : (
                  <Asking
                    key="stop"
                    title={words.others.title(name)}
                    meaning={words.others.meaning(name)}
                    fields={['password']}
                    label={words.others.act}
                    danger
                    onGo={async ({ password }) => {
                      onState(await stopFor(client, id, password));
                      toggleNotification({ type: 'success', message: words.others.done(name) });
                    }}
                  >
                    <Button variant="danger-light" size="S">
                      {words.others.act}
                    </Button>
                  </Asking>
                ),
              ],
            }))}
          />
        </>
      )}
    </Card>
  );
};
