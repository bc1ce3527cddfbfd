import { beforeAll, expect, it } from 'vitest';
import { type Cms, EXPORT_TOKEN, startCms } from './helpers/cms.ts';
import { asAdmin, signIn } from './helpers/http.ts';

let cms: Cms;
beforeAll(async () => {
  cms = await startCms();
});

const DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

it('says with every kind of answer what a browser may do with it', async () => {
  const token = await signIn(cms);
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  for (const [what, response] of [
    ['nothing there', await fetch(`${cms.url}/api/rien`)],
    ['a closed door', await fetch(`${cms.url}/api/ma-fiche/rien`)],
    ['a refusal of ours', await fetch(`${cms.url}/api/declarer`, post)],
    ['a refusal of Strapi', await fetch(`${cms.url}/api/export/site`)],
    ['the export', await fetch(`${cms.url}/api/export/site`, { headers: { Authorization: `Bearer ${EXPORT_TOKEN}` } })],
    ['the admin', await fetch(`${cms.url}/admin/init`)],
    ['an answer of the admin', await asAdmin(cms, token, '/admin/users/me')],
    ['a refusal of the admin', await fetch(`${cms.url}/content-manager/init`)],
    ['a picture that is not there', await fetch(`${cms.url}/uploads/rien.png`)],
  ] as const) {
    await response.body?.cancel();
    const said = (name: string) => response.headers.get(name) ?? '';
    const isApi = new URL(response.url).pathname.startsWith('/api/');
    const isPicture = response.url.includes('/uploads/');
    if (isApi) expect([what, said('content-security-policy')]).toEqual([what, DATA]);
    else {
      expect([what, said('content-security-policy')]).toEqual([what, expect.stringContaining("script-src 'self'")]);
      expect(said('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    }
    expect([what, said('cross-origin-opener-policy')]).toEqual([what, 'same-origin']);
    expect([what, said('cross-origin-resource-policy')]).toEqual([what, isPicture ? 'cross-origin' : 'same-origin']);
    expect([what, said('permissions-policy')]).toEqual([what, expect.stringContaining('camera=()')]);
    expect([what, said('referrer-policy')]).toEqual([what, 'no-referrer']);
    expect([what, said('x-content-type-options')]).toEqual([what, 'nosniff']);
    // This CMS stands behind no TLS.
    expect([what, said('strict-transport-security')]).toEqual([what, '']);
    expect([what, said('x-powered-by')]).toEqual([what, '']);
  }
});
