/** The weight of a file in French units. */
const NO_BREAK = '\u00a0';
const UNITS = ['octets', 'ko', 'Mo', 'Go'] as const;
const one = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const none = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** "820 octets", "12 ko", "1,2 Mo": multiples of 1000, as the International System has them. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.6 ko would be written "1 000 ko".
  while (unit < UNITS.length - 1 && Math.round(value) >= 1000) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit >= 2 && value < 100 ? one : none;
  const name = unit === 0 && Math.round(value) < 2 ? 'octet' : UNITS[unit];
  return `${digits.format(value)}${NO_BREAK}${name}`;
}
