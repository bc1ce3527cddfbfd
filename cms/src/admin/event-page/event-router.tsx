import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { EVENT_UID, NEW } from '../kit/paths.ts';
import { RecordPage } from '../kit/record-page/record-page.tsx';
import { eventKind } from './event-kind.ts';

/** The pages under `/trame/events`. */
export const EventRouter = () => (
  <Page.Protect permissions={[{ action: 'plugin::content-manager.explorer.read', subject: EVENT_UID }]}>
    <Routes>
      <Route path=":id" element={<EventOfAddress />} />
    </Routes>
  </Page.Protect>
);

const EventOfAddress = () => {
  const { id = NEW } = useParams();
  return <RecordPage key={id} kind={eventKind} documentId={id === NEW ? null : id} />;
};
