import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import type { PlacedText, SaidContacts } from '../../../domain/said-contacts.ts';
import { saidWords as words } from '../said-words.ts';
import { Jump } from './jump.tsx';

interface SaidDialogProps {
  said: readonly SaidContacts<PlacedText>[];
  onClose: () => void;
  /** To one of the texts. */
  onText: (path: string) => void;
  onPublish: () => void;
}

/** Asked at « Publier », and only when a text says a number or an address that nobody could read before: one look, one click. */
export const SaidDialog = ({ said, onClose, onText, onPublish }: SaidDialogProps) => (
  <Dialog.Root open onOpenChange={(open: boolean) => !open && onClose()}>
    <Dialog.Content>
      <Dialog.Header>{words.ask}</Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={3} width="100%">
          <Box tag="ul" data-said-at-publication>
            {said.map(({ path, label, contacts }) => (
              <Box tag="li" key={path} paddingBottom={2}>
                <Jump to={() => onText(path)} colour="primary700">
                  {words.goTo(label)}
                </Jump>
                {contacts.map((contact) => (
                  <Typography key={contact} tag="p" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                    {contact}
                  </Typography>
                ))}
              </Box>
            ))}
          </Box>
          <Dialog.Description>
            <Typography variant="omega">{words.appear}</Typography>
          </Dialog.Description>
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            {words.back}
          </Button>
        </Dialog.Cancel>
        <Dialog.Action>
          <Button fullWidth onClick={onPublish}>
            {words.publishAnyway}
          </Button>
        </Dialog.Action>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);
