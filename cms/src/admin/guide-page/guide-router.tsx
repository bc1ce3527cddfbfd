import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { GUIDE_UID, NEW } from '../kit/paths.ts';
import { RecordPage } from '../kit/record-page/record-page.tsx';
import { guideKind } from './guide-kind.ts';

/** The pages under `/trame/guides`. */
export const GuideRouter = () => (
  <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: GUIDE_UID }]}>
    <Routes>
      <Route path=":id" element={<GuideOfAddress />} />
    </Routes>
  </Page.Protect>
);

const GuideOfAddress = () => {
  const { id = NEW } = useParams();
  return <RecordPage key={id} kind={guideKind} documentId={id === NEW ? null : id} />;
};
