import { isIPv4 } from 'node:net';

/** The IPv4 address that it is, or stands for (`::ffff:192.0.2.1`); what it is not, without its zone. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

/** The first groups of an IPv6 address, 16 bits each. */
function firstGroups(address: string, count: number): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, count)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const isIPv6 = (plain: string): boolean => !isIPv4(plain) && plain.includes(':');

/**
 * Who an address is, for counting: an IPv4 address, or the first 64 bits of an IPv6 address, because a household gets as many
 * of the rest as it likes. `::ffff:192.0.2.1` is the IPv4 address that it stands for.
 */
export function addressKey(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? firstGroups(plain, 4) : plain;
}

/**
 * Whose an address is, for what one customer of a host could use up for everybody: the /24 of an IPv4 address, the /48 of an
 * IPv6 address, the least that is routed by itself, and what is commonly given out whole.
 */
export function networkKey(address: string): string {
  const plain = plainAddress(address);
  if (isIPv6(plain)) return `${firstGroups(plain, 3)}/48`;
  return isIPv4(plain) ? `${plain.split('.').slice(0, 3).join('.')}/24` : plain;
}
