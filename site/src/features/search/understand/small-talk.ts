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
    'entre vers contre depuis pendant avant apres jusqu jusque lors autour pres loin cote proche proches alentours environs ici la-bas dehors ' +
    'quel quelle quels quelles lequel laquelle combien comment pourquoi est-ce quelque quelques quelqu chaque aucun aucune autre autres meme ' +
    'bien bon bonne mieux vraiment juste encore deja toujours jamais parfois souvent ' +
    // verbs that carry a wish
    'est es suis sont etes sommes ete etre etait serait sera soit ai as a avons avez ont avoir eu aurait auriez avait avais aurais ' +
    'peut peux pouvez pouvons peuvent pouvoir pourrait pourrais pourriez puis puisse puissent veux veut voulez voulons vouloir voudrait voudrais voudrions ' +
    'cherche cherches cherchons cherchent chercher recherche recherchons rechercher trouver trouve trouvez aimerait aimerais aimerions aimer aime adore adorer souhaite ' +
    'souhaiterais souhaiterait souhaitons desire faire fait fais faites faut faudrait dois doit devrait devrais aller va vais vas vont ira irait venir viens vient ' +
    'commencer commence debuter essayer tester proposer propose proposez proposent existe existent savoir sais sait connaitre connaissez ' +
    'prendre prend mettre met passer donner donne donnent besoin envie interesse interessee interesses voir svp stp merci bonjour salut coucou hello slt bjr ' +
    'arrive arrives arriver inscrire inscription inscriptions inscrit pratiquer pratique occuper occupe s’occuper sortir ' +
    // who asks, and for whom
    'fils fille filles garcon garcons petit petite petits petites enfant enfants gamin gamine mari femme epoux epouse conjoint conjointe mere pere maman papa parents parent ' +
    'frere soeur copain copine ami amie amis amies voisin voisine personne personnes gens quelqu quelqu-un monsieur madame famille homme hommes dame dames ' +
    // the directory itself
    'activite activites cours club clubs asso assos association associations atelier ateliers lecon lecons seance seances stage truc trucs chose choses idee idees endroit endroits lieu lieux ' +
    'quon jai cest jy quil quelle place places trouve trouver apprendre servir utiliser groupe groupes ya koi kwa sors sort rejoindre integrer participer regarder voudrai jaimerais jaimerai nouvelle nouveau nouveaux nouvelles arrivee lire coin commune communes village villages ville secteur region annee rentree an ans mois age ages horaire horaires info infos renseignement renseignements ' +
    'debut fin fois jour jours semaine heure heures h mn min niveau etc ok oui non vite facile facilement possible svp bref hein quoi pr ds ac avc ke ki c koi jsuis jveux jcherche cherch'
  ).split(/\s+/),
);
