/**
 * Towns that a place names by themselves, without a postal code, and that tell everybody where it is: the prefectures of France and
 * its largest towns. Data.
 */
import { nameKey } from '../cells/choose-names.ts';

const TOWNS = `
Agen|Ajaccio|Albi|Alençon|Amiens|Angers|Angoulême|Annecy|Arras|Auch|Aurillac|Auxerre|Avignon|Bar-le-Duc|Basse-Terre|Bastia|Beauvais|
Belfort|Besançon|Blois|Bobigny|Bordeaux|Bourg-en-Bresse|Bourges|Caen|Cahors|Carcassonne|Cayenne|Châlons-en-Champagne|Chambéry|
Charleville-Mézières|Chartres|Châteauroux|Chaumont|Clermont-Ferrand|Colmar|Créteil|Digne-les-Bains|Dijon|Épinal|Évreux|Évry-Courcouronnes|
Foix|Fort-de-France|Gap|Grenoble|Guéret|La Rochelle|La Roche-sur-Yon|Laon|Laval|Le Mans|Le Puy-en-Velay|Lille|Limoges|Lons-le-Saunier|
Lyon|Mâcon|Mamoudzou|Marseille|Melun|Mende|Metz|Montauban|Mont-de-Marsan|Montpellier|Moulins|Nancy|Nanterre|Nantes|Nevers|Nice|Nîmes|
Niort|Orléans|Paris|Pau|Périgueux|Perpignan|Poitiers|Pontoise|Privas|Quimper|Rennes|Rodez|Rouen|Saint-Brieuc|Saint-Denis|Saint-Étienne|
Saint-Lô|Strasbourg|Tarbes|Toulon|Toulouse|Tours|Troyes|Tulle|Valence|Vannes|Versailles|Vesoul|
Reims|Le Havre|Villeurbanne|Aix-en-Provence|Brest|Boulogne-Billancourt|Argenteuil|Montreuil|Mulhouse|Roubaix|Tourcoing|
Dunkerque|Vitry-sur-Seine|Aubervilliers|Asnières-sur-Seine|Colombes|Courbevoie|Rueil-Malmaison|Champigny-sur-Marne|Béziers|
Saint-Maur-des-Fossés|Cannes|Antibes|Calais|Drancy|Mérignac|Pessac|Saint-Nazaire|Noisy-le-Grand|Issy-les-Moulineaux|Cergy|Levallois-Perret|
Vénissieux|Clichy|Ivry-sur-Seine|Lorient|Antony|Neuilly-sur-Seine|Villeneuve-d’Ascq|Cherbourg-en-Cotentin|Hyères|Arles|Fréjus|Maisons-Alfort|
Chelles|Cholet|Bayonne|Saint-Malo|Sète|Castres|Thionville|Talence|Istres|Libourne|Arcachon|Royan|Saintes|Cognac|Bergerac|Dax
`;

const byKey: ReadonlyMap<string, string> = new Map(
  TOWNS.split('|')
    .map((name) => name.trim())
    .map((name) => [nameKey(name), name]),
);

/** @returns the town that a place is, or ends with after a comma or a dash of its own; null when it names none of them */
export function knownTownOf(place: string): string | null {
  const last = place
    .split(/\s*[,;\n()]\s*|\s+[-–—]\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^france$/i.test(part))
    .at(-1);
  return last === undefined ? null : (byKey.get(nameKey(last)) ?? null);
}
