import { isIPv4, isIPv6 } from 'node:net';

/** An IPv4 address inside an IPv6 one: mapped (RFC 4291), or translated by the network of who asks (RFC 6052). */
const EMBEDDED = /^(?:0:0:0:0:0:ffff|64:ff9b:0:0:0:0):([\da-f]+):([\da-f]+)$/;

const pairs = (hex: string): number[] => {
  const group = Number.parseInt(hex, 16);
  return [group >> 8, group & 0xff];
};

/** The eight groups of an IPv6 address in their shortest form, however it was written. */
function groupsOf(address: string): string[] {
  // The URL standard has one way of writing an address, and puts a dotted end into groups.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

type Plain = { readonly v4: string } | { readonly v6: readonly string[] } | { readonly other: string };

function plainAddress(address: string): Plain {
  const withoutZone = address.replace(/%.*$/, '');
  if (isIPv4(withoutZone)) return { v4: withoutZone };
  if (!isIPv6(withoutZone)) return { other: withoutZone };
  const groups = groupsOf(withoutZone);
  const [, high, low] = EMBEDDED.exec(groups.join(':')) ?? [];
  return high !== undefined && low !== undefined ? { v4: [...pairs(high), ...pairs(low)].join('.') } : { v6: groups };
}

/**
 * Who an address is, for counting: an IPv4 address, or the first 64 bits of an IPv6 address, because a household gets as many
 * of the rest as it likes. `::ffff:192.0.2.1` is the IPv4 address that it stands for, also when it is written `::ffff:c000:201`.
 */
export function addressKey(address: string): string {
  const plain = plainAddress(address);
  if ('v4' in plain) return plain.v4;
  return 'v6' in plain ? plain.v6.slice(0, 4).join(':') : plain.other;
}

/**
 * Whose an address is, for what one customer of a host could use up for everybody: the /24 of an IPv4 address, the /48 of an
 * IPv6 address, the least that is routed by itself, and what is commonly given out whole.
 */
export function networkKey(address: string): string {
  const plain = plainAddress(address);
  if ('v4' in plain) return `${plain.v4.split('.').slice(0, 3).join('.')}/24`;
  return 'v6' in plain ? `${plain.v6.slice(0, 3).join(':')}/48` : plain.other;
}
