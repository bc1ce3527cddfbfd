import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import { Fragment } from 'react';
import { styled } from 'styled-components';
import type { FieldDifference } from '../../domain/contract/desk/review.ts';
import { compareLines, type ComparedLine, type Piece } from './word-differences.ts';

/** The heads of the columns of a comparison at the desk. */
const columns = {
  before: 'Publié aujourd’hui',
  after: 'Proposé',
  conflict: 'Quand l’association a répondu',
  empty: '(vide)',
  moved: 'déplacé',
};

/** Side by side where there is room; below each other, each under its head, where there is not. */
const Sides = styled.div<{ $columns: number }>`
  display: grid;
  gap: 0.8rem;
  @media (min-width: 900px) {
    grid-template-columns: repeat(${({ $columns }) => $columns}, minmax(0, 1fr));
    gap: 1.6rem;
  }
`;
const Side = styled.div`
  padding: 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.5;
  ul {
    list-style: none;
    padding: 0;
  }
  li + li {
    margin-top: 0.6rem;
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
    text-decoration: line-through;
  }
  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;

const WORDS = {
  del: ['Début du retrait\u00a0: ', ' fin du retrait'],
  ins: ['Début de l’ajout\u00a0: ', ' fin de l’ajout'],
};

/** Struck out or underlined, coloured, and said aloud: colour is never the only sign. */
const Mark = ({ tag: Tag, text }: { tag: 'del' | 'ins'; text: string }) =>
  text.trim() === '' ? (
    <>{text}</>
  ) : (
    <Tag>
      <VisuallyHidden>{WORDS[Tag][0]}</VisuallyHidden>
      {text}
      <VisuallyHidden>{WORDS[Tag][1]}</VisuallyHidden>
    </Tag>
  );

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>
    {pieces.map(({ text, kind }, rank) => (
      <Fragment key={rank}>
        {kind === 'same' ? text : <Mark tag={kind === 'added' ? 'ins' : 'del'} text={text} />}
      </Fragment>
    ))}
  </>
);

const Lines = ({ lines, side }: { lines: readonly ComparedLine[]; side: 'before' | 'after' }) => {
  const shown = lines.filter((line) => line[side] !== null);
  if (shown.length === 0) return <Empty />;
  return (
    <ul>
      {shown.map((line, rank) => (
        <li key={rank}>
          <Pieces pieces={line[side] ?? []} />
          {line.moved && side === 'after' && (
            <Typography tag="span" variant="pi" textColor="neutral600">{` (${columns.moved})`}</Typography>
          )}
        </li>
      ))}
    </ul>
  );
};

const Empty = () => (
  <Typography tag="p" variant="omega" textColor="neutral600">
    {columns.empty}
  </Typography>
);

const Head = ({ children }: { children: string }) => (
  <Typography tag="h4" variant="sigma" textColor="neutral600">
    {children}
  </Typography>
);

/**
 * One field in its two versions, and in a third one where the entry changed while the answer was on its way.
 * @param heads of the columns, when they are not those of the desk
 */
export const Difference = ({
  difference: { label, before, after, conflict },
  isNew = false,
  titled = true,
  heads = columns,
}: {
  difference: FieldDifference;
  /** There is nothing published to compare it with. */
  isNew?: boolean;
  /** Under a title that says the same, the label is only heard. */
  titled?: boolean;
  heads?: Pick<typeof columns, 'before' | 'after'>;
}) => {
  const lines = isNew ? [] : compareLines(before, after);
  return (
    <Box>
      {titled ? (
        <Box paddingBottom={2}>
          <Typography tag="h3" variant="delta">
            {label}
          </Typography>
        </Box>
      ) : (
        <VisuallyHidden tag="h3">{label}</VisuallyHidden>
      )}
      {isNew ? (
        <Side>
          <ul>
            {after.map((line, rank) => (
              <li key={rank}>{line}</li>
            ))}
          </ul>
        </Side>
      ) : (
        <Sides $columns={conflict === null ? 2 : 3}>
          <Side>
            <Head>{heads.before}</Head>
            <Lines lines={lines} side="before" />
          </Side>
          <Side>
            <Head>{heads.after}</Head>
            <Lines lines={lines} side="after" />
          </Side>
          {conflict !== null && (
            <Side>
              <Head>{columns.conflict}</Head>
              {conflict.length === 0 ? (
                <Empty />
              ) : (
                <ul>
                  {conflict.map((line, rank) => (
                    <li key={rank}>{line}</li>
                  ))}
                </ul>
              )}
            </Side>
          )}
        </Sides>
      )}
    </Box>
  );
};
