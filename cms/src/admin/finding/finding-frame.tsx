import { Box, Flex, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { MAY_DECIDE } from '../kit/may-decide.ts';
import { FindingDialog } from './finding-dialog.tsx';
import { findingWords as words } from './finding-words.ts';
import { useForgottenFilters } from './forget-filters.ts';

const Opener = styled.button`
  display: flex;
  align-items: center;
  gap: 0.8rem;
  width: min(44rem, 100%);
  min-height: 3.2rem;
  padding: 0 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
  text-align: left;
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The letter that opens the search from anywhere. */
const KEY = 'k';

/** A question that is open wants its answer first. */
const isAsking = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/**
 * Around every page of the admin: the box that opens the search, and Ctrl + K, which does so too. Scrolls away with the page,
 * whose own head stays in sight then.
 */
export const FindingFrame = () => {
  const [open, setOpen] = useState(false);
  const { allowedActions } = useRBAC(MAY_DECIDE);
  const { pathname } = useLocation();
  useForgottenFilters(pathname);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== KEY)
        return;
      event.preventDefault(); // the browser’s own search
      if (!isAsking()) setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  return (
    <>
      <Box
        role="search"
        aria-label={words.open}
        background="neutral0"
        borderColor="neutral150"
        borderStyle="solid"
        borderWidth="0 0 1px 0"
        paddingLeft={{ initial: 4, large: 6 }}
        paddingRight={{ initial: 4, large: 6 }}
        paddingTop={2}
        paddingBottom={2}
        style={{ flexShrink: 0 }}
      >
        <Opener type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
          <Search aria-hidden fill="neutral600" width="1.4rem" height="1.4rem" />
          <Flex flex="1" minWidth={0}>
            <Typography tag="span" variant="omega" textColor="neutral700" ellipsis>
              {words.open}
            </Typography>
          </Flex>
          <Typography tag="span" variant="pi" textColor="neutral600" aria-hidden>
            Ctrl K
          </Typography>
        </Opener>
      </Box>
      <Outlet />
      {open && <FindingDialog offersPages={allowedActions.canPublish === true} onClose={() => setOpen(false)} />}
    </>
  );
};
