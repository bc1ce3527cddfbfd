import { Button, Flex, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { ScheduleOf } from '../../domain/contract/desk/schedule.ts';
import type { PanelComponent } from '../kit/panel.ts';
import { readScheduleOf } from '../kit/schedule/schedule-api.ts';
import { ScheduleDialog } from '../kit/schedule/schedule-dialog.tsx';
import { ScheduleLine } from '../kit/schedule/schedule-line.tsx';
import { nextMoment, scheduleWords as words } from '../kit/schedule/schedule-words.ts';
import { useAtMoment } from '../kit/schedule/use-at-moment.ts';

/** « Programmation »: beside Strapi’s own form, for a record that is saved and of a type with drafts. */
const SchedulePanel: PanelComponent = ({ model, document }) => {
  const { hasDraftAndPublish } = useContentManagerContext();
  const documentId = document?.documentId;
  if (!model.startsWith('api::') || !hasDraftAndPublish || documentId === undefined) return null;
  const version = `${document?.status} ${document?.updatedAt} ${document?.publishedAt}`;
  return {
    title: words.panel,
    content: <PlannedFor key={documentId} uid={model} documentId={documentId} version={version} />,
  };
};
export { SchedulePanel as schedulePanel };

interface PlannedForProps {
  uid: string;
  documentId: string;
  /** Changes whenever the record was saved or published: what was planned may be over. */
  version: string;
}

const PlannedFor = ({ uid, documentId, version }: PlannedForProps) => {
  const client = useFetchClient();
  const [found, setFound] = useState<ScheduleOf | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const read = useCallback(
    () => readScheduleOf(client, uid, documentId).then(setFound, () => undefined), // the form serves without
    [client, uid, documentId],
  );
  useEffect(() => {
    void read();
  }, [read, version]);
  useAtMoment(nextMoment(found?.schedule ?? null), read);
  if (found === null) return null;
  const { schedule, online, may } = found;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {schedule === null ? (
        <>
          <Typography tag="p" variant="omega" textColor="neutral700">
            {words.nothing}
          </Typography>
          {may && (
            <Button variant="tertiary" fullWidth onClick={() => setIsOpen(true)}>
              {words.act}
            </Button>
          )}
        </>
      ) : (
        <ScheduleLine
          {...{ uid, documentId, online, schedule, may }}
          narrow
          onChange={() => setIsOpen(true)}
          onGivenUp={() => void read()}
        />
      )}
      {isOpen && (
        <ScheduleDialog
          {...{ uid, documentId, online, schedule }}
          onPlanned={(planned) => setFound({ ...found, schedule: planned })}
          onClose={() => setIsOpen(false)}
        />
      )}
    </Flex>
  );
};
