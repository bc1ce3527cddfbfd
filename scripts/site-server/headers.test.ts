import { describe, expect, it } from 'vitest';
import { headersFor } from './headers.ts';

describe('the pages where associations write', () => {
  it('alone may ask the CMS, and tell nobody where they were opened from', () => {
    const own = headersFor('/ma-fiche/', 'https://cms.example/admin');
    expect(own['Content-Security-Policy']).toContain("connect-src 'self' https://cms.example;");
    expect(own['Content-Security-Policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(own['Referrer-Policy']).toBe('no-referrer');
    for (const path of ['/', '/associations/ma-fiche/', '/ma-fiche-2/']) {
      expect(headersFor(path, 'https://cms.example')['Content-Security-Policy']).toContain("connect-src 'self';");
    }
  });
});
