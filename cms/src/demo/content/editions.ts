import type { DemoEdition } from '../demo-content.ts';
import { logo } from '../authoring.ts';
import { seasonOf } from '../calendar.ts';

/** The edition on paper of the season that is under way. @param today `YYYY-MM-DD` */
export function editions(today: string): DemoEdition[] {
  const season = seasonOf(today);
  return [
    {
      slug: `guide-${season}`,
      year: Number(season.slice(0, 4)),
      title: `Le guide des associations ${season}`,
      format: 'A5',
      // some forty pages: two staples hold them, and the booklet opens flat
      binding: 'agrafé',
      bleedMm: 3,
      marks: true,
      pdfStandard: 'PDF/X-4',
      interiorPaper: { name: 'couché mat', grammage: 115, bulk: 0.9 },
      coverPaper: { name: 'couché mat', grammage: 250, bulk: 0.9 },
      finishing: 'Pelliculage mat au recto de la couverture',
      printRun: 3500,
      editorial:
        "Ceci est l'édition d'une démonstration : le territoire et son plan d'actions existent, les associations, les personnes et les rendez-vous sont inventés.\n" +
        "Un guide des associations, c'est un club de judo que l'on trouve sans chercher, et un numéro que l'on ne recopie plus au dos d'un ticket de caisse. Quand une fiche a été relue, elle porte le mois où elle l'a été.\n" +
        "Gardez-le près du téléphone. Cochez, cornez, prêtez-le au voisin qui vient d'arriver. Et le jour où une ligne ne sera plus à jour, dites-le-nous : le site sera corrigé dans l'heure, et le prochain guide aussi.",
      editorialAuthor: 'Camille Exemple, présidente de l’office de tourisme',
      cover: {
        artwork: { kind: 'cover', scene: 'estuary', variant: 1 },
        alt: 'Une cabane de pêche au carrelet sur l’estuaire, au soleil couchant, en papier découpé',
        caption: null,
      },
      guides: ['recruter-des-benevoles'],
      forum: 'forum-des-associations-de-saint-savin',
      actionPlans: ['latitude-nord-gironde-axe-3'],
      advertisements: [
        {
          advertiser: 'La Boulangerie des Quatre-Chemins',
          image: {
            artwork: {
              kind: 'advertisement',
              scene: 'market',
              variant: 2,
              name: 'La Boulangerie des Quatre-Chemins',
              line: 'Le pain des fêtes de village, cuit du matin',
            },
            alt: 'Publicité : La Boulangerie des Quatre-Chemins, le pain des fêtes de village, cuit du matin',
            caption: null,
          },
          size: 'demi-page',
        },
      ],
      partners: [
        { name: 'Le Crédit des Coteaux', logo: logo('leaf', 'CC', 152, 'Logo du Crédit des Coteaux') },
        { name: 'La Fabrique du Canton', logo: logo('blocks', 'FC', 205, 'Logo de la Fabrique du Canton') },
      ],
      usefulNumbers: [
        { name: 'Urgences, dans toute l’Europe', number: '112', note: null },
        { name: 'SAMU', number: '15', note: 'urgence médicale' },
        { name: 'Police, gendarmerie', number: '17', note: null },
        { name: 'Pompiers', number: '18', note: null },
        { name: 'Urgences pour personnes sourdes ou malentendantes', number: '114', note: 'par SMS, visio ou texte' },
        { name: 'SAMU social', number: '115', note: 'personnes sans abri' },
        { name: 'Enfance en danger', number: '119', note: 'appel gratuit, jour et nuit' },
        { name: 'Violences Femmes Info', number: '3919', note: 'anonyme et gratuit' },
        { name: 'Prévention du suicide', number: '3114', note: 'jour et nuit' },
        { name: 'Maltraitance des personnes âgées ou handicapées', number: '3977', note: null },
        { name: 'Harcèlement à l’école et en ligne', number: '3018', note: null },
        { name: 'Aide aux victimes', number: '116 006', note: 'tous les jours, de 9 h à 20 h' },
        { name: 'Médecin de garde', number: '116 117', note: 'là où il est en service ; sinon le 15' },
        { name: 'Pharmacie de garde', number: '3237', note: '0,35 € la minute' },
        { name: 'Centre antipoison de Bordeaux', number: '05 56 96 40 80', note: 'jour et nuit' },
      ],
      // the order of the forum's aisles: culture first, where the doors are
      chapters: ['culture', 'sports', 'loisirs'],
      columns: 2,
      verifiedSince: null,
      onlyCommunes: [],
      onlyThemes: [],
    },
  ];
}
