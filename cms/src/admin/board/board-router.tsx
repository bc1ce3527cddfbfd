import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { BoardPage } from './board-page.tsx';
import { CampaignsPage } from './campaigns-page.tsx';
import { CurrentCampaign } from './current-campaign.tsx';
import { PhonePage } from './phone-page.tsx';
import { MAY_DECIDE } from '../kit/may-decide.ts';

/** The pages under `/trame/board`. */
export const BoardRouter = () => (
  <Page.Protect permissions={MAY_DECIDE}>
    <Routes>
      <Route index element={<CurrentCampaign />} />
      <Route path="campaigns" element={<CampaignsPage />} />
      <Route path=":id" element={<BoardOfAddress />} />
      <Route path=":id/requests/:request" element={<PhoneOfAddress />} />
    </Routes>
  </Page.Protect>
);

const BoardOfAddress = () => {
  const { id = '' } = useParams();
  return <BoardPage key={id} id={id} />;
};

const PhoneOfAddress = () => {
  const { id = '', request = '' } = useParams();
  return <PhonePage key={request} campaign={id} request={request} />;
};
