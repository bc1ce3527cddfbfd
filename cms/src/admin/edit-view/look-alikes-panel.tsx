import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { recordPath } from '../kit/paths.ts';
import type { PanelComponent, PanelProps } from '../kit/panel.ts';
import { RecordStateLabel } from '../kit/record-state.tsx';
import { useTwins } from '../kit/use-twins.ts';
import { lookAlikesWords as words, twinQuestion, twinTypeOf } from './look-alikes-words.ts';

/** « Ressemble à »: records that may be the one that is being made, beside Strapi’s own form, as long as it was never saved. */
export const lookAlikesPanel: PanelComponent = ({ model, document }) => {
  if (twinTypeOf(model) === null || document?.documentId !== undefined) return null;
  return { title: words.title, content: <LookAlikes model={model} /> };
};

const LookAlikes = ({ model }: Pick<PanelProps, 'model'>) => {
  const values = useForm('LookAlikes', (state) => state.values) as Readonly<Record<string, unknown>>;
  const twins = useTwins(twinQuestion(model, values));
  return (
    <Box width="100%">
      <Typography tag="p" variant="omega" textColor="neutral700" role="status">
        {twins.length === 0 ? words.none : words.some}
      </Typography>
      {twins.length > 0 && (
        <Flex
          tag="ul"
          direction="column"
          alignItems="stretch"
          gap={3}
          style={{ listStyle: 'none', padding: 0, marginTop: '0.8rem' }}
        >
          {twins.map(({ uid, documentId, title, detail, state, why }) => (
            <Box tag="li" key={documentId}>
              {/* In another tab: what was typed here is not lost. */}
              <Link tag={RouterLink} to={recordPath(uid, documentId)} target="_blank" isExternal>
                {title}
              </Link>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {[detail, why].filter(Boolean).join(' · ')}
              </Typography>
              <RecordStateLabel state={state} />
            </Box>
          ))}
        </Flex>
      )}
    </Box>
  );
};
