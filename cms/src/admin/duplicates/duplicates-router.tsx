import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useSearchParams } from 'react-router-dom';
import { PairQuestion } from '../../domain/contract/desk/duplicates.ts';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { DuplicatesPage } from './duplicates-page.tsx';
import { words } from './duplicates-words.ts';
import { PairPage } from './pair-page.tsx';

/** « Doublons », and two records side by side. */
export const DuplicatesRouter = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Routes>
      <Route index element={<DuplicatesPage />} />
      <Route path="comparer" element={<PairOfAddress />} />
    </Routes>
  </Page.Protect>
);

/** A page per pair: nothing that was chosen for the one before stays. */
const PairOfAddress = () => {
  const [search] = useSearchParams();
  const asked = PairQuestion.safeParse({
    uid: search.get('type'),
    first: search.get('une'),
    second: search.get('autre'),
  });
  if (!asked.success) return <Page.Error content={words.noPair} />;
  const { uid, first, second } = asked.data;
  return <PairPage key={`${uid} ${first} ${second}`} question={asked.data} />;
};
