import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { RESOURCE_UID, NEW } from '../kit/paths.ts';
import { RecordPage } from '../kit/record-page/record-page.tsx';
import { resourceKind } from './resource-kind.ts';

/** The pages under `/trame/resources`. */
export const ResourceRouter = () => (
  <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: RESOURCE_UID }]}>
    <Routes>
      <Route path=":id" element={<ResourceOfAddress />} />
    </Routes>
  </Page.Protect>
);

const ResourceOfAddress = () => {
  const { id = NEW } = useParams();
  return <RecordPage key={id} kind={resourceKind} documentId={id === NEW ? null : id} />;
};
