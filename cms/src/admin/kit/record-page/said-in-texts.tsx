import { Box, Typography } from '@strapi/design-system';
import type { PlacedText, SaidContacts } from '../../../domain/said-contacts.ts';
import { jumpTo } from '../faults/faults-shown.ts';
import { saidWords as words } from '../said-words.ts';
import { Jump } from './jump.tsx';

/** Numbers and addresses that are written into texts, as soon as they are typed: who publishes has seen them. Nothing is refused. */
export const SaidInTexts = ({ said }: { said: readonly SaidContacts<PlacedText>[] }) => (
  // There before it says something: what appears in it is read aloud.
  <div role="status" aria-live="polite">
    {said.length > 0 && (
      <Box padding={3} hasRadius background="neutral150" data-said-in-texts>
        <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
          {words.inTexts(said)}
        </Typography>
        <ul>
          {said.map(({ path, label, contacts }) => (
            <Box tag="li" key={path} paddingTop={1}>
              <Jump to={() => jumpTo(path)} colour="primary700">
                {label}
              </Jump>
              {contacts.map((contact) => (
                <Typography key={contact} tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
                  {contact}
                </Typography>
              ))}
            </Box>
          ))}
        </ul>
        <Box paddingTop={1}>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {words.appear}
          </Typography>
        </Box>
      </Box>
    )}
  </div>
);
