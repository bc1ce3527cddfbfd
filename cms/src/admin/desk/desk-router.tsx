import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { AnswerPage } from './answer-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** The pages under `/trame/desk`. */
export const DeskRouter = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path=":id" element={<AnswerOfAddress />} />
    </Routes>
  </Page.Protect>
);

/** A page per answer: nothing of the one that was decided before stays, and the focus begins at its head. */
const AnswerOfAddress = () => {
  const { id = '' } = useParams();
  return <AnswerPage key={id} id={id} />;
};
