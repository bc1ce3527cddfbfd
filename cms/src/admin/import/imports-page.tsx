import { Box, Button, Flex, LinkButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useRef, useState, type DragEvent } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import type { ListedImport } from '../../domain/contract/desk/import.ts';
import { Card } from '../kit/card.tsx';
import { importPaths } from '../kit/paths.ts';
import { PlainTable } from '../kit/plain-table.tsx';
import { useAsked } from '../kit/use-asked.ts';
import { useAct } from '../kit/use-act.ts';
import { formatMoment } from '../kit/words.ts';
import { readImports, sendImport } from './import-api.ts';
import { AgendasCard } from './agendas-card.tsx';
import { RegisterNews } from './register-news.tsx';
import { stageWords, words } from './import-words.ts';

/** « Importer »: a file to bring in, and what was brought in before. */
export const ImportsPage = () => {
  const client = useFetchClient();
  const { answer } = useAsked(useCallback(() => readImports(client), [client]));
  if (answer !== null && 'problem' in answer) return <Page.Error content={answer.problem} />;
  return (
    <Page.Main>
      <Page.Title>{words.title}</Page.Title>
      <Layouts.Header title={words.title} subtitle={words.subtitle} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <Card title={words.file}>
            <ChooseFile />
          </Card>
          <AgendasCard />
          <RegisterNews />
          <Card title={words.past}>
            {answer === null || answer.length === 0 ? (
              <Typography textColor="neutral600">{answer === null ? '…' : words.none}</Typography>
            ) : (
              <Past imports={answer} />
            )}
          </Card>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Dropped or chosen, a file is sent at once. */
const ChooseFile = () => {
  const client = useFetchClient();
  const navigate = useNavigate();
  const { act, underWay } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    const view = await act(() => sendImport(client, file));
    if (view) void navigate(importPaths.page(view.id));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <Box
      padding={8}
      hasRadius
      background={isOver ? 'primary100' : 'neutral100'}
      borderColor={isOver ? 'primary600' : 'neutral300'}
      borderStyle="dashed"
      borderWidth="1px"
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Flex direction="column" gap={3}>
        <Upload aria-hidden width="3.2rem" height="3.2rem" />
        <Typography textColor="neutral800">{words.drop}</Typography>
        <Button size="L" loading={underWay} onClick={() => input.current?.click()}>
          {words.browse}
        </Button>
        <Typography variant="pi" textColor="neutral600" textAlign="center">
          {words.formats}
        </Typography>
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            tabIndex={-1}
            aria-label={words.file}
            onChange={(event) => {
              void send(event.target.files?.[0]);
              event.target.value = ''; // the same file again is chosen again
            }}
          />
        </VisuallyHidden>
      </Flex>
    </Box>
  );
};

const Past = ({ imports }: { imports: readonly ListedImport[] }) => {
  const now = new Date();
  return (
    <PlainTable
      caption={words.past}
      heads={words.heads}
      rows={imports.map((one) => ({
        key: one.id,
        cells: [
          <Box key="file" maxWidth="28rem" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            <Typography fontWeight="bold" textColor="neutral800">
              {one.fileName}
            </Typography>
          </Box>,
          formatMoment(one.appliedAt ?? one.at, now),
          one.who,
          <Box key="stage" maxWidth="28rem" style={{ whiteSpace: 'normal' }}>
            <Typography textColor="neutral800">{stageWords(one, now)}</Typography>
          </Box>,
          <LinkButton
            key="open"
            tag={RouterLink}
            to={importPaths.page(one.id)}
            variant="tertiary"
            size="S"
            aria-label={words.openNamed(one.fileName)}
          >
            {words.open}
          </LinkButton>,
        ],
      }))}
    />
  );
};
