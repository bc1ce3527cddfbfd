/** Two things side by side, of which one is chosen: below each other where there is no room. */
import { styled } from 'styled-components';

export const Sides = styled.div`
  display: grid;
  gap: 0.8rem;
  @media (min-width: 700px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.6rem;
  }
`;

/** The whole side is what is clicked; its button is seen, and has the focus. */
export const Side = styled.label<{ $chosen: boolean }>`
  display: block;
  padding: 1.2rem;
  border: 1px solid ${({ theme, $chosen }) => ($chosen ? theme.colors.primary600 : theme.colors.neutral500)};
  box-shadow: ${({ theme, $chosen }) => ($chosen ? `inset 0 0 0 1px ${theme.colors.primary600}` : 'none')};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $chosen }) => ($chosen ? theme.colors.primary100 : theme.colors.neutral0)};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  line-height: 1.5;
  overflow-wrap: anywhere;
  cursor: pointer;
  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  input {
    margin-inline-end: 0.8rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
  p + p {
    margin-top: 0.4rem;
  }
`;

/** What is chosen between two sides, under its own heading. */
export const SidesOf = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
  min-width: 0;
  legend {
    padding: 0;
    font-size: 1.6rem;
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

/** A line for each thing that a side says. */
export const SaidLines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, rank) => (
      <p key={rank}>{line}</p>
    ))}
  </>
);
