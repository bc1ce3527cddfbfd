/**
 * Words that everybody knows and that a directory may not hold: they are what somebody meant, and no slip of the finger. "Bras" is no
 * "brass band". Of the commonest of French, with those that people use to tell why they ask.
 */
export const commonWords: readonly string[] = (
  'abandonner abîmer abonnement aboyer absence accepter accident accord achat acheter acier adresse adroit affaire affreux âge agent agréable aigu aile ' +
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
  // Towns of which everybody speaks: whoever goes to Bordeaux does not look for the edge of the water.
  'Paris Marseille Lyon Toulouse Nice Nantes Montpellier Strasbourg Bordeaux Lille Rennes Reims Toulon Grenoble Dijon Angers Nîmes Brest Limoges Tours ' +
  'Amiens Perpignan Metz Besançon Orléans Rouen Mulhouse Caen Nancy Poitiers Avignon Pau Calais Colmar Angoulême Libourne Blaye Royan Saintes Niort ' +
  'Périgueux Agen Bayonne Biarritz Arcachon Dax Cognac Bergerac Brive Cahors Albi Tarbes Valence Annecy Chambéry Troyes Auxerre Nevers Bourges Blois ' +
  'Chartres Évreux Vannes Lorient Quimper Laval Cholet Lourdes Versailles'
).split(' ');
