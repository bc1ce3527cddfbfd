import { Box, Button, Flex, Link, Loader, SimpleMenu, MenuItem, Typography } from '@strapi/design-system';
import { ArrowLeft, CheckCircle, Clock, Eye, WarningCircle } from '@strapi/icons';
import type { ReactNode, Ref } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Tone } from '../words.ts';
import { pageWords as words, toMendShort, type StateWords } from './record-words.ts';

const Bar = styled.header`
  position: sticky;
  top: 0;
  z-index: 4;
  padding: 1.2rem 2.4rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;
/** Only the title gives way: it stands in the form as well. What will happen, and who else is here, is read to its end. */
const Cut = styled.div`
  min-width: 0;
  overflow: hidden;
  flex: 1 1 24rem;
  > div {
    min-width: 0;
  }
  h1 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

const Notices = styled.div`
  display: flex;
  flex-direction: column;
  gap: 0.8rem;
  max-height: 40dvh;
  overflow-y: auto;
  &:not(:empty) {
    padding-top: 0.8rem;
  }
`;

/** Where the bar is narrow its quiet buttons are their icon, and still have their name. */
const Quiet = styled.span`
  @media (max-width: 1199px) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const SIGNS: Record<Exclude<Tone, 'working'>, { icon: typeof Clock; colour: string; text: string }> = {
  neutral: { icon: Clock, colour: 'neutral600', text: 'neutral800' },
  success: { icon: CheckCircle, colour: 'success600', text: 'success700' },
  warning: { icon: WarningCircle, colour: 'warning600', text: 'warning700' },
  danger: { icon: WarningCircle, colour: 'danger600', text: 'danger700' },
};

const State = ({ state }: { state: StateWords }) => {
  const sign = state.tone === 'working' ? null : SIGNS[state.tone];
  return (
    <Flex gap={2} alignItems="center" minWidth={0}>
      {sign === null ? (
        <Loader small>{state.state}</Loader>
      ) : (
        <sign.icon aria-hidden width="1.6rem" height="1.6rem" fill={sign.colour} style={{ flexShrink: 0 }} />
      )}
      <Typography tag="p" variant="pi" textColor="neutral700" title={state.next ?? undefined}>
        <Typography
          tag="span"
          variant="pi"
          fontWeight="bold"
          textColor={sign?.text ?? 'primary700'}
          role="status"
          aria-live="polite"
          data-record-state
        >
          {state.state}
        </Typography>
        {state.next !== null && ` · ${state.next}`}
      </Typography>
    </Flex>
  );
};

/** One act of the menu « Autres actions ». */
export interface MoreAct {
  readonly label: string;
  readonly danger?: boolean;
  readonly act: () => void;
}

interface PublishBarProps {
  title: string;
  back: { readonly label: string; readonly path: string };
  state: StateWords;
  /** Who else has it open. */
  presence: string | null;
  faults: number;
  mayPublish: boolean;
  maySave: boolean;
  publishRef: Ref<HTMLButtonElement>;
  onFaults: () => void;
  onPreview: (() => void) | null;
  onHistory: (() => void) | null;
  more: readonly MoreAct[];
  /** What is planned; null when nothing is. */
  planned: ReactNode;
  /** What happened that the editor has to know of, wherever the form is scrolled to. */
  notices: ReactNode;
  onSave: () => void;
  onPublish: () => void;
}

/**
 * Always in sight: what the record is, in which state, and what can be done with it. Its buttons are never disabled while
 * something is under way, or the focus would fall to the top of the page.
 */
export const PublishBar = ({
  title,
  back,
  state,
  presence,
  faults,
  mayPublish,
  maySave,
  publishRef,
  onFaults,
  onPreview,
  onHistory,
  more,
  planned,
  notices,
  onSave,
  onPublish,
}: PublishBarProps) => (
  <Bar data-publish-bar>
    <Flex gap={4} alignItems="center" justifyContent="space-between">
      <Cut>
        <Flex gap={3} alignItems="baseline">
          <Link tag={RouterLink} to={back.path} startIcon={<ArrowLeft />}>
            {back.label}
          </Link>
          <Typography tag="h1" variant="beta" title={title}>
            {title}
          </Typography>
        </Flex>
      </Cut>
      <Flex gap={2} alignItems="center" shrink={0}>
        {faults > 0 && (
          <Button variant="danger-light" startIcon={<WarningCircle />} onClick={onFaults}>
            {toMendShort(faults)}
          </Button>
        )}
        {onPreview && (
          <Button variant="tertiary" startIcon={<Eye />} onClick={onPreview} title={words.preview}>
            <Quiet>{words.preview}</Quiet>
          </Button>
        )}
        {onHistory && (
          <Button variant="tertiary" startIcon={<Clock />} onClick={onHistory} title={words.history}>
            <Quiet>{words.history}</Quiet>
          </Button>
        )}
        {more.length > 0 && (
          <SimpleMenu variant="tertiary" label="…" aria-label={words.more} endIcon={null}>
            {more.map(({ label, danger, act }) => (
              <MenuItem key={label} onSelect={act} variant={danger === true ? 'danger' : 'default'}>
                {label}
              </MenuItem>
            ))}
          </SimpleMenu>
        )}
        {maySave && (
          <Button variant="secondary" onClick={onSave} title="Ctrl+S" aria-keyshortcuts="Control+S">
            {words.save}
          </Button>
        )}
        {mayPublish && (
          <Button ref={publishRef} onClick={onPublish} title="Ctrl+Entrée" aria-keyshortcuts="Control+Enter">
            {words.publish}
          </Button>
        )}
      </Flex>
    </Flex>
    <Flex gap={3} alignItems="center" wrap="wrap" paddingTop={1} data-bar-state>
      <State state={state} />
      {presence !== null && (
        <Typography tag="p" variant="pi" fontWeight="bold" textColor="warning700" role="status">
          {presence}
        </Typography>
      )}
    </Flex>
    {planned !== null && <Box paddingTop={2}>{planned}</Box>}
    {/* There before it says something: what appears in it is read aloud, wherever the editor is in the form. */}
    <Notices role="status" aria-live="polite">
      {notices}
    </Notices>
  </Bar>
);
