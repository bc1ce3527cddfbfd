/**
 * Words that everybody knows and that a directory may not hold: they are what somebody meant, and no slip of the finger. "Bras" is no
 * "brass band". Of the commonest of French, with those that people use to tell why they ask.
 */
export const commonWords: readonly string[] = (
  'pile piles chercheur chercheuse refuse refuser refusé électricité pluie souffrir souffre genou épaules hanche souffrance abandonner abîmer abonnement aboyer absence accepter accident accord achat acheter acier adresse adroit affaire affreux âge agent agréable aigu aile ' +
  'aimable air ajouter album allée allumer ambiance amende amour ampoule ancien ange angle angoisse anniversaire annonce appareil appartement appel appeler ' +
  'apporter appuyer argent armoire arrêt arrêter arrière arrivée article ascenseur asseoir assiette attendre attention aube auto autobus automne autoroute ' +
  'avenir aveugle avis avocat bagage baguette baignoire bain baisse balai balcon balle banane banc bande banque barbe barrière bas bâtiment bateau bâton ' +
  'battre bavard besoin bête beurre bijou billet blanc blé blesser blessure bleu boire boisson boîte bol bonbon bonheur bonnet bord botte bouche boucher ' +
  'boue bouger boulanger boulot bouquet bouteille bouton branche bras briser brosse brouillard bruit brûler bruyant budget bureau bus but cabane cabinet ' +
  'cacher cadeau cafard caisse calme camion canapé canard caravane carburant carnet carotte carré carte carton cas casque casser cause cave ceinture célèbre ' +
  'célibataire centre cerise certain chagrin chaise chaleur chambre champ chance changer chapeau charge charger charme chasser château chaud chauffage ' +
  'chauffeur chaussette chaussure chemin chemise cheveu cheville chiffre choc chocolat choisir choix chute ciel cigarette citron clair classe clé client ' +
  'climat cloche coeur coiffeur coin colère colle collègue combat combien commande commerce compagnie complet compliqué comprendre compte concours conduire ' +
  'confiance confier congé connu conseil content contrat copie corps costume côté cou couche coude couleur couloir coup couper courage courrier cours couteau ' +
  'coûter couvert crainte créer creux crevé crier crise croire croix cru cuir cuire cuisse culotte curieux danger date débarrasser debout débrouiller début ' +
  'décès déchirer décider découper décrire défaut défouler degré déjeuner demande démarrer demi dent dentiste dépanner départ dépasser dépense déranger ' +
  'dernier désordre dessert détail détendre dette deuil devant devenir devis diable diète différent difficile dîner dire directeur disparu dispute distance ' +
  'distraire docteur doigt dommage dormir dos dossier douche doute drap drapeau droit dur durée eau écart échange école économie écouter écran écraser écrire ' +
  'effort égal élève emploi employé emporter endormir enfance enfermer énerver enfin ennemi ennui ensemble entendre enterrer entrée entreprise enveloppe ' +
  'épaule épouse épuisé erreur escalier espoir esprit essence étage état été éteindre étoile étrange étranger étude évier examen excuse exemple expliquer ' +
  'fabriquer façade facile façon facteur facture faible faim fatigue fatigué faute fauteuil faux femme fenêtre fer ferme fermer ferroviaire feu feuille ' +
  'fièvre figure fil film fin finir flamme flèche fleur foie folie fonction fond fontaine force forme fort fou foule four fourchette frais fraise franc ' +
  'frapper frein froid fromage front frontière fruit fuite fumée fumer gagner galère gamin gant garage garantie garder gare gâteau gauche gaz geler gendarme ' +
  'général genou gentil gilet glace gorge goût goutte grand gras gratter grave grenier griffe grippe gris gros grossesse guérir guerre guichet habit habitude ' +
  'hache haine haut herbe hésiter heureux hier hiver honnête honte hôpital horaire hôtel huile humeur humide île image immeuble impôt incendie incident ' +
  'infirmier ingénieur inquiet interdit intérêt inviter jambe jaune jeter jeune joie joli joue jouet journal juge jupe jurer jus juste lac laid laine laisser ' +
  'lait lampe lancer langue large larme laver leçon léger légume lent lettre lever liberté ligne linge liquide lit litre livre logement loi loisir long louer ' +
  'loup lourd loyer lumière lune lunettes machine maigre maigrir main maire maître mal malade maladie malheur manche manger manière manque manquer manteau ' +
  'marchand marchant mari mariage marier matelas matière mauvais méchant médicament mélange membre mémé ménage mensonge menteur menton menu merde mesure métal ' +
  'métier métro meuble midi miel mignon milieu minute miroir misère moche moitié moment monde monnaie monter montre moquer morceau mordre mort mot moteur mou ' +
  'mouche mouchoir mouiller mourir mouton moyen muet mur mûr muscle naissance nappe neige nerf nettoyer neuf nez nid noir nom nombre nord note nourrir ' +
  'nouveau noyer nuage nuit nul numéro obéir objet obliger odeur oeil oeuf oeuvre offre ongle or orage oreille oreiller orange ordre ordure oser oublier ouest ouvrir ' +
  'page paie paille paix palais panne pantalon papier paquet paradis parapluie pareil parfum parking parole part partager partie partir pas passage passeport ' +
  'patience patron paupière pauvre payer pays peau peigne peine pelouse pente perdre permettre permis peser petit peur phrase pièce pied pierre pince piqûre ' +
  'place plafond plaie plaindre plainte plaisir plan planche plat plein pleurer pli plomb plombier pluie poche poêle poids poignet poil poing point poire ' +
  'poison poitrine poli police politesse pomme pompe pont porte porter poser possible poste pot poubelle pouce poule poumon poupée pousser poussière pouvoir ' +
  'premier prénom présent président presse preuve prière prince prison privé prix problème prochain produit professeur profond promesse promettre propre ' +
  'propriétaire protéger prudent puits punir qualité quart quartier quitter raconter radis raison ramasser ramener rampe rang ranger rare raser rayon recette ' +
  'recevoir rechercher récolte réduire refuser regard règle regret reine relever remède remercier remorque remplir rencontre rendre renverser réparation ' +
  'repas répéter répondre repos réputation réseau respirer ressembler rester retard retirer retour retraite retrouver réunion réussir rêve réveil revenir rez ' +
  'rhume riche rideau rire rivière riz robe robinet roi rond rose roue rouge rouille roux rue ruine sable sac saison sale salon salut sang santé sauce saut ' +
  'sauver savon sec secret seau sécher séjour sel selle semaine sembler sens sentir serré serrure serveur servir seuil seul siècle siège signe silence simple ' +
  'singe sirop situation soeur soif soigner soin soir sol soleil solide sombre sommeil sommet son songe sonner sortie sot sou souci souffle souffler souffrir ' +
  'soulager soulier soupe sourire souris souvenir stress sucre sud sueur suite suivre sujet sûr surface surprise tableau tablier tache taille taire talon ' +
  'tapis tard tarif tas tasse taureau taux tel téléphone témoin temps tendre tenir tension terrain terre tête thé tiède tiers timide tirer tiroir tissu titre ' +
  'toile toilette toit tomate tombe tomber tonnerre tort tôt toucher tour tourner tousser trace traduire train traîner traitement trait tranche tranquille ' +
  'travail travailler traverser trembler tricher triste tromper trottoir trou trouble troupeau tuer tuyau urgence urgent usage usine utile vacances vache ' +
  'vaisselle valeur valise veau veille vélo vendeur vendre venir vent ventre ver verre vert vertige veste vêtement viande vide vider vieillir vilain ville vin ' +
  'violent visage vitesse vitre vivre voile voir voisin voiture voix vol voler voleur volet volonté vomir vote vouloir voyage vrai vue wagon zone ' +
  // What is told of oneself whatever one asks for: verbs in the forms that people write, and words that say how, how much and when.
  'abandonné abord absent absolu absolument accompagne accorder accroître accueille accumuler accès acheté achète ' +
  'achètent acte actif action active actuel actuelle actuellement adapter addition admettre admirable adopte adéquat ' +
  'affronter agacer agir agite agité agrandir aider ailleurs aiment ainsi ait allaient allait allons amitié amuse ' +
  'amuser améliore amélioré an ancienne anime animé année anonyme aperçu apparaître apparemment appartenir appelle ' +
  'appris approcher appui appuie apte ardu arracher arrange arrangement arranger aspect assidu assieds assis assise ' +
  'assister associe atmosphère atroce attache attacher attaquer atteindre attend attendu attentif attirer attitude ' +
  'attraper augmenter auparavant aussitôt autant authentique autonome autoriser autrefois autrement avancer avantage ' +
  'aventure aventureux avide avouer bagarre baisser balader banal base basique bats battu bidule bientôt bilan bizarre ' +
  'bled bloqué bonne bordel bosse bossent bosser bouffe bouffer bouge bougent bout brave briller brin bru ' +
  'brutal brutale bruyante buvait bébés calcul calculer capable caractère carrément casanier cassé catégorie ' +
  'causer cent centaine cercle certainement certes cesse cesser chapitre chargé cher chers chiant chiante choisi ' +
  'choisit choque chère cinq circonstance circulation circuler clairement classique coincer coincé coincée ' +
  'combinaison commun complètement comporte comportement composer comprend comprends comprennent compris ' +
  'compter concerner conclure concret conduit confiant confirme confort confortable connais connaissait connaissent ' +
  'connaît consciente conseiller conserver consister constant constater construit consulter conséquence contact ' +
  'contenir contente contexte continue continuer contraire convaincre convenable convenir conversation convient ' +
  'convivialité correct correctement corriger costaud coucher couchée couler coups courageux couramment courant courir ' +
  'coûte coûteux craindre crains craintif craque craquer crevée croient crois croise croiser croissance croit cruel ' +
  'créatif cycle câlin célibataires daron daronne darons dedans demain demandent derniers dernière descendre dessous ' +
  'dessus destin deux deuxième devenu devenue deviennent deviens devient difficiles difficulté difficultés dimanches ' +
  'dimension direct directement direction dis disait discipline disent distinguer distraction distrait dit divers ' +
  'divorcé divorcée dix dizaine domaine dormait dors dort double doucement douze doué douée droite durable dure durer ' +
  'dynamique débarque débarquer débarrasse débloquer déborde déborder débordé débordée débourser débrouillard ' +
  'débrouille décide décision déclare déconnecter décroche décrocher dédier défi définitivement dégager délai ' +
  'délaisser démarche démarre déménager dépassé dépassée dépend dépendre déprimer déprimé dérange dérouler désespéré ' +
  'désir désirer détendu détente déteste détester développement développer déçu déçue effectuer effet efficace ' +
  'efforcer embaucher embête embêter emménager emporte empêche empêcher encourager endroits endurant engage engager ' +
  'enlever ennuyé ensuite entend entends entendu entier entièrement entourage entoure entourer entraîne ' +
  'entraîner entretenir environ envisager espace espèce espère espérer essai estimer euro euros ex exact exactement ' +
  'exagérer excellent exceptionnel excité exige exigeant exiger existence exister explication explique expression ' +
  'exprime exprimer exprès expérience expérimenter extra extrême extrêmement fabrique fabuleux faciles fainéant ' +
  'faisais faisait fallait fameux familier fatigant fauchés fermé fiable fidèle fier fierté filleul filleule final ' +
  'finalement fine finis finissent finit fixer flemme folle fonctionne fonctionner forcément formidable formule ' +
  'fortune fournir fragile franche franchement frangin frangine fraîche frileux froide fréquemment fréquent fréquente ' +
  'fréquenter fuir fuit furieux fête fêter gagne gai galérer galérons garantir gars gendre gentille gentiment geste ' +
  'glissant glisser global globalement gonzesse gosse goûter grandeur grandi grandir grandissent grandit gratuit ' +
  'grosse grosses grossir guide guider gère génial géniale gérer gêne gêner gênée habile habille habiller habituel ' +
  'habituer hasard haute heureuse honneur huit humain hésitant hésite idéal idée ignorer imagine imaginer ' +
  'immense immobile immédiat immédiatement impasse important importer imposer impossible impression impressionnant ' +
  'improviser inattendu incapable incite inconnu inconvénient incroyable indiquer indépendance indépendant influence ' +
  'influencer informer initiative inquiète inquiéter insister inspirer installe instant insupportable intellectuel ' +
  'intelligent intense intention interdire interroger intervenir intime intégrer intéressant intéresse intéressent ' +
  'intéresser intérieur inutile investir invite invitent isolé isolée jaloux jette jeudis jeunot joignent ' +
  'joindre jolie jouait joueurs jouit journées joyeux juger junior justement kiffe kiffer laissé lance lancé largement ' +
  'lassé lentement liaison libre librement libère libérer lien liens limite limiter limité livrer local loge loger ' +
  'lointain longs longtemps longue longues longueur lourde lundis lâche lâcher légère légèrement machin ' +
  'magique magnifique maintenant malgré malheureusement malheureux malin manipuler manquent manuel marchait marche ' +
  'marché mardis marque marrant marrante marre masse mater matinée mature mauvaise maximum maîtriser meilleur ' +
  'meilleure menacer mener mercredis merveilleux met mets meufs meurt mieux mille mince minimum minuit mission mode ' +
  'moderne modeste modifier moindre montrer moral motif motivation motive motiver mouvement moyenne moyens multiple ' +
  'multiplier mène médiocre mélanger mérite mériter mûre nana naturel naturellement naître naïf nerveux nette ' +
  'niveau nombreux nommer normal normale normalement notamment noter notion nourrit nouvelles nuits nulle né ' +
  'nécessaire nécessite nécessité née négliger objectif objectivement obligation obligatoire obligatoirement ' +
  'observation obtenir obtient occasion occasionnel occupent officiel offrir onze opinion opportunité opération opérer ' +
  'opéré opérée ordinaire organise organiser orienter origine oublie oublié ouf ouvert ouvre paire paisible paraît ' +
  'paraître pareille parfaitement parlait parle parlent parler pars partage particularité particulier ' +
  'particulièrement partis partout passait passion passionnant pathétique pause payant payante payé payée payés pense ' +
  'penser pensez pensée percer perd perds perdu perdue perdus permanent permet personnel perspective phase physique ' +
  'physiquement pige piger piquer plaire plaisait plaisant plaît pleins plupart plutôt ponctuel porté portée ' +
  'positif position possibilité posséder potentiel poursuivre pourtant pousse pratiquement pratiquent premiers ' +
  'première prendrait prends prennent presque pression principal principe printemps priorité privilégier privée ' +
  'probablement problèmes processus prochaine prochainement proche proches profite profiter progresse progresser ' +
  'progressivement progrès promet prononcer proportion proposition protège prouver provoque prudente ' +
  'précieux précis précise précisément précédent préfère préférer prépare préparer présence présente présenter ' +
  'prévenir prévoir prévu prévue prêt prête pur pèse pénible période quantité quasiment quatre quelconque question ' +
  'quinzaine quinze quotidien quotidiennement raconte radical raisonnable raisons ralentir ramène rapide rapidement ' +
  'rapides rappeler rappelle rapproche rarement rassurant rassure rassurer rassuré rater rattrapage recherche ' +
  'recommander recommencer reconnaître reconstruire refaire refait regarde regretter rejoint relancer relation ' +
  'relations relou remarque remets remettre remonter remplace remplacer remplis remplit rencontré rend rendement rends ' +
  'renforcer renoncer renouer renouveler renseigner rentrer reparler repartir repasser repose reposer reprend ' +
  'reprendre reprends reproche respecter respectueux respire ressens ressent ressentir ressortir reste restent resté ' +
  'restée retourne retrouve reviens revient reçois reçoit ridicule rigole rigoler rigoureux risque risquer risques ' +
  'risqué rompre ronde rude rythme réaction réagir réalise réaliser réalité récemment récent récente récupère ' +
  'récupérer réduit réellement réflexion réfléchir régler régulier régulière régulièrement réjouir réponse réservé ' +
  'résister résoudre résultat réunit réussi réussit réveille révolution révéler rôle sage saine samedis saoule ' +
  'satisfaction satisfaire saurait saute sauve secouer section semestre sensation sensations ' +
  'sent sentiment sentiments sept serre serrer sers sert seule seulement seuls simplement simples sincère sincèrement ' +
  'situer six soigne soirée soirées solitude solution sort sortait sorte soucis soudain souffrance souffre ' +
  'souffrent souhait soulever soupçonner source sous souvenirs souviens spontanément spécialement ' +
  'stable stresse strict stupide style subir subit succès succéder sucré suffire suffisamment suffit suggérer suis ' +
  'suit suivant super supplémentaire supporte supporter supprimer supérieur surchargé surmonter surprendre surtout ' +
  'surveille surveiller sympathique système sèche séduire séparer séparé séparée série sérieusement sérieux sévère ' +
  'talent tant tape taper tarifs technique tellement tend tendance tente tenter terme termine terminer terrible thème ' +
  'tiennent tiens tient tombée ton total totale totalement touche tourne traditionnel trainer traite tranquillement ' +
  'tranquillité transformer transmet transmettre transporte travaille travaillent travaux traîne trentaine trente ' +
  'trimestre trois troisième trompe trouille trucs tue type types tâche têtes têtu unique uniquement utilise utilisent ' +
  'utilité valider varier variété vaste vaut vend vendredis vends verser version victime vie vieillit vient ' +
  'vif vilaine vingt vingtaine visiblement vit vivait vivant vivante vivent vivons voie volontiers voudra ' +
  'voyait vraie vérifier vérité weekend zapper zen zut zéro âges âme échanger échelle échouer éclairer éclat ' +
  'économiser écoute écris écrit égale également élever éloigner éloigné élégant élément émotion ému énergie énerve ' +
  'énorme énormément épargner épatant époque épreuve éprouver épuisant équilibre équilibrer établir étape étonnant ' +
  'étonner étudie étudier éventuellement évite éviter évoluer ' +
  // Towns of which everybody speaks: whoever goes to Bordeaux does not look for the edge of the water.
  'Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Toulon Grenoble Dijon Angers Nîmes Brest Limoges Tours ' +
  'Amiens Perpignan Metz Besançon Orléans Rouen Mulhouse Caen Nancy Poitiers Avignon Pau Calais Colmar Angoulême Libourne Blaye Royan Saintes Niort ' +
  'Périgueux Agen Bayonne Biarritz Arcachon Dax Cognac Bergerac Brive Cahors Albi Tarbes Valence Annecy Chambéry Troyes Auxerre Nevers Bourges Blois ' +
  'Chartres Évreux Vannes Lorient Quimper Laval Cholet Lourdes Versailles'
).split(' ');
