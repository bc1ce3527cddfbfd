/** Enough of a person's address or number to be recognised by whom it belongs to, and by nobody else. */
import { formatEmail } from '../../domain/email-domain.ts';
import { formatPhone } from '../../domain/phone.ts';

/** "marie.durand@example.org" → "m…@example.org" */
export function maskEmail(email: string): string {
  const shown = formatEmail(email);
  const at = shown.lastIndexOf('@');
  return at < 1 ? '…' : `${[...shown][0] ?? ''}…${shown.slice(at)}`;
}

/** "+33536490012" → "05 •• •• •• 12": the first pair and the last. */
export function maskPhone(e164: string): string {
  const groups = formatPhone(e164).split(/[\s\u00a0\u202f]+/);
  return groups
    .map((group, index) => (index === 0 || index === groups.length - 1 ? group : group.replace(/\d/g, '•')))
    .join('\u00a0');
}

/** "Marie Durand" → "M… D…" */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0] ?? ''}…`)
    .join(' ');
