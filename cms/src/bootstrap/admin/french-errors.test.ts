import { yup } from '@strapi/utils';
import { describe, expect, it } from 'vitest';
import { inFrench } from './french-errors.ts';

/** What this very version of yup says, not what we remember of it. */
const complaint = (schema: { validateSync(value: unknown, options: object): unknown }, value: unknown): string => {
  try {
    schema.validateSync(value, { strict: true });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The value was accepted');
};

const string = () => yup.string().label('name');
const number = () => yup.number().label('age');

describe('French validation errors', () => {
  it.each([
    [complaint(string().required(), ''), 'Ce champ est à remplir.'],
    [complaint(string().max(3), 'four'), 'Le texte est trop long : 3 caractères au plus.'],
    [complaint(string().min(3), 'a'), 'Le texte est trop court : 3 caractères au moins.'],
    [
      complaint(string().email(), 'nobody'),
      'Cette adresse électronique n’est pas valide, par exemple contact@example.org.',
    ],
    [complaint(string().oneOf(['a', 'b']), 'c'), 'Choisissez une valeur de la liste.'],
    [complaint(string().matches(/^W/), 'x'), 'Ce n’est pas le format attendu : voyez l’aide sous le champ.'],
    [complaint(number().max(120), 121), 'La valeur est trop grande : 120 au plus.'],
    [complaint(number().min(0), -1), 'La valeur est trop petite : 0 au moins.'],
    [complaint(number(), 'twelve'), 'Indiquez un nombre.'],
    [complaint(yup.array().label('activities').min(1), []), 'Il en faut au moins 1.'],
    ['This attribute must be unique', 'Cette valeur est déjà utilisée par une autre fiche.'],
    ['themes must be defined.', 'Ce champ est à remplir.'],
    ['3 errors occurred', '3 champs sont à corriger.'],
    [
      'Please specify a valid link.',
      'Un lien n’est pas valable : indiquez une adresse complète, par exemple https://exemple.fr.',
    ],
    ['Missing credentials', 'Indiquez votre adresse électronique et votre mot de passe.'],
    ['Invalid registration info', 'Cette invitation n’est plus valable : demandez-en une autre.'],
    ['Invalid registrationToken', 'Cette invitation n’est plus valable : demandez-en une autre.'],
    [
      "File type 'image/svg+xml' is not allowed",
      'Ce genre de fichier n’est pas accepté. Envoyez une image (JPEG, PNG, WebP) ou un PDF.',
    ],
    [
      'Document with id "nope", locale "null" not found',
      'Cette fiche n’existe plus : quelqu’un l’a peut-être supprimée. Voyez la corbeille.',
    ],
    ['Invalid format, expected a timestamp or an ISO date', 'Indiquez une date, par exemple 05/09/2026.'],
  ])('%s', (english, french) => {
    expect(inFrench(english).replace(/\u00a0/g, ' ')).toBe(french);
  });

  it('leaves what our own rules say', () => {
    const ours = 'Le numéro RNA commence par W et compte neuf chiffres, par exemple W332001234.';
    expect(inFrench(ours)).toBe(ours);
  });
});
