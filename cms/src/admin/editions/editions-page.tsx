import {
  EmptyStateLayout,
  Link,
  LinkButton,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { EditionState } from '../../domain/contract/press/edition-state.ts';
import { readEditions, readState } from './editions-api.ts';
import { problemOf } from '../kit/problem.ts';
import { currentStage, type EditionRecord } from './edition-record.ts';
import { editionDate, editionName } from './edition-words.ts';
import { StageStatus } from './stage-status.tsx';
import { editionPaths } from '../kit/paths.ts';

interface Row {
  record: EditionRecord;
  /** Null when the printing does not answer: the list serves without it. */
  state: EditionState | null;
}

/** « Éditions papier »: one line per year. */
export const EditionsPage = () => {
  const rows = useRows();
  if (rows === null) return <Page.Loading>Chargement des éditions</Page.Loading>;
  if (typeof rows === 'string') return <Page.Error content={rows} />;
  return (
    <Page.Main>
      <Page.Title>Éditions papier</Page.Title>
      <Layouts.Header
        title="Éditions papier"
        subtitle="De l’épreuve aux fichiers de l’imprimeur, année par année."
        primaryAction={
          rows.length > 0 && (
            <LinkButton tag={RouterLink} to={editionPaths.create} startIcon={<Plus />} size="S">
              Nouvelle édition
            </LinkButton>
          )
        }
      />
      <Layouts.Content>{rows.length === 0 ? <NoEdition /> : <Editions rows={rows} />}</Layouts.Content>
    </Page.Main>
  );
};

/** @returns null while they are being read; a sentence when they cannot be. */
function useRows(): Row[] | string | null {
  const client = useFetchClient();
  const [rows, setRows] = useState<Row[] | string | null>(null);
  useEffect(() => {
    let alive = true;
    const read = async (): Promise<Row[]> => {
      const records = await readEditions(client);
      const states = await Promise.all(
        records.map(({ documentId }) => readState(client, documentId).catch(() => null)),
      );
      return records.map((record, rank) => ({ record, state: states[rank] ?? null }));
    };
    read().then(
      (found) => alive && setRows(found),
      (error: unknown) => alive && setRows(problemOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [client]);
  return rows;
}

const NoEdition = () => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" />}
    content="Aucune édition pour l’instant. Créez celle de cette année, puis tirez-en une épreuve."
    action={
      <LinkButton tag={RouterLink} to={editionPaths.create} variant="secondary" startIcon={<Plus />}>
        Nouvelle édition
      </LinkButton>
    }
  />
);

const HEADS = ['Année', 'Titre', 'Étape', 'Pages', 'Date'];

const Editions = ({ rows }: { rows: Row[] }) => (
  <Table colCount={HEADS.length} rowCount={rows.length + 1}>
    <VisuallyHidden tag="caption">Éditions papier, la plus récente d’abord</VisuallyHidden>
    <Thead>
      <Tr>
        {HEADS.map((head) => (
          <Th key={head}>
            <Typography variant="sigma">{head}</Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>
      {rows.map(({ record, state }) => (
        <Tr key={record.documentId}>
          <Td>
            <Typography textColor="neutral800">{record.year}</Typography>
          </Td>
          <Td>
            <Link tag={RouterLink} to={editionPaths.page(record.documentId)}>
              {editionName(record)}
            </Link>
          </Td>
          <Td>
            <StageStatus stage={currentStage(record, state)} />
          </Td>
          <Td>
            <Typography textColor="neutral800">{(state?.frozen?.report ?? state?.proof)?.pages ?? '—'}</Typography>
          </Td>
          <Td>
            <Typography textColor="neutral800">{editionDate(record, state, new Date())}</Typography>
          </Td>
        </Tr>
      ))}
    </Tbody>
  </Table>
);
