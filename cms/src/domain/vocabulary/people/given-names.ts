/**
 * Given names that are no other word of French, without accents: a question that holds one is about somebody, and is told to
 * nobody. Those that are words too (Rose, Pierre, Aurore) are not here: they would keep “taille des rosiers” from being counted.
 */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'adam adele adeline adrien adrienne agathe agnes ahmed aicha alain albert alexandra alexandre alexis alice aline amandine amelie amina ' +
    'anais andre andrea andree angelique anita anne annick annie anthony antoine antoinette ariane armand arnaud arthur audrey auguste augustin ' +
    'aurelie aurelien axel bastien baptiste beatrice benedicte benjamin benoit bernadette bernard berthe bertrand brigitte bruno camille carole ' +
    'caroline catherine cecile cedric celine chantal charlene charles charlotte christelle christian christiane christine christophe claude ' +
    'claudette claudine clement clementine clotilde colette corentin corinne cyril cyrille damien daniel daniele danielle david deborah delphine ' +
    'denis denise diane didier dimitri dominique dorothee edith edouard eliane elisabeth elise elodie eloise emile emilie emma emmanuel emmanuelle enzo ' +
    'eric estelle ethan etienne eugene eva evelyne fabien fabienne fabrice farid fatima fatou felicie felix fernand fernande florence florent florian ' +
    'francine francis franck francois francoise frederic frederique gabriel gabrielle gael gaelle gaston genevieve georges georgette gerald gerard ' +
    'germaine ghislaine gilbert gilles ginette gisele gregory guillaume gustave guy gwenaelle hamid hassan helene henri henriette herve hugo hugues ' +
    'huguette ibrahim ines irene isabelle jacqueline jacques jeanne jeannine jeremie jeremy jerome jessica joel joelle johanna jonathan josephine josette ' +
    'josiane jules julia julie julien juliette karim karine kevin khadija laetitia lea leila leo leon leonie liliane lionel lisa loic lola louane ' +
    'louis louise luc lucas lucette lucie lucien lucienne ludovic lydie madeleine magali malika manon marc marcel marcelle margaux margot ' +
    'marguerite maria marianne marie marielle marina marine marion marthe martine maryse mathieu mathilde mathis matthieu maud maurice maxime melanie ' +
    'melissa michel michele micheline mickael mireille mohamed mohammed monique morgane mourad muriel myriam nadege nadia nadine nathalie nathan ' +
    'nicolas nicole noemie nolan odette odile olivier pascal pascale patrice patricia patrick paul paule paulette pauline philippe pierrette quentin ' +
    'rachel rachid raphael raymond raymonde regine regis remi remy rene renee richard robert roger roland romain romane ' +
    'rosalie sabine sabrina said salome samia samir samuel sandra sandrine sarah sebastien serge severine simone sofia solange sophie stephane ' +
    'stephanie suzanne sylvain sylvie tanguy theo therese thibault thibaut thierry thomas timothee tristan valentin valerie vanessa veronique vincent ' +
    'virginie vivien viviane wilfried xavier yann yannick yasmina yohan youssef yvan yves yvette yvonne zoe'
  ).split(' '),
);
