import type { DemoSettings } from '../demo-content.ts';
import { logo, phone } from '../authoring.ts';
import { seasonOf } from '../calendar.ts';

/** @param today `YYYY-MM-DD`: the season on the cover is the one that is being prepared or under way. */
export function siteSettings(today: string): DemoSettings {
  return {
    siteName: 'Latitude Nord Gironde (démonstration)',
    tagline: 'Trouver une activité, un coup de main, un rendez-vous dans les douze communes',
    territoryName: 'Latitude Nord Gironde',
    operatorName: 'Office de tourisme Latitude Nord Gironde (démonstration)',
    operatorAddress: '1 place de la Démonstration\n33920 Saint-Savin',
    operatorPhone: phone('05 36 49 00 10'),
    operatorEmail: 'associations@example.org',
    operatorWebsite: 'https://office.example.org',
    primaryColour: '#1f5b57',
    accentColour: '#c8702a',
    logo: logo('sunrise', 'LNG', 172, 'Latitude Nord Gironde'),
    season: seasonOf(today),
    bookletTitle: 'Le guide des associations',
    bookletSubtitle: 'Douze communes, mille raisons de sortir de chez soi',
    bookletForeword:
      'Voici le guide des associations de Latitude Nord Gironde, en démonstration : le territoire est vrai, les associations, les personnes et les rendez-vous sont inventés.\n' +
      'Il est rangé par thème, comme on cherche : une activité pour un enfant, un club près de chez soi, une cause à aider. À la fin, des index permettent de retrouver une association autrement. Quand une fiche a été relue, elle porte le mois où elle l’a été ; un coup de téléphone avant de vous déplacer reste une bonne idée.\n' +
      "Ce guide est aussi un site, tenu à jour toute l'année : vous y trouverez l'agenda, le matériel à emprunter et les conseils utiles à la vie associative. Bonne lecture, et bonne rentrée !",
    bookletCover: {
      artwork: { kind: 'cover', scene: 'vineyard', variant: 1 },
      alt: 'Rangs de vigne au lever du jour, un clocher au loin, en papier découpé',
      caption: null,
    },
  };
}
