/** A theme for an association of the register: a suggestion, by what its title says, then by the code that it was declared under. */
import { plainWords } from '../cells/words.ts';

/** Words of titles, as `plainWords` makes them, and the code of the register's nomenclature that they stand for. Data. */
const KEYWORDS: readonly (readonly [words: RegExp, code: string])[] = [
  [/\bcomite des fetes\b|\bfestivites\b/, '009030'],
  [/\bparents d eleves\b|\bape\b|\bfcpe\b|\bapel\b/, '015005'],
  [/\bacca\b|\bchasse(?:urs?)?\b/, '013005'],
  [/\bpeche(?:urs?)?\b|\baappma\b|\bgaule\b/, '013010'],
  [/\bfoot(?:ball)?\b|\bfutsal\b/, '011075'],
  [/\brugby\b/, '011080'],
  [/\bhand(?:ball)?\b/, '011070'],
  [/\bbasket(?:ball)?\b/, '011065'],
  [/\bvolley\b/, '011085'],
  [/\bjudo\b|\bju jitsu\b/, '011140'],
  [/\bkarate\b|\baikido\b|\btaekwondo\b|\barts martiaux\b|\bkung fu\b/, '011150'],
  [/\bboxe\b|\blutte\b(?! contre)/, '011145'],
  [/\bescrime\b/, '011060'],
  [/\btennis de table\b|\bping pong\b/, '011170'],
  [/\btennis\b/, '011165'],
  [/\bbadminton\b|\bsquash\b/, '011030'],
  [/\bpetanque\b|\bboul(?:es?|istes?)\b/, '011035'],
  [/\btir\b(?! lire)|\barchers?\b|\bball trap\b/, '011175'],
  [/\bgym(?:nastique)?\b|\byoga\b|\baerobic\b|\bpilates\b/, '011105'],
  [/\bnatation\b|\bplongee\b|\bsubaquatique\b/, '011125'],
  [/\brandonn(?:ee?s?|eurs?)\b|\bmarche(?:urs?)?\b(?! aux)/, '011115'],
  [/\bathletisme\b|\bfooting\b|\btriathlon\b|\bjogging\b|\bcoureurs?\b/, '011020'],
  [/\bvelo\b|\bcycl\w+\b|\bvtt\b|\bbmx\b/, '011180'],
  [/\broller\b|\bskate\b/, '011130'],
  [/\bequestre\b|\bequitation\b|\bcavaliers?\b|\bponey\b/, '011050'],
  [/\bmoto\b|\bkarting\b|\bautomobile\b|\brallye\b/, '011160'],
  [/\bvoile\b|\bnautique\b/, '011185'],
  [/\bcanoe\b|\bkayak\b|\baviron\b/, '011025'],
  [
    /\bchor(?:ale|oeur)\b|\bchoeurs?\b|\bchant\b|\bmusi\w+\b|\bharmonie\b|\bfanfare\b|\borchestre\b|\bbanda\b|\bguitare\b/,
    '006030',
  ],
  [/\bdans\w+\b|\bzumba\b|\bhip hop\b/, '006040'],
  [/\bfolklor\w+\b/, '006045'],
  [/\btheatr\w+\b|\bcirque\b|\bcomediens?\b|\bmarionnettes?\b|\bspectacles?\b/, '006070'],
  [/\bpeint\w+\b|\bsculpt\w+\b|\barts plastiques\b|\bdessin\b|\bbande dessinee\b/, '006020'],
  [/\bphoto\w*\b|\bcinema\b|\bcine club\b/, '006025'],
  [/\bartisan\w*\b|\bcouture\b|\btricot\b|\bpoterie\b|\bbricolage\b|\bscrapbooking\b/, '006090'],
  [/\bbibliotheque\b|\bludotheque\b|\blecture\b/, '006005'],
  [/\becriture\b|\bpoesie\b|\bpoetes?\b/, '006010'],
  [/\bradio\b/, '005010'],
  [/\bbelote\b|\bbridge\b|\bechecs\b|\bjeux de societe\b|\btarot\b|\bscrabble\b/, '007005'],
  [/\bmodelisme\b|\bmodeles reduits\b/, '007003'],
  [/\bvoitures anciennes\b|\bvehicules anciens\b|\bcollectionneurs?\b/, '007030'],
  [/\bjardin\w*\b/, '007070'],
  [/\bmajorettes\b|\btwirling\b|\bcarnaval\b/, '009045'],
  [/\bjumelage\b/, '009050'],
  [/\bclub des? (?:aines|anciens|retraites)\b|\btroisieme age\b|\b3e(?:me)? age\b|\bages? d or\b|\baines\b/, '009040'],
  [/\bfoyer rural\b|\bfoyers ruraux\b/, '009035'],
  [/\bfoyer des jeunes\b|\bmjc\b|\bmaison des jeunes\b/, '009005'],
  [/\bscouts?\b|\beclaireurs?\b/, '009015'],
  [/\banciens (?:combattants|d afn|prisonniers)\b|\bunc\b|\bfnaca\b|\bsouvenir francais\b|\bmemoire\b/, '010020'],
  [/\bpatrimoine\b|\bvieilles pierres\b|\bmoulins?\b|\bchapelle\b/, '010022'],
  [/\bhistoire\b|\bhistorique\b|\barcheolog\w+\b/, '010015'],
  [/\bgenealog\w+\b/, '010017'],
  [/\bdon(?:neurs)? d[eu] sang\b|\bdonneurs\b/, '017065'],
  [/\baide a domicile\b|\badmr\b/, '021010'],
  [/\bassistantes? maternelles?\b|\bmam\b|\bcreche\b|\bpetite enfance\b/, '021005'],
  [/\bsecours\b|\brestos? du coeur\b|\bepicerie (?:sociale|solidaire)\b|\bemmaus\b/, '020010'],
  [/\bdefense des animaux\b|\bprotection (?:animale|des animaux)\b|\bchats\b|\brefuge\b/, '024026'],
  [/\bnature\b|\benvironnement\b|\becologi\w+\b|\bbiodiversite\b/, '024050'],
  [/\bcommercants\b|\bartisans et commercants\b/, '022535'],
  [/\bagricult\w+\b|\bcuma\b|\bapicult\w+\b|\bviticult\w+\b/, '023020'],
  [/\bculturel(?:le)?\b/, '006000'],
  [/\bomnisports?\b|\bmultisports?\b|\bassociation sportive\b|\bunion sportive\b/, '011005'],
];

export interface CodedTheme {
  readonly id: string;
  readonly name: string;
  /** Six digits each; one that ends in 000 stands for all that begin as it does. */
  readonly rnaCodes: readonly string[];
}

/** The theme that has a code; else the one that has its chapter. */
function themeOf(code: string, themes: readonly CodedTheme[]): CodedTheme | null {
  if (!/^\d{6}$/.test(code) || /^0+$/.test(code)) return null;
  const exact = themes.find(({ rnaCodes }) => rnaCodes.includes(code));
  return exact ?? themes.find(({ rnaCodes }) => rnaCodes.includes(`${code.slice(0, 3)}000`)) ?? null;
}

/** The digits of a code that lost its zeros: « 6030 » → 006030. */
const whole = (code: string): string => (/^\d{1,6}$/.test(code) ? code.padStart(6, '0') : '');

/** @returns the theme, and by what; null when nothing tells */
export function suggestTheme(
  { title, code }: { readonly title: string; readonly code: string },
  themes: readonly CodedTheme[],
): { readonly theme: CodedTheme; readonly by: 'title' | 'code' } | null {
  const words = plainWords(title);
  for (const [pattern, stands] of KEYWORDS) {
    const theme = pattern.test(words) ? themeOf(stands, themes) : null;
    if (theme) return { theme, by: 'title' };
  }
  const theme = themeOf(whole(code), themes);
  return theme ? { theme, by: 'code' } : null;
}
