import type { ChangeEvent, ReactNode } from 'react';
import { styled } from 'styled-components';

/** The browser's own list: forty fields in groups, found by their first letters. */
const Select = styled.select`
  width: 100%;
  min-height: 3.2rem;
  padding: 0.4rem 0.8rem;
  font: inherit;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

interface PlainSelectProps {
  label: string;
  value: string;
  disabled?: boolean;
  onValue: (value: string) => void;
  children: ReactNode;
}

/** @param label heard, not seen: a row says what it is of */
export const PlainSelect = ({ label, value, disabled = false, onValue, children }: PlainSelectProps) => (
  <Select
    aria-label={label}
    value={value}
    disabled={disabled}
    onChange={(event: ChangeEvent<HTMLSelectElement>) => onValue(event.target.value)}
  >
    {children}
  </Select>
);
