import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { NewSecondFactor } from '../../domain/contract/desk/second-factor.ts';
import { Card } from '../kit/card.tsx';
import { Notice } from '../kit/notice.tsx';
import { problemOf } from '../kit/problem.ts';
import { saveFile } from '../kit/save-file.ts';
import { QrCode } from './qr-code.tsx';
import { confirm } from './second-factor-api.ts';
import { useFocus } from './use-focus.ts';
import { words } from './second-factor-words.ts';

interface ScanProps {
  made: NewSecondFactor;
  onCodes: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** The key, shown once, and the first code, which proves that the telephone has it. */
export const Scan = ({ made, onCodes, onCancel }: ScanProps) => {
  const client = useFetchClient();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const [underWay, setUnderWay] = useState(false);
  const field = useFocus();

  const check = async (event: FormEvent) => {
    event.preventDefault();
    setUnderWay(true);
    try {
      onCodes(await confirm(client, code));
    } catch (error) {
      setProblem(problemOf(error));
      setUnderWay(false);
    }
  };
  return (
    <Card title={words.scan.title}>
      <Box tag="ol" paddingLeft={5} style={{ listStyle: 'decimal' }}>
        {words.scan.steps.map((step) => (
          <Typography key={step} tag="li" variant="omega">
            {step}
          </Typography>
        ))}
      </Box>
      <Flex gap={6} alignItems="flex-start" wrap="wrap">
        <QrCode text={made.uri} label={words.scan.picture} />
        <Flex direction="column" alignItems="stretch" gap={4} flex="1" minWidth="28rem" maxWidth="48rem">
          <form onSubmit={(event) => void check(event)}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="code" required error={problem}>
                <Field.Label>{words.scan.code}</Field.Label>
                <TextInput
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  ref={field}
                  value={code}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                    setCode(event.target.value);
                    setProblem(undefined);
                  }}
                />
                <Field.Error />
              </Field.Root>
              <Flex gap={2}>
                <Button type="submit" loading={underWay}>
                  {words.scan.go}
                </Button>
                <Button variant="tertiary" onClick={onCancel}>
                  {words.cancel}
                </Button>
              </Flex>
            </Flex>
          </form>
          <Box>
            <Typography tag="p" variant="omega" textColor="neutral600">
              {words.scan.key}
            </Typography>
            <Typography tag="p" variant="omega" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              <code>{made.key}</code>
            </Typography>
          </Box>
          <Typography tag="p" variant="omega" textColor="neutral600">
            {words.scan.once}
          </Typography>
        </Flex>
      </Flex>
    </Card>
  );
};

/** The recovery codes, shown once. */
export const Codes = ({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) => (
  <Card title={words.codes.title}>
    <Notice tone="warning" title={words.codes.meaning} live />
    <Box
      tag="ul"
      padding={4}
      background="neutral100"
      hasRadius
      style={{
        listStyle: 'none',
        columns: 2,
        maxWidth: '56rem',
        fontFamily: 'monospace',
        fontSize: '1.6rem',
        lineHeight: 1.8,
      }}
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </Box>
    <Flex gap={2} wrap="wrap">
      <Button onClick={onDone}>{words.codes.done}</Button>
      <Button variant="secondary" onClick={() => saveFile(textOf(codes), words.codes.file)}>
        {words.codes.print}
      </Button>
    </Flex>
  </Card>
);

const textOf = (codes: readonly string[]): Blob =>
  new Blob([`${words.codes.head}\r\n\r\n${codes.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' });
