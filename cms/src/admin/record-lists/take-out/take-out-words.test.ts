import { describe, expect, it } from 'vitest';
import { KEEP_IMPORTS_DAYS } from '../../../import/import-store.ts';
import {
  addressesWords,
  bulkChange,
  bulkKinds,
  labelFault,
  addressesToSee,
  labelsWords,
  letterLookWords,
  mailingWords,
  lookWords,
  planWords,
  sendWords,
  sentWords,
  takenWords,
  words,
} from './take-out-words.ts';

const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const all = (texts: readonly string[]) => texts.map(spaces);

describe('what is said of a list that is taken out', () => {
  it('counts one and many', () => {
    expect(spaces(takenWords(0, 340))).toBe('Toute la liste : 340 fiches');
    expect(spaces(takenWords(1, 340))).toBe('1 fiche cochée');
    const look = { count: 0, notOnline: 0, withoutContact: 0, columns: [], chosen: [] };
    expect(lookWords(look)).toEqual(['Aucune fiche ne serait dans ce fichier.']);
    expect(all(lookWords({ ...look, count: 1, notOnline: 1, withoutContact: 1 }))).toEqual([
      '1 fiche dans ce fichier.',
      '1 fiche n’y est pas, faute d’être en ligne.',
      '1 association sans téléphone ni adresse électronique pour ce lecteur.',
    ]);
    expect(all(lookWords({ ...look, count: 40, notOnline: 3 }))).toEqual([
      '40 fiches dans ce fichier.',
      '3 fiches n’y sont pas, faute d’être en ligne.',
    ]);
    expect(spaces(addressesWords({ addresses: ['a@example.org'], reached: 2, without: [], others: 1 }))).toBe(
      '1 adresse pour 2 associations. 1 fiche d’un autre type est laissée.',
    );
  });

  it('tells what a plan would do', () => {
    const plan = { plan: 'x', name: 'n', changed: 0, same: 0, left: 0, others: 0, otherTypes: [], lines: [] };
    expect(planWords(plan, 'commune')).toEqual(['Aucune fiche ne changera.']);
    const otherTypes = [
      { uid: 'api::event.event', count: 2 },
      { uid: 'api::guide.guide', count: 1 },
    ];
    expect(all(planWords({ ...plan, changed: 2, same: 1, left: 2, others: 3, otherTypes }, 'commune'))).toEqual([
      '2 fiches changeront.',
      '1 fiche l’est déjà.',
      '2 fiches resteront telles quelles.',
      '2 événements ne changeront pas : un événement est dans la commune de son lieu, qui se change dans sa fiche.',
      '1 guide ne changera pas : ce type de fiche n’a pas de commune.',
    ]);
  });

  it('tells which labels are not printed, and counts the others', () => {
    const fault = { association: 'a', name: 'A', part: 'town-hall', was: '', becomes: 'Saint-Savin' } as const;
    const absent = { ...fault, association: 'b', part: 'absent' } as const;
    const look = { count: 3, others: 0, faults: [fault, absent] };
    expect(spaces(addressesToSee(look) ?? '')).toBe('2 adresses à regarder avant d’imprimer');
    expect(addressesToSee({ ...look, faults: [] })).toBeNull();
    expect(spaces(labelsWords(look, true))).toBe('2 étiquettes.');
    expect(spaces(labelsWords(look, false))).toBe('1 étiquette.');
    expect(spaces(mailingWords({ ...look, others: 1 }, false))).toBe('1 lettre. 1 fiche d’un autre type est laissée.');
    expect(spaces(labelFault(fault, true))).toBe('pas d’adresse postale : aux bons soins de la mairie (Saint-Savin)');
    expect(spaces(labelFault(fault, false))).toBe('pas d’adresse postale : rien n’est imprimé');
  });
});

it('makes each choice a change, once what it needs is chosen', () => {
  for (const { value, choice } of bulkKinds) {
    expect(bulkChange(value, null) === null, value).toBe(choice !== null);
    expect(bulkChange(value, 'id'), value).toMatchObject(
      choice === null ? { value: value.endsWith(':oui') } : { id: 'id' },
    );
  }
});

it('says as long as the server keeps what an undo needs', () => {
  expect(spaces(words.undoable)).toContain(`${KEEP_IMPORTS_DAYS} jours`);
});

describe('a letter to a list', () => {
  const leftOut = [{ documentId: 'a', name: 'Un', why: 'stopped' as const }];
  it('says how many leave, and who gets none', () => {
    expect(spaces(letterLookWords({ letters: 1, reached: 2, leftOut, others: 0 }))).toBe(
      '1 lettre pour 2 associations. 1 association ne reçoit rien.',
    );
    expect(spaces(letterLookWords({ letters: 0, reached: 0, leftOut: [], others: 2 }))).toBe(
      'Aucune association de cette liste ne peut recevoir cette lettre. 2 fiches ne sont pas des associations.',
    );
    expect(spaces(sendWords(1))).toBe('Envoyer 1 lettre');
  });

  it('says whether letters leave now', () => {
    expect(spaces(sentWords({ queued: 64, leave: true }))).toMatch(
      /^64 lettres sont en file\. Le programme les envoie/,
    );
    expect(spaces(sentWords({ queued: 1, leave: false }))).toMatch(/^1 lettre est en file\. L’envoi est arrêté/);
  });
});
