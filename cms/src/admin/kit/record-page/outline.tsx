import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Fault } from '../problem.ts';
import type { PlacedText, SaidContacts } from '../../../domain/said-contacts.ts';
import { faultsIn, jumpTo } from '../faults/faults-shown.ts';
import { Jump } from './jump.tsx';
import type { Completeness, KindWords, Section } from './record-kind.ts';
import { pageWords as words } from './record-words.ts';
import { SaidInTexts } from './said-in-texts.tsx';

const Nav = styled.nav`
  position: sticky;
  top: 9.6rem;
  max-height: calc(100dvh - 11.2rem);
  overflow-y: auto;
  padding: 0.4rem;
  ul {
    list-style: none;
    padding: 0;
  }
`;

const Track = styled.div`
  height: 0.6rem;
  border-radius: 0.3rem;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};
  div {
    height: 100%;
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

const sectionId = (id: string): string => `section-${id}`;

interface OutlineProps {
  sections: readonly Pick<Section<never>, 'id' | 'title' | 'attributes'>[];
  faults: readonly Fault[];
  completeness: Completeness;
  kind: Pick<KindWords, 'feminine'>;
  said: readonly SaidContacts<PlacedText>[];
  children?: ReactNode;
}

/** To the title of a section, which takes the focus. */
export const goToSection = (id: string): void => {
  const heading = document.getElementById(sectionId(id));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

/** The sections of a record; in each what is to be mended, and what is missing; above all, the next step; below, what texts say. */
export const Outline = ({
  sections,
  faults,
  completeness: { percent, missing },
  kind,
  said,
  children,
}: OutlineProps) => {
  const [next] = missing;
  return (
    <Nav aria-label={words.outline}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Box>
          <Flex justifyContent="space-between" paddingBottom={1}>
            <Typography variant="pi" fontWeight="bold">
              {words.complete(percent, kind)}
            </Typography>
          </Flex>
          <Track aria-hidden>
            <div style={{ width: `${percent}%` }} />
          </Track>
          {next && (
            <Box paddingTop={2}>
              <Typography variant="pi" textColor="neutral600">
                {words.nextStep}
              </Typography>
              <Jump to={() => jumpTo(next.path)} colour="primary700">
                {next.message}
              </Jump>
            </Box>
          )}
        </Box>
        <ul>
          {sections.map(({ id, title, attributes }) => {
            const wrong = faultsIn(faults, attributes);
            const lacking = faultsIn(missing, attributes);
            return (
              <Box tag="li" key={id} paddingBottom={2}>
                <Flex justifyContent="space-between" gap={2} alignItems="baseline">
                  <Jump to={() => goToSection(id)}>{title}</Jump>
                  {wrong.length === 0 && lacking.length > 0 && (
                    <Typography
                      variant="pi"
                      textColor="neutral600"
                      title={lacking.map(({ message }) => message).join(' ')}
                    >
                      {words.missing.toLowerCase()}
                    </Typography>
                  )}
                </Flex>
                {wrong.length > 0 && (
                  <Box tag="ul" paddingLeft={3} paddingTop={1}>
                    {wrong.map(({ path, message }, rank) => (
                      <Box tag="li" key={rank} paddingBottom={1}>
                        <Jump to={() => jumpTo(path) || goToSection(id)} colour="danger700">
                          {message}
                        </Jump>
                      </Box>
                    ))}
                  </Box>
                )}
              </Box>
            );
          })}
        </ul>
        <SaidInTexts said={said} />
        {children}
      </Flex>
    </Nav>
  );
};

export { sectionId };
