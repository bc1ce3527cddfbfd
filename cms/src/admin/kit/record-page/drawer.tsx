import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { styled } from 'styled-components';
import { pageWords as words } from './record-words.ts';

/** Beside the form, which stays in use: nothing is covered that the editor is not looking at anyway, and nothing is locked. */
const Panel = styled.aside<{ $wide: boolean; $top: number }>`
  position: fixed;
  z-index: 3;
  inset: ${({ $top }) => $top}px 0 0 auto;
  width: ${({ $wide }) => ($wide ? 'min(84rem, 92vw)' : 'min(48rem, 92vw)')};
  display: flex;
  flex-direction: column;
  background: ${({ theme }) => theme.colors.neutral0};
  border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

interface DrawerProps {
  title: string;
  /** Beside the title: tabs. */
  action?: ReactNode;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A panel that opens over the right of the page. It takes the focus, Échap closes it, and whoever closes it gives the focus back. */
export const Drawer = ({ title, action, wide = false, onClose, children }: DrawerProps) => {
  const id = useId();
  const close = useRef<HTMLButtonElement>(null);
  // Under the publish bar, which stays in sight.
  const [top] = useState(() => document.querySelector('[data-publish-bar]')?.getBoundingClientRect().bottom ?? 0);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    close.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      // A list or a dialog over it takes its own Échap.
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Panel aria-labelledby={id} $wide={wide} $top={top}>
      <Flex
        justifyContent="space-between"
        alignItems="center"
        gap={4}
        padding={4}
        borderColor="neutral150"
        borderStyle="solid"
        borderWidth="0 0 1px 0"
      >
        <Typography id={id} tag="h2" variant="beta">
          {title}
        </Typography>
        <Flex gap={2}>
          {action}
          <IconButton ref={close} label={words.close} variant="ghost" onClick={onClose}>
            <Cross />
          </IconButton>
        </Flex>
      </Flex>
      <Box flex="1" overflow="auto" padding={4}>
        {children}
      </Box>
    </Panel>
  );
};
