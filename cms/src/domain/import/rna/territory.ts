/** Which commune of the territory a row of the register is of. */
import { nameKey } from '../cells/choose-names.ts';

export interface RegisterCommune {
  readonly id: string;
  readonly name: string;
  readonly inseeCode: string;
  readonly postalCodes: readonly string[];
  /** Former and delegated communes, other spellings. */
  readonly aliases: readonly string[];
}

/** What a row says of its seat. */
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
function isOfPostalCode(text: string, { inseeCode, postalCodes }: RegisterCommune): boolean {
  const code = /^\d{4}$/.test(text) ? `0${text}` : text;
  if (!/^\d{5}$/.test(code)) return true; // it says nothing
  if (postalCodes.includes(code)) return true;
  const own = departement(inseeCode);
  return code.startsWith(own) || (code.startsWith('20') && /^2[AB]$/.test(own));
}

export class RegisterTerritory {
  readonly #byCode = new Map<string, RegisterCommune>();
  readonly #byName = new Map<string, RegisterCommune[]>();

  constructor(communes: readonly RegisterCommune[]) {
    for (const commune of communes) {
      this.#byCode.set(commune.inseeCode, commune);
      for (const key of new Set([commune.name, ...commune.aliases].map(nameKey)))
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), commune]);
    }
  }

  /**
   * By its code; else by its name, when the code is not there, is none, or is of a commune that became part of another, in the
   * same département: there are Saint-Savins in five of them.
   */
  communeOf({ inseeCode, postalCode, commune }: Seat): RegisterCommune | null {
    const code = inseeCodeOf(inseeCode);
    const byCode = code === null ? undefined : this.#byCode.get(code);
    if (byCode) return byCode;
    const named = (this.#byName.get(nameKey(commune)) ?? []).filter((one) =>
      code === null ? isOfPostalCode(postalCode, one) : departement(code) === departement(one.inseeCode),
    );
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}
