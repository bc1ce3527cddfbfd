import { Message } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useSyncExternalStore, type SVGProps } from 'react';
import { styled } from 'styled-components';
import { readDesk } from './desk-api.ts';
import { totalOf } from './desk-words.ts';
import { waitingAnswers } from './waiting-answers.ts';

const ASK_EVERY_MS = 20_000;
const MOST_SHOWN = 99;

const Place = styled.span`
  position: relative;
  display: block;
`;
/** Drawn by the style sheet: it is no part of the link’s name, which says where it leads. */
const Count = styled.span`
  &::after {
    content: attr(data-count);
  }
  position: absolute;
  top: -0.9rem;
  left: 1.1rem;
  min-width: 1.8rem;
  padding: 0 0.4rem;
  border-radius: 1rem;
  background: ${({ theme }) => theme.colors.primary600};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  font-weight: 600;
  line-height: 1.8rem;
  text-align: center;
`;

/** The icon of « Réponses » with how many wait. The number is for the eye: the home page and the desk say it in words. */
export const DeskIcon = ({ 'aria-hidden': hidden, focusable, ...icon }: SVGProps<SVGSVGElement>) => {
  const { get } = useFetchClient();
  const count = useSyncExternalStore(waitingAnswers.subscribe, waitingAnswers.get);
  useEffect(() => {
    const ask = () => {
      if (document.hidden || !waitingAnswers.takeTurn()) return;
      // Whoever may not decide does not see the link either; a server that is away shows as such everywhere else.
      readDesk({ get }).then(
        (desk) => waitingAnswers.set(totalOf(desk)),
        () => undefined,
      );
    };
    ask();
    const timer = window.setInterval(ask, ASK_EVERY_MS);
    // A window that comes to the front again does not wait for its turn.
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('focus', ask);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('focus', ask);
    };
  }, [get]);
  return (
    <Place aria-hidden={hidden}>
      <Message {...icon} focusable={focusable} />
      {count > 0 && <Count data-count={count > MOST_SHOWN ? `${MOST_SHOWN}+` : count} />}
    </Place>
  );
};
