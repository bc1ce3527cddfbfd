/** Letters of the demonstration territory, for the tests and for looking at the page. */
import { envelopeAddress } from '@trame/cms/domain/envelope/envelope-address';
import { LETTERS_EXPORT_FORMAT, LettersExport, type PaperLetter } from '@trame/cms/domain/contract/press/letters';
import { formatPhone } from '@trame/cms/domain/phone';
import type { SiteExport } from '@trame/cms/domain/contract/site/site-export';

/** A token as links carry it. */
export const demoToken = (index: number): string =>
  `${String(index).padStart(4, '0')}O0lI1abcdefghijklmnopqrstuvwxyz-_ABCDEFGHIJ`.slice(0, 43);

/** A code as letters say it. */
export const demoCode = (index: number): string => `K7QF-29XM-${String(index).padStart(4, '0')}`;
/** The envelope of an association of the demonstration; without an address its name alone. */
export function demoEnvelope(name: string, isKnown = true): Pick<PaperLetter, 'envelope' | 'isAddressed'> {
  const { lines, isAddressed } = envelopeAddress({
    name,
    complement: 'Mairie',
    street: '12 rue des Écoles',
    postalCode: '12120',
    city: isKnown ? 'Saint-Étienne-d’Aveyron' : '',
  });
  return { envelope: [...lines], isAddressed };
}

/** @param count letters; the associations of the export in turn */
export function demoLetters(source: SiteExport, count: number): LettersExport {
  const themes = new Map(source.themes.map(({ id, name }) => [id, name]));
  return LettersExport.parse({
    format: LETTERS_EXPORT_FORMAT,
    campaign: { id: 'campagne', title: 'Mise à jour de l’été 2026', closesOn: '2026-09-15' },
    season: '2026-2027',
    office: {
      name: source.settings.operatorName,
      address: ['2 place de la Fontaine', '12120 Baraqueville'],
      phone: '05 36 49 00 00',
      email: 'annuaire@exemple.fr',
    },
    writtenOn: '2026-06-20',
    letters: Array.from({ length: count }, (_, index) => {
      const association = source.associations[index % source.associations.length];
      if (association === undefined) throw new Error('No association');
      return {
        request: `demande-${index}`,
        association: association.name,
        ...demoEnvelope(association.name, index % 7 !== 6),
        link: `https://associations.exemple.fr/ma-fiche/#${demoToken(index)}`,
        code: demoCode(index),
        paragraphs: [
          'Madame, Monsieur,',
          'L’office de tourisme prépare l’annuaire des associations 2026-2027, sur papier et sur internet. Vous trouverez ci-dessous ce que nous publions au sujet de votre association : relisez, et dites-nous si c’est toujours juste.',
          'Si rien n’a changé, cochez la première case. Sinon, corrigez sur cette page même. Puis renvoyez-la-nous, ou répondez par internet.',
          'Bien cordialement,',
        ],
        entry: [
          { label: 'Nom', lines: [association.name] },
          { label: 'Présentation courte', lines: [association.summary] },
          { label: 'Thèmes', lines: association.themes.map((id) => themes.get(id) ?? '?') },
          {
            label: 'Activités',
            lines: association.activities.map(({ label, price }) => `${label} · ${price ?? 'gratuit'}`),
          },
        ].filter(({ lines }) => lines.length > 0),
        contacts: association.contacts.map(({ role, name, phone, email }) => ({
          words: [role, name, phone && formatPhone(phone), email].filter(Boolean).join(', '),
          web: true,
          print: index % 2 === 0,
          professionals: false,
          openData: false,
        })),
      };
    }),
  });
}
