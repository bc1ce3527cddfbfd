import { describe, expect, it } from 'vitest';
import { shortQuestions } from './limits.ts';
import { publicRouteFinder, type PublicRoute } from './public-routes.ts';

const route = (path: string): PublicRoute => ({
  method: 'POST',
  path,
  limits: shortQuestions(path, { times: 1, seconds: 60 }),
  handle: () => Promise.resolve(),
});

describe('a path among the public routes', () => {
  const own = route('/api/espace/associations/:association/logo');
  const find = publicRouteFinder([route('/api/retrait/ouvrir'), own]);

  it('is the route that was declared, whatever stands in its variable part', () => {
    expect(find('/api/espace/associations/abc-1/logo')).toBe(own);
  });

  it('is closed where nothing was declared, and in capitals, which Strapi’s router would take for the same', () => {
    for (const path of [
      '/api/retrait',
      '/api/retrait/autre',
      '/API/Retrait/ouvrir',
      '/api/retrait/ouvrir/',
      '/api/espace/associations/a/b/logo',
      '/api/espace/associations//logo',
    ])
      expect([path, find(path)]).toEqual([path, 'closed']);
  });

  it('is nothing of ours elsewhere', () => {
    for (const path of ['/api/export/site', '/api/retraite', '/admin/retrait']) expect(find(path)).toBeNull();
  });
});
