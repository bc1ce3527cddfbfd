import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { EditionPage } from './edition-page.tsx';
import { EditionsPage } from './editions-page.tsx';
import { MAY_READ_EDITIONS } from './may-read-editions.ts';

/** The pages under `/trame/editions`. */
export const EditionsRouter = () => (
  <Page.Protect permissions={MAY_READ_EDITIONS}>
    <Routes>
      <Route index element={<EditionsPage />} />
      <Route path=":documentId" element={<EditionOfAddress />} />
    </Routes>
  </Page.Protect>
);

/** A page per edition: nothing of the one that was shown before stays. */
const EditionOfAddress = () => {
  const { documentId = '' } = useParams();
  return <EditionPage key={documentId} documentId={documentId} />;
};
