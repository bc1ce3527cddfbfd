import { expect, it } from 'vitest';
import { defaultTexts } from '../update/campaigns/default-texts.ts';
import { unknownVariables } from './letter-variables.ts';

it('knows its own words, and says which others there are', () => {
  expect(unknownVariables('Bonjour {association}, {lien} avant le {cloture}. {office}, {saison}')).toBeNull();
  expect(unknownVariables('Bonjour {nom} et {prénom}, {lien}')).toMatch(/^\{nom\} et \{prénom\} .*\{association\}/);
});

it('has default letters whose words are all known, with a link in each, set as French is', () => {
  const letters = [
    { subject: defaultTexts.invitationSubject, body: defaultTexts.invitationBody },
    ...defaultTexts.reminders,
  ];
  for (const { subject, body } of letters) {
    expect(unknownVariables(subject)).toBeNull();
    expect(unknownVariables(body)).toBeNull();
    expect(body).toContain('\n\n{lien}\n\n');
    expect(`${subject}${body}`).not.toMatch(/ [:;!?»]|« |'/);
  }
});
