import { expect, it } from 'vitest';
import { mentionable } from './mentionable.ts';

const said = (name: string) => mentionable(name, 'votre association');

it('names associations as they are called', () => {
  for (const name of [
    'M.J.C. Saint-Martin',
    'Radio Marais 98.4',
    'Les 3 Vallées (1901)',
    'L’Étoile n° 12 : gym & co',
    'A.S.P.T.T.',
  ])
    expect(said(name)).toBe(name);
});

it('carries no link, no address and no number of a stranger', () => {
  for (const name of [
    'Gagnez sur https://evil.example/x',
    'www.evil.example',
    'Votre colis : evil-colis.fr/suivi',
    'ÉVIL.Example',
    'Écrivez à x@evil',
    'Rappelez le 08 99 12 34 56',
    'Rappelez le +33 (0)8.99.12.34.56',
  ])
    expect(said(name), name).toBe('votre association');
});
