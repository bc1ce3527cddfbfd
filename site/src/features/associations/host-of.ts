/** The part of an address that people read: "club-de-judo.example.org". */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
