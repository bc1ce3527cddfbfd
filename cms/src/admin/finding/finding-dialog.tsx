import { Box, Flex, Link, Modal, Typography, VisuallyHidden } from '@strapi/design-system';
import { ExternalLink, Search } from '@strapi/icons';
import { useEffect, useId, useRef, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { ASSOCIATION_UID, journalPaths } from '../kit/paths.ts';
import {
  allAsList,
  findingWords as words,
  foundWords,
  LONGEST,
  nothingWords,
  offersOf,
  pagesFor,
  type Offer,
} from './finding-words.ts';
import { OfferLine } from './offer-line.tsx';
import { useFinding } from './use-finding.ts';
import { usePublicAddress } from './use-public-address.ts';

const Content = styled(Modal.Content)`
  width: min(76rem, calc(100vw - 3.2rem));
  top: 8vh;
  transform: translate(-50%, 0);
  max-height: 84vh;
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  animation: appear 120ms !important;
`;

const Input = styled.input`
  flex: 1;
  min-width: 0;
  border: none;
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.8rem;
  line-height: 2.4rem;
  padding: 0.8rem 0;
  &:focus {
    outline: none;
  }
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
`;

/** The ring is drawn around the whole field, which holds the sign as well. */
const InputFrame = styled(Flex)`
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0.4rem;
  overflow-y: auto;
  min-height: 8rem;
  max-height: calc(84vh - 22rem);
`;

const Key = styled.kbd`
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 4px;
  padding: 0 0.6rem;
  font: inherit;
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral700};
  background: ${({ theme }) => theme.colors.neutral100};
`;

interface FindingDialogProps {
  /** Whether the account may do what the offered pages are for. */
  offersPages: boolean;
  onClose: () => void;
}

/** What stands in the list for a question, the best first. */
function useOffers(question: string, offersPages: boolean) {
  const { found, problem, isCurrent } = useFinding(question);
  const pages = offersPages ? pagesFor(question) : [];
  const all = found && allAsList(question.trim(), found);
  const offers: Offer[] =
    question.trim() === '' ? pages : [...(found ? offersOf(found) : []), ...pages, ...(all ? [all] : [])];
  return { offers, found, problem, isCurrent };
}

/**
 * The search, as an editable combobox with a list (WAI-ARIA Authoring Practices, « Combobox »), in a dialog: the focus stays in
 * the field, the arrows move in the list, Entrée opens, Ctrl + Entrée opens on the site, Échap closes.
 */
export const FindingDialog = ({ offersPages, onClose }: FindingDialogProps) => {
  const [question, setQuestion] = useState('');
  const [pointed, setPointed] = useState(0);
  /** Entrée was typed before the answer to this question had come. */
  const wanted = useRef<string | null>(null);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();
  const { offers, found, problem, isCurrent } = useOffers(question, offersPages);
  const rank = Math.min(pointed, Math.max(0, offers.length - 1));
  const active = offers[rank] ?? null;
  const record = active?.record ?? null;
  const address = usePublicAddress(record);
  const optionId = (at: number) => `${id}-option-${at}`;

  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  const opened = useRef(go);
  useEffect(() => {
    opened.current = go;
  });
  const first = offers[0]?.to;
  useEffect(() => {
    if (wanted.current !== question || !isCurrent) return;
    wanted.current = null;
    if (first !== undefined) opened.current(first);
  }, [question, isCurrent, first]);
  const point = (at: number) => {
    setPointed(at);
    // After it was drawn.
    window.requestAnimationFrame(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = offers.length;
    if (event.key === 'ArrowDown' && count > 0) point((rank + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) point((rank - 1 + count) % count);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (address !== null) window.open(address, '_blank', 'noopener');
    } else if (event.key === 'Enter') {
      // What is shown may still answer an earlier question: nobody is sent there, but to the first of what comes.
      if (!isCurrent) wanted.current = question;
      else if (active !== null) go(active.to);
    } else return;
    event.preventDefault();
  };

  return (
    <Modal.Root open onOpenChange={(open) => open || onClose()}>
      <Content aria-describedby={undefined}>
        <Modal.Header closeLabel={words.close}>
          <Modal.Title>{words.title}</Modal.Title>
        </Modal.Header>
        <Box padding={4} paddingBottom={2}>
          <InputFrame gap={3} paddingLeft={4} paddingRight={4}>
            <Search aria-hidden fill="neutral600" width="1.8rem" height="1.8rem" />
            <Input
              // The dialog was opened to type.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              type="text"
              role="combobox"
              aria-label={words.label}
              aria-expanded={offers.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active === null ? undefined : optionId(rank)}
              aria-describedby={`${id}-help`}
              autoComplete="off"
              spellCheck={false}
              maxLength={LONGEST}
              placeholder={words.invite}
              value={question}
              onChange={(event) => {
                setQuestion(event.target.value);
                setPointed(0);
                wanted.current = null;
              }}
              onKeyDown={onKeyDown}
            />
          </InputFrame>
          <Flex justifyContent="space-between" gap={4} paddingTop={2} minHeight="2.8rem" alignItems="flex-start">
            <Typography id={`${id}-help`} tag="p" variant="pi" textColor="neutral600">
              {words.help}
            </Typography>
            <Box style={{ flexShrink: 0 }}>
              <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral700" role="status">
                {isCurrent ? foundWords(question, found) : ''}
              </Typography>
            </Box>
          </Flex>
          {problem !== null && (
            <Typography tag="p" variant="omega" textColor="danger600" role="alert">
              {problem}
            </Typography>
          )}
          {isCurrent && found?.total === 0 && (
            <Box paddingTop={3} paddingBottom={2}>
              <Typography tag="p" variant="omega" textColor="neutral700">
                {nothingWords}
              </Typography>
            </Box>
          )}
        </Box>
        <List ref={list} id={`${id}-list`} role="listbox" aria-label={words.results} hidden={offers.length === 0}>
          {offers.map((offer, at) => (
            <OfferLine
              key={offer.key}
              offer={offer}
              id={optionId(at)}
              active={at === rank}
              onPoint={() => setPointed(at)}
              onChoose={() => go(offer.to)}
            />
          ))}
        </List>
        {active !== null && (
          <Flex
            tag="footer"
            gap={5}
            wrap="wrap"
            padding={4}
            borderColor="neutral150"
            borderStyle="solid"
            borderWidth="1px 0 0 0"
            background="neutral0"
          >
            <Flex gap={2}>
              <Key aria-hidden>{words.enter}</Key>
              <Link tag={RouterLink} to={active.to} onClick={onClose}>
                {record === null ? active.title : words.openRecord}
              </Link>
            </Flex>
            {address !== null && (
              <Flex gap={2}>
                <Key aria-hidden>{`Ctrl + ${words.enter}`}</Key>
                <Link href={address} isExternal endIcon={<ExternalLink />}>
                  {words.onSite}
                  <VisuallyHidden>{words.newTab}</VisuallyHidden>
                </Link>
              </Flex>
            )}
            {record?.uid === ASSOCIATION_UID && offersPages && (
              <Link tag={RouterLink} to={journalPaths.of(record.documentId)} onClick={onClose}>
                {words.journal}
              </Link>
            )}
          </Flex>
        )}
      </Content>
    </Modal.Root>
  );
};
