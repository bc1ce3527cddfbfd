import { describe, expect, it } from 'vitest';
import { PrintExport } from '../domain/contract/press/edition.ts';
import { SiteExport } from '../domain/contract/site/site-export.ts';
import { checkAges } from '../domain/ages.ts';
import { checkConsent, maySee } from '../domain/consent.ts';
import { checkSlot } from '../domain/slots.ts';
import { parseRnaId } from '../domain/rna.ts';
import { parseSiret } from '../domain/siret.ts';
import { parsePhone } from '../domain/phone.ts';
import { discloses, disclosureWords, withheldFrom, type Withheld } from '../domain/withheld-contacts.ts';
import type { DemoAssociation } from './demo-content.ts';
import { demoContent } from './territory.ts';
import { generateAssociations } from './generate-associations.ts';
import { toPrintExport } from './to-print-export.ts';
import { toSiteExport } from './to-site-export.ts';

const disclosures = (text: string, withheld: readonly Withheld[]) =>
  withheld.filter((one) => discloses(text, [one])).map(disclosureWords);

const today = '2026-11-21';
const content = demoContent({ today });

/** What the CMS would refuse at publish, in words. */
function faults(association: DemoAssociation): string[] {
  const checks = [
    ...(association.rnaId ? [parseRnaId(association.rnaId)] : []),
    ...(association.siret ? [parseSiret(association.siret)] : []),
    ...association.contacts.flatMap((contact) => [
      checkConsent(contact, today),
      ...(contact.phone ? [parsePhone(contact.phone)] : []),
    ]),
    ...association.activities.flatMap((activity) => [
      checkAges(activity),
      ...activity.slots.map((slot) => checkSlot(slot)),
    ]),
  ];
  const long = association.summary.length > 400 ? [`summary of ${association.summary.length} characters`] : [];
  const { contacts, ...shown } = association;
  const { description: _, howToJoin: __, ...printed } = shown;
  const givenAway = [
    ...disclosures(JSON.stringify(shown), withheldFrom('web', contacts)),
    ...(association.inPrint ? disclosures(JSON.stringify(printed), withheldFrom('print', contacts)) : []),
  ];
  return [...checks.flatMap((check) => (check.ok ? [] : [check.message])), ...long, ...givenAway].map(
    (fault) => `${association.slug}: ${fault}`,
  );
}

describe('the demo territory', () => {
  it('is a valid export, with every reference resolved', () => {
    expect(() => SiteExport.parse(toSiteExport(content))).not.toThrow();
  });

  it('has nothing that the rules of the CMS would refuse', () => {
    expect(content.associations.flatMap(faults)).toEqual([]);
  });

  it('gives each record a slug of its own', () => {
    for (const records of [
      content.themes,
      content.communes,
      content.venues,
      content.associations,
      content.events,
      content.guides,
      content.resources,
    ]) {
      expect(new Set(records.map(({ slug }) => slug)).size).toBe(records.length);
    }
    const rnaIds = content.associations.flatMap(({ rnaId }) => rnaId ?? []);
    expect(new Set(rnaIds).size).toBe(rnaIds.length);
  });

  it('is set in French typography', () => {
    const text = JSON.stringify(toSiteExport(content));
    expect(text.match(/\p{L}'\p{L}/gu) ?? []).toEqual([]);
    expect(text.match(/\p{L} [;!?»]/gu) ?? []).toEqual([]);
  });
});

describe('generated associations', () => {
  it('are the same for the same seed, whatever the count, and others for another seed', () => {
    const small = generateAssociations({ count: 20, seed: 7 });
    expect(generateAssociations({ count: 50, seed: 7 }).slice(0, 20)).toEqual(small);
    expect(generateAssociations({ count: 20, seed: 8 })).not.toEqual(small);
  });

  it('do not change from one version to the next: a bench compares runs', () => {
    expect(generateAssociations({ count: 1, seed: 1 })[0]).toMatchInlineSnapshot(`
      {
        "accessibility": {
          "hearing": false,
          "intellectual": false,
          "mobility": true,
          "note": null,
          "psychological": true,
          "sight": true,
        },
        "acronym": null,
        "activities": [
          {
            "ageMax": null,
            "ageMaxUnit": "ans",
            "ageMin": 6,
            "ageMinUnit": "ans",
            "communeCode": "33473",
            "description": null,
            "label": "Après-midi de répit",
            "place": "Salle accessible",
            "price": "Adhésion de 15 € par an, 25 € pour une famille",
            "season": "Toute l’année",
            "slots": [
              {
                "begin": "09:00",
                "day": "samedi",
                "end": "11:30",
                "note": "semaines paires",
              },
              {
                "begin": "20:30",
                "day": "vendredi",
                "end": "22:45",
                "note": null,
              },
            ],
          },
          {
            "ageMax": null,
            "ageMaxUnit": "ans",
            "ageMin": 18,
            "ageMinUnit": "ans",
            "communeCode": "33473",
            "description": null,
            "label": "Café des aidants",
            "place": "Salle accessible",
            "price": "Adhésion de 15 € par an, 25 € pour une famille",
            "season": "D’octobre à mai",
            "slots": [],
          },
        ],
        "address": {
          "city": "Saint-Savin",
          "complement": null,
          "latitude": 45.1455,
          "longitude": -0.444,
          "postalCode": "33920",
          "public": true,
          "street": "51 rue du Vieux-Four",
        },
        "audiences": [
          "personnes-en-situation-de-handicap",
          "familles",
        ],
        "commune": "saint-savin",
        "communesOfActivity": [
          "saint-savin",
          "saint-yzan-de-soudiac",
          "cavignac",
        ],
        "contacts": [
          {
            "consentDate": "2024-11-03",
            "consentSource": "téléphone",
            "email": "camille-modele.3080@example.org",
            "name": "Camille Modèle",
            "openData": false,
            "phone": null,
            "print": true,
            "professionals": false,
            "role": "Trésorerie",
            "web": true,
          },
          {
            "consentDate": "2025-06-18",
            "consentSource": "téléphone",
            "email": "odile-pretexte.9888@example.org",
            "name": "Odile Prétexte",
            "openData": false,
            "phone": null,
            "print": true,
            "professionals": true,
            "role": "Secrétariat",
            "web": true,
          },
          {
            "consentDate": "2026-06-29",
            "consentSource": "forum",
            "email": null,
            "name": "Yannick Lambda",
            "openData": true,
            "phone": "+33536499357",
            "print": true,
            "professionals": true,
            "role": "Coordination",
            "web": true,
          },
        ],
        "description": null,
        "foundedYear": null,
        "howToJoin": "Passez à une séance : vous serez accueilli sans rendez-vous.",
        "inPrint": true,
        "legalForm": "déclarée",
        "logo": null,
        "name": "Ensemble pour Tous de Saint-Savin",
        "networks": [],
        "officialName": null,
        "photos": [],
        "rnaId": "W338011000",
        "seeksVolunteers": false,
        "siret": null,
        "slug": "ensemble-pour-tous-de-saint-savin-1-1",
        "summary": "Des activités et du répit pour les personnes en situation de handicap et leurs proches, à Saint-Savin. Des bénévoles sont formés chaque automne.",
        "themes": [
          "handicap",
        ],
        "verifiedBy": "autre source",
        "verifiedOn": "2024-11-26",
        "volunteersNote": null,
        "website": "https://ensemble-pour-tous-de-saint-savin.example.org",
      }
    `);
  });

  it('pass the rules of the CMS and the contract', () => {
    const generated = generateAssociations({ count: 1000, seed: 3 });
    expect(generated.flatMap(faults)).toEqual([]);
    expect(() =>
      SiteExport.parse(toSiteExport({ ...content, associations: [...content.associations, ...generated] })),
    ).not.toThrow();
    expect(new Set(generated.map(({ slug }) => slug)).size).toBe(1000);
  });

  it('refuse a count or a seed out of range', () => {
    expect(() => generateAssociations({ count: -1, seed: 1 })).toThrow(RangeError);
    expect(() => generateAssociations({ count: 1, seed: 0.5 })).toThrow(RangeError);
  });
});

describe('consent', () => {
  it('keeps off the web every phone, e-mail and address that was not agreed to for it', () => {
    const associations = [...content.associations, ...generateAssociations({ count: 300, seed: 5 })];
    const published = JSON.stringify(toSiteExport({ ...content, associations }).associations);
    const shown = new Set(
      associations.flatMap(({ contacts }) =>
        contacts.filter((contact) => maySee(contact, 'web')).flatMap(({ phone, email }) => [phone, email]),
      ),
    );
    const hidden = associations
      .flatMap(({ contacts }) =>
        contacts.filter((contact) => !maySee(contact, 'web')).flatMap(({ phone, email }) => [phone, email]),
      )
      .filter((value) => value !== null && !shown.has(value));
    expect(hidden.length).toBeGreaterThan(20);
    expect(hidden.filter((value) => published.includes(`"${value}"`))).toEqual([]);
    const addresses = associations.filter(({ address }) => address && !address.public);
    expect(addresses.length).toBeGreaterThan(20);
    const exported = new Map(
      toSiteExport({ ...content, associations }).associations.map((association) => [association.slug, association]),
    );
    expect(addresses.filter(({ slug }) => exported.get(slug)?.address)).toEqual([]);
  });
});

describe('the demo edition', () => {
  it('is a valid print export, with every reference resolved, set in French typography', () => {
    const printExport = PrintExport.parse(toPrintExport(content));
    expect(printExport.edition).toMatchObject({ year: 2026, stage: 'épreuve', previous: null });
    const text = JSON.stringify(printExport.edition);
    expect(text.match(/\p{L}'\p{L}/gu) ?? []).toEqual([]);
    expect(text.match(/\p{L} [;!?»]/gu) ?? []).toEqual([]);
  });

  it('takes what a test or a bench wants otherwise, and refuses an edition that is not there', () => {
    expect(toPrintExport(content, { change: { columns: 1 } }).edition.columns).toBe(1);
    expect(() => toPrintExport(content, { edition: 'guide-1901' })).toThrow(/guide-1901/);
  });

  it('shows on paper the contacts that agreed to paper, on the web those that agreed to the web, and neither way round', () => {
    const channels = { web: toSiteExport(content), print: toPrintExport(content).content };
    const reached = (channel: 'web' | 'print') =>
      new Set(
        content.associations
          .filter(({ inPrint }) => channel === 'web' || inPrint)
          .flatMap(({ contacts }) => contacts.filter((contact) => maySee(contact, channel)))
          .flatMap(({ phone, email }) => [phone, email])
          .filter((value) => value !== null),
      );
    for (const [channel, other] of [
      ['web', 'print'],
      ['print', 'web'],
    ] as const) {
      const here = JSON.stringify(channels[channel].associations);
      const onlyThere = [...reached(other)].filter((value) => !reached(channel).has(value));
      expect(onlyThere.length, `${other} only`).toBeGreaterThanOrEqual(2);
      expect(onlyThere.filter((value) => here.includes(`"${value}"`))).toEqual([]);
    }
  });

  it('keeps the contacts of an entry that is not to be printed off the paper', () => {
    const quiet = structuredClone(content);
    quiet.associations.forEach((one) => (one.inPrint = false));
    expect(toPrintExport(quiet).content.associations.flatMap(({ contacts }) => contacts)).toEqual([]);
    expect(toSiteExport(quiet)).toEqual({
      ...toSiteExport(content),
      associations: toSiteExport(content).associations.map((one) => ({ ...one, inPrint: false })),
    });
  });
});
