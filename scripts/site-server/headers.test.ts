import { describe, expect, it } from 'vitest';
import { headersFor, headersForMissing } from './headers.ts';

describe('the pages where associations write', () => {
  it('alone may ask the CMS, and tell nobody where they were opened from', () => {
    const own = headersFor('/ma-fiche/', { cmsUrl: 'https://cms.example/admin' });
    expect(own['Content-Security-Policy']).toContain("connect-src 'self' https://cms.example;");
    expect(own['Content-Security-Policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(own['Referrer-Policy']).toBe('no-referrer');
    for (const path of ['/', '/associations/ma-fiche/', '/ma-fiche-2/']) {
      expect(headersFor(path, { cmsUrl: 'https://cms.example' })['Content-Security-Policy']).toContain(
        "connect-src 'self';",
      );
    }
    // Also where nobody has said yet where the CMS is.
    expect(headersFor('/ma-fiche/')['Referrer-Policy']).toBe('no-referrer');
  });
});

it('lets the forms of entries be posted to the CMS, and those of no other page', () => {
  const forms = (path: string, cmsUrl?: string) =>
    /form-action ([^;]+)/.exec(
      headersFor(path, cmsUrl === undefined ? {} : { cmsUrl })['Content-Security-Policy'] ?? '',
    )?.[1];
  expect(forms('/associations/judo/', 'https://cms.example/admin')).toBe("'self' https://cms.example");
  expect(forms('/ar/associations/judo/', 'https://cms.example')).toBe("'self' https://cms.example");
  expect(forms('/associations/judo/')).toBe("'self'");
  for (const path of ['/', '/agenda/', '/ma-fiche/', '/repondre/'])
    expect(forms(path, 'https://cms.example'), path).toBe("'self'");
});

it('lets the search reach the CMS, which the page itself forbids where nothing is counted, and no other public page', () => {
  const connects = (path: string, cmsUrl?: string) =>
    /connect-src ([^;]+)/.exec(
      headersFor(path, cmsUrl === undefined ? {} : { cmsUrl })['Content-Security-Policy'] ?? '',
    )?.[1];
  expect(connects('/recherche/', 'https://cms.example/admin')).toBe("'self' https://cms.example");
  expect(connects('/en/recherche/', 'https://cms.example/admin')).toBe("'self' https://cms.example");
  expect(connects('/recherche/')).toBe("'self'");
  for (const path of ['/', '/agenda/', '/associations/judo/', '/confidentialite/'])
    expect(connects(path, 'https://cms.example'), path).toBe("'self'");
});

it('asks browsers to come by TLS only, where the site is behind TLS, on every answer', () => {
  for (const path of ['/', '/ma-fiche/', '/_trame/a.js', '/donnees/associations.csv']) {
    expect(headersFor(path, { siteUrl: 'https://annuaire.example' })['Strict-Transport-Security']).toBe(
      'max-age=31536000',
    );
    for (const siteUrl of ['http://127.0.0.1:8080', undefined])
      expect(headersFor(path, siteUrl === undefined ? {} : { siteUrl })).not.toHaveProperty(
        'Strict-Transport-Security',
      );
  }
});

it('lets other sites read open data, the read API, calendars and feeds, and nothing else', () => {
  const shared = (path: string) => headersFor(path)['Access-Control-Allow-Origin'];
  for (const path of [
    '/donnees/lieux.geojson',
    '/donnees/hsds/services.json',
    '/api/v1/associations/a.json',
    '/agenda.ics',
    '/agenda/forum.ics',
    '/publics/enfants/agenda.ics',
    '/flux.xml',
    '/communes/marsas/flux.xml',
    '/integrer/annuaire.js',
    '/integrer/donnees/33473.json',
  ]) {
    expect(shared(path), path).toBe('*');
    expect(headersFor(path)['Cross-Origin-Resource-Policy'], path).toBe('cross-origin');
  }
  for (const path of [
    '/',
    '/sitemap-0.xml',
    '/integrer/',
    '/integrer/cadre/',
    '/integrer/autre.js',
    '/donnees/',
    '/api/v1/',
    '/associations/judo/',
    '/pagefind/faits.json',
  ])
    expect(shared(path), path).toBeUndefined();
});

it('lets other sites read that shared data is not there, and keeps them from every other page that is not', () => {
  for (const path of ['/integrer/donnees/99999.json', '/api/v1/associations/perdu.json', '/communes/perdu/flux.xml']) {
    const headers = headersForMissing(path);
    expect(headers['Access-Control-Allow-Origin'], path).toBe('*');
    expect(headers['Cross-Origin-Resource-Policy'], path).toBe('cross-origin');
  }
  for (const path of ['/perdu/', '/integrer/cadre/perdu/', '/donnees/perdu/', null]) {
    const headers = headersForMissing(path);
    expect(headers, path ?? '').not.toHaveProperty('Access-Control-Allow-Origin');
    expect(headers['Content-Security-Policy'], path ?? '').toContain("frame-ancestors 'none'");
  }
});

it('lets other sites put in a frame the page that is made for it, and no other', () => {
  const policy = (path: string) => headersFor(path)['Content-Security-Policy'] ?? '';
  for (const path of ['/integrer/cadre/', '/integrer/cadre/saint-savin/']) {
    expect(policy(path)).toContain('frame-ancestors *');
    expect(policy(path).replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(policy('/'));
  }
  for (const path of ['/', '/integrer/', '/connexion/', '/communes/integrer/cadre/', '/integrer/cadre'])
    expect(policy(path), path).toContain("frame-ancestors 'none'");
});

describe('the server of a map', () => {
  const connect = (path: string, mapServer?: string) =>
    /connect-src ([^;]+)/.exec(
      headersFor(path, mapServer === undefined ? {} : { mapServer })['Content-Security-Policy'] ?? '',
    )?.[1];

  it('may be asked for data by the page of the search, and by no other', () => {
    expect(connect('/recherche/', 'https://cartes.example.org')).toBe("'self' https://cartes.example.org");
    expect(connect('/recherche/')).toBe("'self'");
    for (const path of ['/', '/associations/judo/', '/recherche', '/ma-fiche/', '/_trame/map-view.a.js'])
      expect(connect(path, 'https://cartes.example.org'), path).toBe("'self'");
  });

  it('gets nothing else than that', () => {
    const policy = (mapServer?: string) =>
      headersFor('/recherche/', mapServer === undefined ? {} : { mapServer })['Content-Security-Policy'];
    expect(policy('https://cartes.example.org')?.replace(' https://cartes.example.org', '')).toBe(policy());
  });
});
