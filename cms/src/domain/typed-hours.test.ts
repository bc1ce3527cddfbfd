import { describe, expect, it, test } from 'vitest';
import { hourAsShown, pairAsShown, pairAsStored, parseHour, parseHours, readPair } from './typed-hours.ts';

const one = (text: string) => {
  const read = parseHours(text);
  return read.ok ? [read.value.begin, read.value.end] : read.message;
};

test.each([
  ['15h15', '15:15'],
  ['15 h', '15:00'],
  ['15H', '15:00'],
  ['18 h 30', '18:30'],
  ['18\u00a0h\u00a030', '18:30'],
  ['1800', '18:00'],
  ['915', '09:15'],
  ['18', '18:00'],
  ['9', '09:00'],
  ['18:30', '18:30'],
  ['18:30:00', '18:30'],
  ['18:30:00.000', '18:30'],
  ['18.30', '18:30'],
  ['18,30', '18:30'],
  ['18h30min', '18:30'],
  ['18h30 mn', '18:30'],
  ['18h30.', '18:30'],
  ['18h30h', '18:30'],
  ['18:30h', '18:30'],
  ['midi', '12:00'],
  ['Midi et demi', '12:30'],
  ['midi trente', '12:30'],
  ['minuit', '00:00'],
  ['24h', '00:00'],
  ['24:00', '00:00'],
  ['18 heures', '18:00'],
  ['18 heures et demie', '18:30'],
  ['18 heures 45', '18:45'],
  ['8 h du soir', '20:00'],
  ['8h du matin', '08:00'],
  ['3h30 de l’après-midi', '15:30'],
  ['dès 18h', '18:00'],
  ['à partir de 18 h', '18:00'],
  ['à 18h', '18:00'],
  ['１８ｈ３０', '18:30'],
  ["18h15'", '18:15'],
  ['18h15’', '18:15'],
  ['18 h 15′', '18:15'],
])('« %s » is %s', (text, clock) => expect(one(text)).toEqual([clock, null]));

test.each([
  ['18h-20h30', '18:00', '20:30'],
  ['18h – 20h30', '18:00', '20:30'],
  ['14-16h', '14:00', '16:00'],
  ['1800-2030', '18:00', '20:30'],
  ['18:00-20:30', '18:00', '20:30'],
  ['de 18h à 20h30', '18:00', '20:30'],
  ['De 18 heures à 20 heures et demie', '18:00', '20:30'],
  ['18h a 20h', '18:00', '20:00'],
  ['entre 9h et midi', '09:00', '12:00'],
  ['midi à minuit', '12:00', '00:00'],
  ['20h jusqu’à 2h', '20:00', '02:00'],
  ['18h->20h', '18:00', '20:00'],
  ['13h30−15h00', '13:30', '15:00'],
  ['13h30 ﹣ 15h', '13:30', '15:00'],
  ['13h30⁃15h', '13:30', '15:00'],
  ['13h30~15h', '13:30', '15:00'],
  ['13h30…15h', '13:30', '15:00'],
  ['22h à 2h du matin', '22:00', '02:00'],
  ['de 20h30 à 1h du matin', '20:30', '01:00'],
  ['10h du matin à midi', '10:00', '12:00'],
  ['10h du matin à 12h30', '10:00', '12:30'],
  ['8h du matin à 8h du soir', '08:00', '20:00'],
  ['10h à 4h de l’après-midi', '10:00', '16:00'],
  ['14h-5h de l’après-midi', '14:00', '17:00'],
  ['midi à 2h de l’après-midi', '12:00', '14:00'],
  ['18h à 8h du soir', '18:00', '20:00'],
  ['18h/20h', '18:00', '20:00'],
  ['18h30 / 20h', '18:30', '20:00'],
  ['14/16h', '14:00', '16:00'],
  ['18:00/20:00', '18:00', '20:00'],
  ['22h/2h', '22:00', '02:00'],
  ['18hà20h', '18:00', '20:00'],
  ['de 18hà20h30', '18:00', '20:30'],
  ['18h30 à20h', '18:30', '20:00'],
  ['9hà midi', '09:00', '12:00'],
  ['18hjusqu’à20h', '18:00', '20:00'],
  ['18h 20h30', '18:00', '20:30'],
  ['18h30 20h', '18:30', '20:00'],
  ['18 h 20 h 30', '18:00', '20:30'],
  ['18:00 20:30', '18:00', '20:30'],
  ['9h midi', '09:00', '12:00'],
  ["18h15'-20h30'", '18:15', '20:30'],
])('« %s » is from %s to %s', (text, begin, end) => expect(one(text)).toEqual([begin, end]));

test.each([
  ['', /ne se lit pas/],
  ['bientôt', /ne se lit pas comme une heure\. Écrivez-la/],
  ['vers 18h', /ne se lit pas/],
  ['12/12', /plusieurs créneaux/],
  ['25h', /vont de 0h à 23h59/],
  ['18h75', /vont de 0h à 23h59/],
  ['2430', /vont de 0h à 23h59/],
  ['18h3', /18h03 ou 18h30/],
  ['9h-12h et 14h-18h', /plusieurs créneaux.*ajoutez une ligne/],
  ['9h, 14h', /plusieurs créneaux/],
  ['8h-9h du soir', /plusieurs façons.*comme 20h-21h/],
  ['9h à 2h du matin', /plusieurs façons/],
  ['8h du soir à 10h', /plusieurs façons/],
  ['2h à 4h du matin', /plusieurs façons/],
  ['9h12h', /peut se lire 9h12, ou de 9h à 12h.*écrivez 9h12, ou 9h-12h/],
  ['14h16h', /ou de 14h à 16h/],
  ['9h 12 h', /ou de 9h à 12h/],
  ['9h12h30', /ne se lit pas/],
  ['20h30/14h', /plusieurs créneaux/],
  ['9h/12h et 14h/18h', /plusieurs créneaux/],
  ['9h-12h/14h-18h', /plusieurs créneaux/],
  ['18/20', /plusieurs créneaux/],
  ['18h30 à la mairie', /ne se lit pas/],
  ['jusqu’à 20h', /heure de fin sans heure de début.*écrivez aussi le début, comme 18h-20h/],
  ["Jusqu'à 20h30", /sans heure de début/],
  ['jusqu’à midi', /sans heure de début/],
  ['jusque 20h', /sans heure de début/],
  ['avant 20h', /sans heure de début/],
  ['au plus tard à 20h', /sans heure de début/],
  ['fin à 20h', /sans heure de début/],
  ['→ 20h', /sans heure de début/],
  ['jusqu’à 20h-21h', /ne se lit pas/],
  ['20h30 18h', /ne se lit pas/],
  ['18h30 18h30', /ne se lit pas/],
  ['18 20', /ne se lit pas/],
  ["18'", /ne se lit pas/],
])('« %s » is asked again', (text, message) => expect(one(text)).toMatch(message));

describe('every minute of a day', () => {
  const minutes = Array.from({ length: 1440 }, (_, minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')),
  ) as [string, string][];

  it('is read back as the product writes it, and as people do', () => {
    for (const [hour, minute] of minutes) {
      const time = `${hour}:${minute}`;
      const forms = [
        time,
        `${time}:00.000`,
        hourAsShown(time),
        `${Number(hour)}h${minute}`,
        `${Number(hour)} H ${minute}`,
        `${hour}${minute}`,
        `à partir de ${hourAsShown(time)}`,
      ];
      for (const form of forms) expect([form, one(form)]).toEqual([form, [time, null]]);
      expect(pairAsStored({ begin: pairAsShown({ begin: time, end: '' }), end: '' })).toEqual({ begin: time, end: '' });
    }
  });

  it('is read back as one end of a range', () => {
    for (const [at, [hour, minute]] of minutes.entries()) {
      const begin = `${hour}:${minute}`;
      const end = (minutes[(at * 7 + 61) % minutes.length] ?? []).join(':');
      const shown = pairAsShown({ begin, end });
      expect(one(shown)).toEqual([begin, end]);
      expect(pairAsStored({ begin: shown, end: '' })).toEqual({ begin, end });
    }
  });
});

describe('two fields', () => {
  it('take both hours in the first', () => {
    expect(pairAsStored({ begin: '18h-20h30', end: '' })).toEqual({ begin: '18:00', end: '20:30' });
    expect(pairAsStored({ begin: '18h-20h30', end: '20:30' })).toEqual({ begin: '18:00', end: '20:30' });
    expect(readPair({ begin: '18h-20h30', end: '21h' })).toMatchObject({ ok: false, field: 'end' });
    expect(readPair({ begin: '', end: '18h-20h' })).toMatchObject({ ok: false, field: 'end' });
  });

  it('take « jusqu’à » where the field is the end’s', () => {
    expect(pairAsStored({ begin: '18h', end: 'jusqu’à 20h' })).toEqual({ begin: '18:00', end: '20:00' });
    expect(readPair({ begin: 'jusqu’à 20h', end: '' })).toMatchObject({ ok: false, field: 'begin' });
  });

  it('keep what cannot be read, as it was typed', () => {
    expect(pairAsStored({ begin: 'le soir', end: '20h' })).toEqual({ begin: 'le soir', end: '20h' });
    expect(pairAsShown({ begin: 'le soir', end: '20h' })).toBe('le soir');
    expect(pairAsShown({ begin: '', end: '20:00' })).toBe('20:00');
    expect(pairAsShown({ begin: '', end: '' })).toBe('');
  });
});

it('refuses a second hour where one is asked', () => {
  expect(parseHour('18h')).toEqual({ ok: true, value: '18:00' });
  expect(parseHour('18h-20h')).toMatchObject({ ok: false });
});
