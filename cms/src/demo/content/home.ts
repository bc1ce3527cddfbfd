import type { DemoHome } from '../demo-content.ts';
import { photo } from '../authoring.ts';

export const home: DemoHome = {
  title: 'Que fait-on près de chez vous ?',
  introduction:
    'Clubs, chorales, comités des fêtes, coups de main : cherchez parmi les associations des douze communes de Latitude Nord Gironde. Posez votre question comme vous la diriez à un voisin. Ceci est une démonstration : les associations, les personnes et les rendez-vous sont inventés.',
  easyText:
    'Une association, ce sont des personnes qui font quelque chose ensemble.\n' +
    'Par exemple : du sport, de la musique ou de l’aide aux voisins.\n' +
    'Sur ce site, vous trouvez les associations près de chez vous.\n' +
    'Écrivez un mot dans la case. Par exemple : danse.\n' +
    'Puis appuyez sur le bouton « Chercher ».\n' +
    'Vous pouvez aussi téléphoner à l’office de tourisme. Une personne vous répond.',
  image: photo('vineyard', 1, 'Un village et son clocher entre les vignes, au soleil du matin'),
  questions: [
    { label: 'Que faire le mercredi avec un enfant de 8 ans ?', query: 'age=8&jour=mercredi' },
    { label: 'Où chanter dans une chorale ?', query: 'q=chorale&theme=musique-et-chant' },
    { label: 'Quelles activités pour les seniors à Cavignac ?', query: 'commune=cavignac&public=seniors' },
    { label: 'Qui peut me conduire à un rendez-vous médical ?', query: 'q=transport&theme=entraide-et-transport' },
    { label: 'Où faire du sport le soir à Saint-Savin ?', query: 'theme=sports&commune=saint-savin&public=adultes' },
    { label: 'Qui répare les objets et les vélos ?', query: 'q=r%C3%A9parer' },
  ],
  highlightedAssociations: [
    'omnisports-du-pays-gabaye',
    'le-choeur-des-coteaux',
    'roulez-tranquille',
    'nature-en-latitude',
    'l-escale-des-11-17',
    'le-tournevis-partage',
  ],
  highlightedGuides: [
    'recruter-des-benevoles',
    'organiser-un-forum-des-associations',
    'saint-aubin-du-pavail-mediatheque',
  ],
};
