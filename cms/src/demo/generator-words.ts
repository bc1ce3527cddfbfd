/** What generated associations are made of: one recipe a theme, each with its own words, so that texts of two themes never read alike. */
export interface Recipe {
  theme: string;
  /** `{c}` is the commune with its preposition ("de Cavignac"), `{w}` a word of `words`. */
  names: string[];
  words: string[];
  /** `{c}` commune ("à Cavignac"), `{a}` first activity. Two sentences are drawn and put together. */
  openings: string[];
  closings: string[];
  activities: [label: string, ageMin: number | null, ageMax: number | null][];
  places: string[];
  audiences: string[];
  prices: string[];
}

const sportPrices = [
  '90 € l’année, licence comprise',
  '135 € la saison, payables en trois fois',
  'De 75 à 160 € selon l’âge',
  '110 € l’année, tarif réduit pour le deuxième enfant',
  '12 € par mois',
];
const smallPrices = [
  'Adhésion de 10 € par an',
  'Adhésion de 15 € par an, 25 € pour une famille',
  'Prix libre',
  'Gratuit',
  '2 € la séance',
];
const artPrices = [
  '180 € l’année',
  '60 € par trimestre',
  '45 € par trimestre, prêt d’instrument compris',
  '8 € l’atelier',
  '150 € l’année, 120 € pour les moins de 18 ans',
];

export const recipes: Recipe[] = [
  {
    theme: 'sports-collectifs',
    names: ['Entente sportive {w} {c}', 'Étoile {w} {c}', 'Les {w} {c}', 'Union sportive {w} {c}'],
    words: [
      'des Vallons',
      'du Moron',
      'des Coteaux',
      'de la Saye',
      'des Landes',
      'du Haut Pays',
      'des Trois Clochers',
      'de la Livenne',
    ],
    openings: [
      'Club de sport collectif installé {c}, ouvert aux débutants comme aux habitués.',
      'Ici, on joue en équipe depuis plusieurs générations : {a} le soir, matchs le week-end.',
      'Petit club familial {c} où l’on apprend le jeu avant le résultat.',
    ],
    closings: [
      'Deux séances d’essai sont offertes à la rentrée.',
      'Les parents qui conduisent les équipes sont toujours les bienvenus.',
      'Le club forme aussi ses jeunes arbitres.',
      'Un tournoi amical clôt la saison en juin.',
    ],
    activities: [
      ['École de football', 6, 11],
      ['Football seniors', 18, null],
      ['Handball jeunes', 9, 15],
      ['Basket loisir', 18, null],
      ['Rugby à toucher', 14, null],
      ['Volley mixte', 16, null],
    ],
    places: ['Stade municipal', 'Gymnase', 'Plaine des sports'],
    audiences: ['enfants', 'adolescents', 'adultes'],
    prices: sportPrices,
  },
  {
    theme: 'arts-martiaux',
    names: ['Dojo {w} {c}', 'Judo club {w} {c}', 'L’Art du geste {c} – {w}'],
    words: ['du Cèdre', 'de la Grue', 'du Roseau', 'des Deux Rives', 'du Soleil levant', 'de l’Érable'],
    openings: [
      'Le dojo accueille petits et grands {c} pour apprendre à chuter, saluer et se respecter.',
      'Arts martiaux traditionnels {c}, en groupe réduit.',
      '{a}, et bien plus : une école de calme autant que de mouvement.',
    ],
    closings: [
      'Le kimono est prêté le premier mois.',
      'Passages de grade en février et en juin.',
      'Un stage ouvert à tous a lieu à chaque vacances.',
    ],
    activities: [
      ['Éveil judo', 4, 6],
      ['Judo enfants', 7, 12],
      ['Karaté ados et adultes', 13, null],
      ['Aïkido', 14, null],
      ['Self-défense', 16, null],
      ['Tai-chi', 18, null],
    ],
    places: ['Dojo intercommunal', 'Salle polyvalente', 'Gymnase'],
    audiences: ['enfants', 'adolescents', 'adultes'],
    prices: sportPrices,
  },
  {
    theme: 'gymnastique-et-bien-etre',
    names: ['Gym {w} {c}', 'Forme et {w} {c}', 'Souffle et {w} {c}'],
    words: ['tonique', 'détente', 'vitalité', 'équilibre', 'harmonie', 'énergie', 'douceur'],
    openings: [
      'Bouger sans se faire mal : voilà l’idée des cours proposés {c}.',
      'Des séances d’une heure, encadrées par une éducatrice diplômée.',
      '{a} et autres cours pour entretenir sa forme à son rythme.',
    ],
    closings: [
      'Tapis et petit matériel sont fournis.',
      'On peut changer de créneau en cours d’année.',
      'Le premier cours est gratuit.',
      'Un certificat médical est demandé après 70 ans.',
    ],
    activities: [
      ['Gymnastique douce', 55, null],
      ['Pilates', 18, null],
      ['Yoga', 16, null],
      ['Renforcement musculaire', 16, null],
      ['Baby-gym', 2, 5],
      ['Stretching', 18, null],
    ],
    places: ['Salle des fêtes', 'Salle de motricité', 'Foyer'],
    audiences: ['adultes', 'seniors'],
    prices: sportPrices,
  },
  {
    theme: 'raquettes',
    names: ['Tennis club {w} {c}', 'Ping {w} {c}', 'Les Volants {w} {c}'],
    words: ['des Tilleuls', 'du Bourg', 'des Vignes', 'du Lavoir', 'de la Côte'],
    openings: [
      'Un club de raquettes {c}, du loisir à la compétition départementale.',
      'On échange des balles toute l’année, et des nouvelles aussi.',
    ],
    closings: [
      'Les courts se réservent en ligne.',
      'Les raquettes sont prêtées aux débutants.',
      'Un tournoi interne réunit petits et grands au printemps.',
    ],
    activities: [
      ['École de tennis', 5, 12],
      ['Tennis adultes', 18, null],
      ['Tennis de table', 8, null],
      ['Badminton loisir', 14, null],
    ],
    places: ['Courts municipaux', 'Gymnase', 'Salle polyvalente'],
    audiences: ['enfants', 'adolescents', 'adultes'],
    prices: sportPrices,
  },
  {
    theme: 'marche-et-course',
    names: ['Les Marcheurs {w} {c}', 'Foulées {w} {c}', 'Sentiers {w} {c}'],
    words: ['du Lundi', 'des Vignes', 'tranquilles', 'du Petit Matin', 'de la Palu', 'des Pins'],
    openings: [
      'On chausse les baskets {c}, par tous les temps ou presque.',
      'Marcher ou courir ensemble, sans chronomètre ni classement.',
    ],
    closings: [
      'Le covoiturage part de la place du village.',
      'Chacun apporte son pique-nique une fois par mois.',
      'Les itinéraires sont préparés par les adhérents.',
    ],
    activities: [
      ['Randonnée à la demi-journée', 16, null],
      ['Marche nordique', 16, null],
      ['Course à pied débutants', 15, null],
      ['Marche douce', 60, null],
    ],
    places: ['Place de l’Église', 'Parking de la mairie', 'Stade municipal'],
    audiences: ['adultes', 'seniors', 'familles'],
    prices: smallPrices,
  },
  {
    theme: 'musique-et-chant',
    names: ['Chœur {w} {c}', 'Harmonie {w} {c}', 'La Clé {w} {c}', 'École de musique {w} {c}'],
    words: ['des Quatre Vents', 'du Rossignol', 'à Portée', 'des Voix mêlées', 'du Clocher', 'Da Capo'],
    openings: [
      'On chante et on joue {c}, sans qu’il soit besoin de lire la musique en arrivant.',
      'Une quarantaine de musiciens amateurs se retrouvent chaque semaine.',
      '{a} : le plaisir de faire de la musique ensemble.',
    ],
    closings: [
      'Deux concerts par an sont donnés dans les églises du territoire.',
      'Les instruments peuvent être loués la première année.',
      'Les répétitions sont ouvertes aux curieux.',
    ],
    activities: [
      ['Chorale adultes', 16, null],
      ['Éveil musical', 4, 6],
      ['Guitare', 8, null],
      ['Ensemble de cuivres', 12, null],
      ['Atelier percussions', 10, null],
      ['Chœur d’enfants', 7, 12],
    ],
    places: ['Salle de musique', 'Église', 'Foyer rural'],
    audiences: ['enfants', 'adolescents', 'adultes', 'seniors'],
    prices: artPrices,
  },
  {
    theme: 'theatre-et-cirque',
    names: ['Théâtre {w} {c}', 'Compagnie {w} {c}', 'Les Tréteaux {w} {c}'],
    words: ['de la Lanterne', 'du Coquelicot', 'des Bretelles', 'du Strapontin', 'à Bascule', 'des Trois Coups'],
    openings: [
      'Une troupe d’amateurs {c} qui monte une pièce par an, de la farce au drame.',
      'On improvise, on se trompe, on recommence : le théâtre comme terrain de jeu.',
    ],
    closings: [
      'Les décors et les costumes se fabriquent ensemble.',
      'Pas besoin d’expérience, seulement d’assiduité.',
      'La troupe cherche aussi des mains pour la lumière et le son.',
    ],
    activities: [
      ['Théâtre enfants', 7, 11],
      ['Théâtre ados', 12, 17],
      ['Théâtre adultes', 18, null],
      ['Cirque', 6, 14],
      ['Improvisation', 16, null],
    ],
    places: ['Salle des fêtes', 'Théâtre de poche', 'Foyer'],
    audiences: ['enfants', 'adolescents', 'adultes'],
    prices: artPrices,
  },
  {
    theme: 'danse',
    names: ['Danse {w} {c}', 'Pas {w} {c}', 'Les Souliers {w} {c}'],
    words: ['à Pas', 'en Liberté', 'de Côté', 'croisés', 'rouges', 'de Bal'],
    openings: [
      'Danser {c}, en ligne, en couple ou tout seul, de 4 à 84 ans.',
      '{a} le soir, bal une fois par trimestre.',
    ],
    closings: [
      'Un gala réunit tous les groupes en juin.',
      'Nul besoin de venir avec un partenaire.',
      'Les costumes se cousent maison.',
    ],
    activities: [
      ['Éveil à la danse', 4, 6],
      ['Danse modern jazz', 8, 16],
      ['Danse de salon', 18, null],
      ['Danses traditionnelles', 12, null],
      ['Country', 16, null],
      ['Hip-hop', 9, 17],
    ],
    places: ['Salle des fêtes', 'Salle de danse', 'Foyer rural'],
    audiences: ['enfants', 'adolescents', 'adultes'],
    prices: artPrices,
  },
  {
    theme: 'arts-plastiques',
    names: ['L’Atelier {w} {c}', 'Terre et {w} {c}', 'Couleurs {w} {c}'],
    words: ['du Pinceau', 'de la Main', 'Lumière', 'des Copeaux', 'du Grenier', 'Papier'],
    openings: [
      'Un atelier partagé {c} pour peindre, modeler, coudre ou graver.',
      'On vient avec une idée, on repart avec un objet.',
    ],
    closings: [
      'Le matériel de base est fourni.',
      'Une exposition se tient au printemps.',
      'Les enfants ont leur atelier du mercredi.',
    ],
    activities: [
      ['Peinture et aquarelle', 16, null],
      ['Poterie', 10, null],
      ['Couture', 14, null],
      ['Arts plastiques enfants', 6, 11],
      ['Vannerie', 18, null],
    ],
    places: ['Atelier communal', 'Ancienne école', 'Salle des associations'],
    audiences: ['enfants', 'adultes', 'seniors'],
    prices: artPrices,
  },
  {
    theme: 'fetes-et-animation',
    names: ['Comité des fêtes {w} {c}', 'Les Amis {w} {c}', 'Festi-{w} {c}'],
    words: ['de la Place', 'du Lampion', 'de Saint-Jean', 'du Vieux Puits', 'du Mai'],
    openings: [
      'Le comité organise les fêtes qui font vivre le village {c}.',
      'Feu de la Saint-Jean, vide-greniers, repas de rue : une trentaine de bénévoles s’y mettent.',
    ],
    closings: [
      'On ne demande que quelques heures par an.',
      'Tables, bancs et friteuses se prêtent aux associations voisines.',
      'Réunion ouverte à tous le premier lundi du mois.',
    ],
    activities: [
      ['Préparation des fêtes', 16, null],
      ['Vide-greniers', null, null],
      ['Atelier chars et décors', 8, null],
    ],
    places: ['Salle des fêtes', 'Place du village', 'Halle'],
    audiences: ['familles', 'adultes'],
    prices: smallPrices,
  },
  {
    theme: 'jeux',
    names: ['Le Cercle {w} {c}', 'Les Pions {w} {c}', 'Soirées {w} {c}'],
    words: ['du Dé', 'du Cavalier', 'de la Belote', 'des Trois Dés', 'ludiques', 'sans Écran'],
    openings: [
      'Jouer aux cartes, aux échecs ou à des jeux venus de partout, {c}.',
      'Une ludothèque de trois cents boîtes et des gens pour expliquer les règles.',
    ],
    closings: [
      'Les jeux s’empruntent pour la semaine.',
      'Les débutants sont placés à côté d’un habitué.',
      'Tournoi amical à chaque saison.',
    ],
    activities: [
      ['Soirée jeux de société', 8, null],
      ['Échecs', 7, null],
      ['Belote et tarot', 16, null],
      ['Scrabble', 16, null],
    ],
    places: ['Salle des associations', 'Médiathèque', 'Foyer'],
    audiences: ['familles', 'adultes', 'seniors'],
    prices: smallPrices,
  },
  {
    theme: 'jardinage',
    names: ['Jardins partagés {w} {c}', 'Les Mains {w} {c}', 'Graines {w} {c}'],
    words: ['vertes', 'du Puits', 'de la Combe', 'voyageuses', 'du Cerisier'],
    openings: [
      'Des parcelles, un cabanon et beaucoup d’échanges, {c}.',
      'On cultive ensemble sans produit chimique, et on partage la récolte.',
    ],
    closings: [
      'Une bourse aux graines se tient en mars.',
      'Les outils sont en commun.',
      'Il y a parfois une liste d’attente : inscrivez-vous tôt.',
    ],
    activities: [
      ['Jardinage au potager commun', null, null],
      ['Taille et greffe', 16, null],
      ['Jardin des enfants', 5, 11],
    ],
    places: ['Jardin partagé', 'Verger communal'],
    audiences: ['familles', 'adultes', 'seniors'],
    prices: smallPrices,
  },
  {
    theme: 'parents-d-eleves',
    names: ['Parents d’élèves {w} {c}', 'Amicale de l’école {w} {c}', 'La Récré {w} {c}'],
    words: ['des Marronniers', 'du Cartable', 'des Coccinelles', 'de l’Encrier', 'des P’tits Loups'],
    openings: [
      'Des parents qui se mobilisent pour les sorties et les projets de l’école, {c}.',
      'L’association finance le bus de la piscine, les livres de la BCD et le spectacle de Noël.',
    ],
    closings: [
      'Une réunion par trimestre, un groupe de discussion le reste du temps.',
      'Même une heure pour tenir un stand, c’est précieux.',
      'Kermesse le dernier vendredi de juin.',
    ],
    activities: [
      ['Kermesse et marché de Noël', null, null],
      ['Bourse aux vêtements', null, null],
      ['Goûters du vendredi', 3, 11],
    ],
    places: ['École', 'Préau', 'Salle des fêtes'],
    audiences: ['familles', 'enfants'],
    prices: smallPrices,
  },
  {
    theme: 'loisirs-des-jeunes',
    names: ['Club des jeunes {w} {c}', 'L’Escale {w} {c}', 'La Cabane {w} {c}'],
    words: ['du Rail', 'des 12-17', 'du Préau', 'sur le Toit', 'à Idées'],
    openings: [
      'Un lieu pour se retrouver après les cours, monter des projets et partir en séjour, {c}.',
      'Les jeunes décident, les animateurs accompagnent.',
    ],
    closings: [
      'Inscription au mois ou à l’année.',
      'Une navette ramène les collégiens le mercredi.',
      'Les séjours d’été se préparent dès janvier.',
    ],
    activities: [
      ['Accueil libre', 11, 17],
      ['Studio de radio', 12, 17],
      ['Sorties du samedi', 11, 17],
      ['Atelier bricolage et numérique', 10, 16],
    ],
    places: ['Maison des jeunes', 'Ancien presbytère', 'Foyer'],
    audiences: ['adolescents'],
    prices: ['12 € par an', '5 € par mois', 'Selon le quotient familial'],
  },
  {
    theme: 'aide-alimentaire',
    names: ['Le Panier {w} {c}', 'Épicerie solidaire {w} {c}', 'La Table {w} {c}'],
    words: ['du Coin', 'partagé', 'ouverte', 'des Deux Mains', 'de l’Amitié'],
    openings: [
      'Une aide alimentaire discrète et chaleureuse, {c}.',
      'Des bénévoles collectent, trient et distribuent chaque semaine.',
    ],
    closings: [
      'L’accès se fait sur rendez-vous, sans jugement.',
      'Un café est toujours prêt à l’accueil.',
      'Les dons de légumes du jardin sont bienvenus.',
    ],
    activities: [
      ['Distribution alimentaire', null, null],
      ['Vestiaire', null, null],
      ['Atelier cuisine anti-gaspi', 16, null],
    ],
    places: ['Local associatif', 'Ancienne poste', 'Salle paroissiale'],
    audiences: ['adultes', 'familles', 'seniors'],
    prices: ['Gratuit', 'Participation de 10 % du prix', 'Gratuit, sur orientation d’un travailleur social'],
  },
  {
    theme: 'entraide-et-transport',
    names: ['Coup de main {w} {c}', 'Route {w} {c}', 'Voisins {w} {c}'],
    words: ['d’à côté', 'solidaire', 'du Canton', 'en Chemin', 'du Jeudi'],
    openings: [
      'Des bénévoles qui conduisent, réparent et rendent service, {c}.',
      'Un appel la veille, et un voisin vient vous chercher.',
    ],
    closings: [
      'Le chauffeur est dédommagé de ses kilomètres.',
      'On peut aussi simplement bavarder.',
      'L’association est assurée pour chaque trajet.',
    ],
    activities: [
      ['Transport accompagné', 18, null],
      ['Petits travaux', 18, null],
      ['Visites à domicile', 60, null],
    ],
    places: ['Au domicile des adhérents', 'Permanence en mairie'],
    audiences: ['seniors', 'adultes', 'personnes-en-situation-de-handicap'],
    prices: ['0,40 € par kilomètre', 'Adhésion de 5 € par an', 'Gratuit'],
  },
  {
    theme: 'handicap',
    names: ['Ensemble {w} {c}', 'Un pas {w} {c}', 'Les Rencontres {w} {c}'],
    words: ['autrement', 'de plus', 'du Possible', 'à Égalité', 'pour Tous'],
    openings: [
      'Des activités et du répit pour les personnes en situation de handicap et leurs proches, {c}.',
      'On fait du sport, on cuisine, on sort : chacun comme il peut, tous ensemble.',
    ],
    closings: [
      'Chaque accueil est préparé avec la famille.',
      'Les lieux sont accessibles en fauteuil.',
      'Des bénévoles sont formés chaque automne.',
    ],
    activities: [
      ['Après-midi de répit', 6, null],
      ['Sport adapté', 8, null],
      ['Café des aidants', 18, null],
    ],
    places: ['Salle accessible', 'Gymnase', 'Médiathèque'],
    audiences: ['personnes-en-situation-de-handicap', 'familles'],
    prices: smallPrices,
  },
  {
    theme: 'clubs-des-aines',
    names: ['Club {w} {c}', 'Les Aînés {w} {c}', 'L’Âge {w} {c}'],
    words: ['du Bel Âge', 'de l’Automne doré', 'des Cheveux d’argent', 'd’Or', 'du Bon Temps'],
    openings: [
      'Le club réunit les retraités {c} autour de jeux, de goûters et de voyages.',
      'On y vient pour les cartes, on y reste pour la compagnie.',
    ],
    closings: [
      'Le minibus passe prendre ceux qui ne conduisent plus.',
      'Un repas fête les anniversaires du mois.',
      'Les jeunes retraités apportent des idées neuves.',
    ],
    activities: [
      ['Après-midi jeux', 60, null],
      ['Loto', 60, null],
      ['Atelier mémoire', 60, null],
      ['Voyages d’un jour', 55, null],
    ],
    places: ['Salle des aînés', 'Foyer', 'Salle des fêtes'],
    audiences: ['seniors'],
    prices: smallPrices,
  },
  {
    theme: 'histoire-locale',
    names: ['Mémoire {w} {c}', 'Les Archives {w} {c}', 'Cercle d’histoire {w} {c}'],
    words: ['du Pays gabaye', 'des Moulins', 'des Vieilles Pierres', 'du Grenier', 'des Chemins creux'],
    openings: [
      'L’association rassemble photos, actes et souvenirs {c}.',
      'Des passionnés qui lisent les vieux registres et racontent ce qu’ils y trouvent.',
    ],
    closings: [
      'Un bulletin paraît deux fois par an.',
      'Les anciens du village sont enregistrés et écoutés.',
      'Une balade commentée a lieu à l’automne.',
    ],
    activities: [
      ['Atelier de lecture d’archives', 16, null],
      ['Généalogie', 16, null],
      ['Balades commentées', null, null],
    ],
    places: ['Salle des associations', 'Mairie', 'Médiathèque'],
    audiences: ['adultes', 'seniors'],
    prices: smallPrices,
  },
  {
    theme: 'protection-de-la-nature',
    names: ['Nature {w} {c}', 'Les Veilleurs {w} {c}', 'Haies et {w} {c}'],
    words: ['vivante', 'du Marais', 'des Mares', 'du Bocage', 'Rivières'],
    openings: [
      'Observer les oiseaux, compter les papillons, planter des haies : la nature {c} a ses veilleurs.',
      'Des sorties pour apprendre à regarder, des chantiers pour réparer.',
    ],
    closings: [
      'Prévoir des bottes.',
      'Les relevés sont partagés avec les naturalistes du département.',
      'Les enfants viennent avec un adulte.',
    ],
    activities: [
      ['Sortie nature', 6, null],
      ['Chantier de plantation', 12, null],
      ['Comptage des oiseaux', 10, null],
    ],
    places: ['Rendez-vous sur place', 'Étang communal', 'Lisière du bois'],
    audiences: ['familles', 'adultes'],
    prices: smallPrices,
  },
  {
    theme: 'transition-et-reemploi',
    names: ['Atelier de réparation {w} {c}', 'La Remise {w} {c}', 'Deuxième {w} {c}'],
    words: ['Vie', 'du Tournevis', 'à Vélos', 'des Bricoleurs', 'Souffle'],
    openings: [
      'On répare ensemble grille-pain, vélos et vêtements plutôt que de jeter, {c}.',
      'Un lieu où les objets repartent pour un tour.',
    ],
    closings: [
      'Apportez l’objet et sa notice si vous l’avez.',
      'On apprend en faisant : le réparateur, c’est vous.',
      'Le café est offert, les pièces sont à prix coûtant.',
    ],
    activities: [
      ['Café de réparation', 12, null],
      ['Atelier vélo', 10, null],
      ['Couture et reprise', 14, null],
    ],
    places: ['Atelier municipal', 'Ancienne gare', 'Garage solidaire'],
    audiences: ['adultes', 'adolescents', 'familles'],
    prices: ['Prix libre', 'Adhésion de 8 € par an', 'Gratuit'],
  },
  {
    theme: 'foyers-et-centres-sociaux',
    names: ['Foyer rural {w} {c}', 'La Maison {w} {c}', 'Espace de vie {w} {c}'],
    words: ['des Habitants', 'du Tilleul', 'de Tous', 'du Lavoir', 'des Possibles'],
    openings: [
      'Un foyer ouvert à tous {c} : ateliers, sorties, accompagnement des projets d’habitants.',
      'On y passe pour un renseignement, on y revient pour les gens.',
    ],
    closings: [
      'Les idées d’activité viennent des adhérents.',
      'Un repas partagé a lieu le dernier vendredi du mois.',
      'Un ordinateur et une aide aux démarches sont à disposition.',
    ],
    activities: [
      ['Cuisine du monde', 14, null],
      ['Aide aux démarches en ligne', 18, null],
      ['Sorties familiales', null, null],
      ['Gym d’entretien', 18, null],
    ],
    places: ['Foyer rural', 'Maison des habitants'],
    audiences: ['familles', 'adultes', 'seniors'],
    prices: smallPrices,
  },
  {
    theme: 'soutien-scolaire',
    names: ['Coup de pouce {w} {c}', 'Les Devoirs {w} {c}', 'Apprendre {w} {c}'],
    words: ['au Village', 'ensemble', 'autrement', 'du Mardi', 'en Confiance'],
    openings: [
      'Des bénévoles aident les écoliers et les collégiens {c} après la classe.',
      'Un goûter, un devoir, un jeu : dans cet ordre.',
    ],
    closings: [
      'L’aide est gratuite et sans condition de notes.',
      'Il suffit d’aimer les enfants pour devenir bénévole.',
      'Les parents sont invités à rester.',
    ],
    activities: [
      ['Aide aux devoirs primaire', 6, 11],
      ['Aide aux devoirs collège', 11, 15],
      ['Club de sciences', 8, 14],
    ],
    places: ['École', 'Médiathèque', 'Salle des associations'],
    audiences: ['enfants', 'adolescents'],
    prices: ['Gratuit', 'Adhésion de 5 € par an'],
  },
];

export const firstNames = [
  'Camille',
  'Dominique',
  'Claude',
  'Maxime',
  'Alix',
  'Charlie',
  'Sacha',
  'Andréa',
  'Noa',
  'Loïs',
  'Gaëlle',
  'Régine',
  'Théo',
  'Inès',
  'Aurèle',
  'Zoé',
  'Hervé',
  'Solène',
  'Yannick',
  'Odile',
];
/** Names that nobody would take for a real neighbour. */
export const lastNames = [
  'Exemple',
  'Fictif',
  'Modèle',
  'Dupré-Fictif',
  'Échantillon',
  'Imaginaire',
  'Personne',
  'Lambda',
  'Témoin',
  'Spécimen',
  'Inventé',
  'Prétexte',
];
export const roles = ['Présidence', 'Secrétariat', 'Trésorerie', 'Accueil et inscriptions', 'Coordination'];
export const streets = [
  'rue des Glycines',
  'chemin de la Fontaine',
  'route des Moulins',
  'place du Tilleul',
  'impasse des Lilas',
  'allée des Cèdres',
  'rue du Vieux-Four',
  'chemin des Palombes',
];
export const seasons = ['De septembre à juin', 'Toute l’année', 'D’octobre à mai', 'Hors vacances scolaires'];
export const volunteerNotes = [
  'Deux heures par mois suffisent : tenir la buvette, accueillir les nouveaux, préparer une salle.',
  'Nous cherchons une personne à l’aise avec les chiffres pour seconder la trésorière.',
  'Un chauffeur de plus le mercredi, et tout le monde arrive à l’heure.',
  'Affiches, petites annonces, photos : une plume ou un œil nous aideraient bien.',
  'Venez essayer un jour de fête, vous verrez bien si cela vous plaît.',
];
