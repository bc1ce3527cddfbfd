import { parsed, refused, type Parsed } from '../../domain/parsed.ts';
import type { Rule } from '../engine/rule.ts';
import { wellFormed } from '../engine/well-formed.ts';

function parseInseeCode(input: string): Parsed<string> {
  const code = input.replace(/\s/g, '').toUpperCase();
  return /^\d[\dAB]\d{3}$/.test(code)
    ? parsed(code)
    : refused(
        `«\u00a0${input.trim()}\u00a0» n’est pas un code INSEE de commune\u00a0: cinq caractères, comme 33018. Ce n’est pas le code postal.`,
      );
}

function parsePostalCode(input: string): Parsed<string> {
  const code = input.replace(/\s/g, '');
  return /^\d{5}$/.test(code)
    ? parsed(code)
    : refused(`«\u00a0${input.trim()}\u00a0» n’est pas un code postal\u00a0: cinq chiffres, comme 33620.`);
}

/** Reads codes separated by commas, semicolons, spaces or lines. */
const parseList =
  (parseOne: (input: string) => Parsed<string>, separator: string) =>
  (input: string): Parsed<string> => {
    const codes: string[] = [];
    for (const word of input.split(/[\s,;]+/).filter(Boolean)) {
      const code = parseOne(word);
      if (!code.ok) return code;
      if (!codes.includes(code.value)) codes.push(code.value);
    }
    return parsed(codes.join(separator));
  };

function parseRnaCode(input: string): Parsed<string> {
  return /^\d{6}$/.test(input)
    ? parsed(input)
    : refused(
        `«\u00a0${input}\u00a0» n’est pas un code de la nomenclature du RNA\u00a0: six chiffres, comme 011000. Écrivez un code par ligne.`,
      );
}

const inseeCodes = wellFormed(
  [
    { uid: 'api::commune.commune', field: 'inseeCode' },
    { uid: 'api::association.association', field: 'activities.*.communeCode' },
  ],
  parseInseeCode,
);

const postalCodes = wellFormed(
  [
    { uid: 'api::association.association', field: 'address.postalCode' },
    { uid: 'api::venue.venue', field: 'postalCode' },
  ],
  parsePostalCode,
);

const postalCodeLists = wellFormed(
  [{ uid: 'api::commune.commune', field: 'postalCodes' }],
  parseList(parsePostalCode, ', '),
);

const rnaCodeLists = wellFormed([{ uid: 'api::theme.theme', field: 'rnaCodes' }], parseList(parseRnaCode, '\n'));

/** INSEE, postal and RNA nomenclature codes have the form that their registers give them. */
export const officialCodes: readonly Rule[] = [inseeCodes, postalCodes, postalCodeLists, rnaCodeLists];
