import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface ConfirmActProps {
  title: string;
  /** What the act does, in full: the editor decides on this sentence. */
  meaning: string;
  /** Of the button that does it: the act by its name, never « Confirmer ». */
  label: string;
  variant: 'default' | 'danger-light';
  onConfirm: () => Promise<void>;
  /** The button that asks. */
  children: ReactNode;
}

/** Asks before what cannot be undone. The focus begins on « Annuler », and comes back to the button. */
export const ConfirmAct = ({ title, meaning, label, variant, onConfirm, children }: ConfirmActProps) => (
  <Dialog.Root>
    <Dialog.Trigger>{children}</Dialog.Trigger>
    <Dialog.Content>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Flex paddingTop={2} paddingBottom={2}>
          <Dialog.Description>
            <Typography variant="omega">{meaning}</Typography>
          </Dialog.Description>
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth>
            Annuler
          </Button>
        </Dialog.Cancel>
        <Dialog.Action>
          <Button variant={variant} fullWidth onClick={() => void onConfirm()}>
            {label}
          </Button>
        </Dialog.Action>
      </Dialog.Footer>
    </Dialog.Content>
  </Dialog.Root>
);
