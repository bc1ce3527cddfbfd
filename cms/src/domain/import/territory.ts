/** Which commune of the territory something is of: a row of the register, an event of a source, a place that somebody typed. */
import { nameKey } from './cells/choose-names.ts';

export interface TerritoryCommune {
  readonly id: string;
  readonly name: string;
  readonly inseeCode: string;
  readonly postalCodes: readonly string[];
  /** Former and delegated communes, other spellings. */
  readonly aliases: readonly string[];
}

/** What is said of where something is; what is not said is empty. */
export interface Seat {
  readonly inseeCode: string;
  readonly postalCode: string;
  readonly commune: string;
}

/** Five characters; a zero that a tool took for a number is put back. Null for what is no code. */
export function inseeCodeOf(text: string): string | null {
  const code = text.replace(/\s/g, '').toUpperCase();
  if (/^(?:\d{2}|2[AB])\d{3}$/.test(code)) return code;
  return /^[1-9]\d{3}$/.test(code) ? `0${code}` : null;
}

/** Overseas départements have three digits. */
const departement = (code: string): string => (/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));

/** The département that a postal code says. Corsica's 20… are two of them. */
function isOfPostalCode(text: string, { inseeCode, postalCodes }: TerritoryCommune): boolean {
  const code = /^\d{4}$/.test(text) ? `0${text}` : text;
  if (!/^\d{5}$/.test(code)) return true; // it says nothing
  if (postalCodes.includes(code)) return true;
  const own = departement(inseeCode);
  return code.startsWith(own) || (code.startsWith('20') && /^2[AB]$/.test(own));
}

/** « 33620 Cavignac », « Cavignac (33620) », « Cavignac » or « 33620 ». */
const TOWN = /^(?:(\d{5})\b)?\s*(.*?)\s*(?:\b(\d{5}))?$/;
/** What stands behind a town and says nothing of it: the country, the number of its département. */
const BEHIND = /^(?:france|\d{2,3}|2[ab])$/i;

/** A way bears the name of a place that it is not in. */
const WAY =
  /^\s*(?:\d|(?:rue|route|rte|avenue|av|chemin|che|place|pl|impasse|all[ée]es?|boulevard|bd|bld|cours|quai|sentier|voie|rocade|rond-point|passage|faubourg|fg|c[ôo]te|vers|gare|direction|sortie)(?![\p{L}]))/iu;
/** One word of a name of several tells a commune when it is no « Saint »: « Civrac » of Civrac-de-Blaye. */
const LONG_WORD = 6;

const only = (communes: readonly TerritoryCommune[]): TerritoryCommune | null =>
  communes.length === 1 ? (communes[0] ?? null) : null;

export class Territory {
  readonly #byCode = new Map<string, TerritoryCommune>();
  readonly #byName = new Map<string, TerritoryCommune[]>();
  readonly #byPostalCode = new Map<string, TerritoryCommune[]>();
  #ofToday: Territory | null = null;
  /** As they were given. */
  readonly all: readonly TerritoryCommune[];

  constructor(communes: readonly TerritoryCommune[]) {
    this.all = communes;
    for (const commune of communes) {
      this.#byCode.set(commune.inseeCode, commune);
      for (const code of new Set(commune.postalCodes))
        this.#byPostalCode.set(code, [...(this.#byPostalCode.get(code) ?? []), commune]);
      for (const key of new Set([commune.name, ...commune.aliases].map(nameKey)))
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), commune]);
    }
  }

  /**
   * By its code; else by its name, when the code is not there, is none, or is of a commune that became part of another, in the
   * same département: there are Saint-Savins in five of them.
   */
  communeOf({ inseeCode, postalCode, commune }: Seat): TerritoryCommune | null {
    const code = inseeCodeOf(inseeCode);
    const byCode = code === null ? undefined : this.#byCode.get(code);
    if (byCode) return byCode;
    const named = (this.#byName.get(nameKey(commune)) ?? []).filter((one) =>
      code === null ? isOfPostalCode(postalCode, one) : departement(code) === departement(one.inseeCode),
    );
    return named.length === 1 ? (named[0] ?? null) : null;
  }
  /** The only one that has a postal code; null when several share it. */
  communeOfPostalCode(postalCode: string): TerritoryCommune | null {
    const found = this.#byPostalCode.get(postalCode) ?? [];
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /**
   * What the end of a place says: « Salle des fêtes, 3 rue du Lac, 33620 Cavignac ». Only the end: « Rue de Cavignac, Bordeaux » is in
   * Bordeaux.
   */
  communeOfPlace(place: string): TerritoryCommune | null {
    const parts = place
      .split(/\s*[,;\n()]\s*|\s+[-–—]\s+/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && !BEHIND.test(part));
    const [last = '', before = ''] = parts.reverse();
    const [, first = '', name = '', second = ''] = TOWN.exec(last) ?? [];
    if (name === '') return this.#named(before, first) ?? this.communeOfPostalCode(first);
    const postalCode = first || second || (/^\d{5}$/.test(before) ? before : '');
    return this.#named(name, postalCode);
  }

  /** As the site knows it, which is told no former names. */
  get ofToday(): Territory {
    this.#ofToday ??= new Territory(this.all.map((commune) => ({ ...commune, aliases: [] })));
    return this.#ofToday;
  }

  #named(text: string, postalCode: string): TerritoryCommune | null {
    return (
      this.communeOf({ inseeCode: '', postalCode, commune: text }) ??
      this.#endingWith(text, postalCode) ??
      this.#beginningWith(text, postalCode)
    );
  }

  /** « Salle des fêtes de Laruscade »: the longest name that the words end with. A way is called after where it leads to. */
  #endingWith(text: string, postalCode: string): TerritoryCommune | null {
    if (WAY.test(text)) return null;
    const words = nameKey(text).split(' ');
    for (let from = 1; from < words.length; from += 1) {
      const named = this.#byName.get(words.slice(from).join(' '));
      if (named) return only(named.filter((one) => isOfPostalCode(postalCode, one)));
    }
    return null;
  }

  /** « Saint-Yzan » of Saint-Yzan-de-Soudiac: two words at least, or a long one, and of one commune alone. */
  #beginningWith(text: string, postalCode: string): TerritoryCommune | null {
    const key = nameKey(text);
    if (!key.includes(' ') && key.length < LONG_WORD) return null;
    const named = [...this.#byName].flatMap(([name, communes]) => (name.startsWith(`${key} `) ? communes : []));
    return only([...new Set(named)].filter((one) => isOfPostalCode(postalCode, one)));
  }
}
