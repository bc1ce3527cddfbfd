import { shownDomain } from '@trame/cms/domain/email-domain';

/** The part of an address that people read: "club-de-judo.example.org". */
export function hostOf(url: string): string {
  return shownDomain(new URL(url).hostname.replace(/^www\./, ''));
}
