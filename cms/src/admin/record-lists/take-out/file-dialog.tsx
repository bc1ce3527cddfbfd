import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { words } from './take-out-words.ts';

interface FileDialogProps {
  title: string;
  /** Of the button that makes the file. */
  label: string;
  problem: string | null;
  underWay: boolean;
  disabled: boolean;
  onMake: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that ends in a file. Shown while it is there; what went wrong stands beside its button. */
export const FileDialog = ({
  title,
  label,
  problem,
  underWay,
  disabled,
  onMake,
  onClose,
  children,
}: FileDialogProps) => (
  <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
    <Modal.Content>
      <Modal.Header closeLabel={words.close}>
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {children}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">{words.cancel}</Button>
        </Modal.Close>
        <Flex gap={3} alignItems="center" wrap="wrap" justifyContent="flex-end">
          <Typography role="alert" variant="pi" textColor="danger600">
            {problem ?? ''}
          </Typography>
          <Button loading={underWay} disabled={disabled} onClick={onMake}>
            {label}
          </Button>
        </Flex>
      </Modal.Footer>
    </Modal.Content>
  </Modal.Root>
);
