import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { ImportPage } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';

/** The pages under `/trame/imports`. */
export const ImportRouter = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Routes>
      <Route index element={<ImportsPage />} />
      <Route path=":id" element={<ImportOfAddress />} />
    </Routes>
  </Page.Protect>
);

/** A page per import: nothing of the one that was shown before stays. */
const ImportOfAddress = () => {
  const { id = '' } = useParams();
  return <ImportPage key={id} id={id} />;
};
