/**
 * Words that say how, with what or in what manner, and hardly ever what: "coiffeur à domicile", "jouer avec ma petite". Beside a
 * subject they rank; a directory that only has them has nothing of what was asked. Without accents.
 */
export const qualifying: ReadonlySet<string> = new Set(
  (
    'jouer joue jouent domicile accompagner accompagne accompagnement aider aide gratuit gratuite rien monde vie avis place ligne ensemble ' +
    'debutant debutante debutants debutantes adulte adultes loisir loisirs amateur amateurs professionnel professionnelle ' +
    'vieux vieille vieilles maison maisons salle salles local nuit rentrer rentre electrique electriques ' +
    'veteran veterans veterane veteranes feminin feminine feminines masculin masculine mixte mixtes confirme confirmes competition competitions senior ' +
    'timide timides hyperactif hyperactive agite agitee energique sensible maladroit maladroite solitaire stresse stressee ' +
    'calme calmes tranquille tranquilles doux sympa sympas sympathique ludique ludiques original originale cool convivial conviviale fun amusant rigolo chouette ' +
    'entrainement entrainements soutien permanence permanences accueil accueillir ' +
    'equipe equipes garde plein pleine evenement evenements manifestation manifestations programme agenda ' +
    'grand grande grands grandes ouvert ouverte ouverts ouvertes accessible accessibles municipal municipale municipaux communal communale passionne passionnee passionnes passionnees fan fans mordu mordus ' +
    'animation animations initiation initiations decouverte lecon lecons magasin boutique service services probleme problemes materiel demande demander question parler discuter'
  ).split(' '),
);

/** Whom a question speaks of. Without accents. */
export const people: ReadonlySet<string> = new Set(
  (
    'mere meres maman pere peres papa mari femme epoux epouse conjoint conjointe compagne compagnon fils fille filles garcon garcons enfant enfants gamin gamine ' +
    'petit petite frere soeur parents parent mamie mamy papi papy tante tata tonton oncle neveu niece cousin cousine beau belle ami amie amis copain copine ' +
    'voisin voisine grand grande personne personnes quelqu collegue bebe proche proches ado'
  ).split(' '),
);

/**
 * Words around a question that say nothing of what is looked for, without accents. Most are the little words of French; the
 * others are how people begin ("je cherche", "y a-t-il", "où est-ce qu’on peut") and whom they speak of ("mon mari", "ma fille").
 */
export const smallTalk: ReadonlySet<string> = new Set(
  // articles, prepositions, pronouns, conjunctions
  (
    'le la les l un une des du de d au aux a et ou en par pour avec sans dans sur sous chez ce cet cette ces cela ca c qui que qu quoi dont ' +
    'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs je j tu t il elle on nous vous ils elles se s me m te moi toi lui eux soi y ' +
    'ne n pas plus moins tres trop peu beaucoup assez tout tous toute toutes aussi si mais donc or ni car comme quand lorsque puis alors ' +
    'aupres entre vers contre depuis pendant avant apres jusqu jusque lors autour pres loin cote proche proches alentours environs ici la-bas dehors ' +
    'quel quelle quels quelles lequel laquelle combien comment pourquoi est-ce quelque quelques quelqu chaque aucun aucune autre autres meme ' +
    'bien bon bonne mieux vraiment juste encore deja toujours jamais parfois souvent ' +
    // verbs that carry a wish
    'est es suis sont etes sommes ete etre etait serait sera soit ai as a avons avez ont avoir eu aurait auriez avait avais aurais ' +
    'peut peux pouvez pouvons peuvent pouvoir pourrait pourrais pourriez puis puisse puissent veux veut voulez voulons vouloir voudrait voudrais voudrions ' +
    'cherche cherches cherchons cherchent chercher recherche recherchons rechercher trouver trouve trouvez aimerait aimerais aimerions aimer aime adore adorer souhaite ' +
    'souhaiterais souhaiterait souhaitons desire faire fait fais faites faut faudrait dois doit devrait devrais aller va vais vas vont ira irait venir viens vient ' +
    'commencer commence debuter essayer tester proposer propose proposez proposent existe existent savoir sais sait connaitre connaissez ' +
    'prendre prend mettre met passer donner donne donnent besoin envie interesse interessee interesses voir svp stp merci bonjour salut coucou hello slt bjr ' +
    'laisser laisse emmener emmene amener amene envoyer voit vois voient passe passer passent arrive arrives arriver ennuie ennuies ennuient ennuyer ennui deplacer souhaite habite habitons habiter vis demenage emmenage installe installer venons viens inscrire inscription inscriptions inscrit pratiquer pratique occuper occupe s’occuper sortir ' +
    // who asks, and for whom
    'fils fille filles garcon garcons petit petite petits petites enfant enfants gamin gamine mari femme epoux epouse conjoint conjointe mere pere maman papa parents parent ' +
    'belle beau belles beaux beauf cousin cousine neveu niece tata tonton oncle tante compagne compagnon cheri cherie mec meuf potes pote collegue collegues papy mamie papi jumeau jumeaux jumelle jumelles triples frere soeur copain copine ami amie amis amies voisin voisine personne personnes gens quelqu quelqu-un monsieur madame famille homme hommes dame dames ' +
    // the directory itself
    'activite activites cours club clubs asso assos association associations atelier ateliers seance seances stage truc trucs chose choses idee idees endroit endroits lieu lieux ' +
    'font faisons faisait faisais feront ferait vu vus voyons veulent voulait voulais savent savons savait viennent venu venue venus allons allez allait pris prise prises prennent mis mise mettent apprentissage apprend apprends apprenne sachant serions seraient aient fasse fassent puissions quon jai cest jy quil quelle place places trouve trouver apprendre servir utiliser groupe groupes ya koi kwa sors sort rejoindre integrer participer regarder voudrai jaimerais jaimerai nouvelle nouveau nouveaux nouvelles arrivee lire coin commune communes village villages ville secteur region annee rentree an ans mois age ages horaire horaires info infos renseignement renseignements ' +
    'rdv journee journees debut fin fois jour jours semaine heure heures h mn min niveau etc ok oui non vite facile facilement possible svp bref hein quoi pr ds ac avc ke ki c koi jsuis jveux jcherche cherch'
  ).split(/\s+/),
);
