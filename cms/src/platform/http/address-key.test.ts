import { describe, expect, it } from 'vitest';
import { addressKey, networkKey } from './address-key.ts';

describe('whom an address is counted as', () => {
  it('is the address itself in IPv4, however it is written', () => {
    expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
    for (const written of ['::ffff:192.0.2.1', '::FFFF:c000:201', '0:0:0:0:0:ffff:c000:0201', '64:ff9b::192.0.2.1'])
      expect([written, addressKey(written)]).toEqual([written, '192.0.2.1']);
  });

  it('is itself when it is none, so that a proxy’s odd word is one who asks and no error', () => {
    for (const odd of ['', 'unknown', '_hidden', '1.2.3.4.5', '2001:db8:::1'])
      expect([addressKey(odd), networkKey(odd)]).toEqual([odd, odd]);
  });

  it('is the network of a household in IPv6', () => {
    const home = addressKey('2001:db8:1:2:aaaa::1');
    expect(home).toBe('2001:db8:1:2');
    expect(addressKey('2001:0db8:0001:0002:ffff:ffff:ffff:ffff')).toBe(home);
    expect(addressKey('2001:db8:1:3::1')).not.toBe(home);
    expect(addressKey('2001:db8::1')).toBe('2001:db8:0:0');
    expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(addressKey('::1')).toBe('0:0:0:0');
  });
});

describe('the network that an address is of', () => {
  it('is a /24 in IPv4 and a /48 in IPv6', () => {
    expect(networkKey('192.0.2.1')).toBe('192.0.2/24');
    expect(networkKey('::ffff:192.0.2.254')).toBe(networkKey('192.0.2.1'));
    expect(networkKey('192.0.3.1')).not.toBe(networkKey('192.0.2.1'));
    expect(networkKey('2001:0db8:0001:ffff::1')).toBe('2001:db8:1/48');
    expect(networkKey('2001:db8:1::')).toBe('2001:db8:1/48');
    expect(networkKey('2001:db8:2::1')).not.toBe(networkKey('2001:db8:1::1'));
  });
});
