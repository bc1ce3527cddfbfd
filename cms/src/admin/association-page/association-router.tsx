import { Page, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import { EntryChoices } from '../../domain/contract/associations/my-entry.ts';
import { ASSOCIATION_UID, NEW } from '../kit/paths.ts';
import { useAsked } from '../kit/use-asked.ts';
import { RecordPage } from '../kit/record-page/record-page.tsx';
import { associationKind } from './association-kind.tsx';
import { pageWords as words } from './association-words.ts';

/** The pages under `/trame/associations`. */
export const AssociationRouter = () => (
  <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: ASSOCIATION_UID }]}>
    <Routes>
      <Route path=":id" element={<AssociationOfAddress />} />
    </Routes>
  </Page.Protect>
);

const AssociationOfAddress = () => {
  const { id = NEW } = useParams();
  const { get } = useFetchClient();
  const { answer: choices } = useAsked(
    useCallback(() => get<unknown>('/trame/entry-choices').then(({ data }) => EntryChoices.parse(data)), [get]),
  );
  const kind = useMemo(() => (choices === null || 'problem' in choices ? null : associationKind(choices)), [choices]);
  if (choices !== null && 'problem' in choices) return <Page.Error content={choices.problem} />;
  if (kind === null) return <Page.Loading>{words.loading}</Page.Loading>;
  return <RecordPage key={id} kind={kind} documentId={id === NEW ? null : id} />;
};
