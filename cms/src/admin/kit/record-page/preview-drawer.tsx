import { Box, Loader, Tabs, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';
import type { PreviewQuestion, RecordPageName } from '../../../domain/contract/desk/record.ts';
import { Notice } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import { Drawer } from './drawer.tsx';
import { readPreview } from './record-api.ts';
import type { Preview } from './record-kind.ts';
import { pageWords as words } from './record-words.ts';

const Frame = styled.iframe`
  width: 100%;
  height: 100%;
  min-height: 40rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: #ffffff;
`;
const Paper = styled.img`
  display: block;
  max-width: 100%;
  margin: 0 auto;
  background: #ffffff;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

interface PreviewDrawerProps {
  page: RecordPageName;
  previews: readonly Preview[];
  question: PreviewQuestion;
  title: string;
  onClose: () => void;
}

/** What is typed, as the site and the booklet would show it: made by the programs that make them. */
export const PreviewDrawer = ({ page, previews, question, title, onClose }: PreviewDrawerProps) => (
  <Drawer title={words.preview} wide onClose={onClose}>
    <Tabs.Root
      defaultValue={previews[0]?.id ?? ''}
      style={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <Tabs.List aria-label={words.preview}>
        {previews.map(({ id, label }) => (
          <Tabs.Trigger key={id} value={id}>
            {label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {previews.map(({ id, help }) => (
        <Tabs.Content key={id} value={id} style={{ flex: 1, minHeight: 0 }}>
          <Box paddingTop={4} height="100%">
            <Shown page={page} id={id} help={help} question={question} title={title} />
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  </Drawer>
);

const Shown = ({
  page,
  id,
  help,
  question,
  title,
}: Pick<PreviewDrawerProps, 'page' | 'question' | 'title'> & Pick<Preview, 'id' | 'help'>) => {
  const client = useFetchClient();
  // Of what was typed when it was opened; what is typed beside it shows when it is opened again.
  const [asked] = useState(question);
  const { answer: found } = useAsked(
    useCallback(() => readPreview(client, page, id, asked), [client, page, id, asked]),
  );
  if (found === null) return <Loader>{words.loading}</Loader>;
  if ('problem' in found) return <Notice tone="warning" title={found.problem} live />;
  return (
    <>
      <Box paddingBottom={3}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {help}
        </Typography>
      </Box>
      {found.kind === 'page' ? (
        // No script, no form, no origin: a page to look at.
        <Frame sandbox="" srcDoc={found.html} title={`${words.preview}\u00a0: ${title}`} />
      ) : (
        <Paper src={found.picture} alt={`${help} ${title}`} />
      )}
    </>
  );
};
