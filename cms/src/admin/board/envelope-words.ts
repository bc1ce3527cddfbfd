/** What is said of envelopes before letters are printed. Pure. */
import { plural, typography } from '../../domain/french.ts';
import type { LettersCheck } from '../../domain/contract/desk/campaign.ts';
import { cutWords, isCut, type EnvelopeFault } from '../kit/envelope-cuts.ts';

export const envelopeTitle = ({ faults, letters }: LettersCheck): string => {
  const named = new Set(faults.map(({ association }) => association)).size;
  return `${plural(named, 'enveloppe à regarder', 'enveloppes à regarder')} sur ${letters.toLocaleString('fr-FR')}`;
};

export const envelopeMeaning = typography(
  'Une enveloppe porte six lignes de 38 caractères. Ce qui est trop long est d’abord abrégé, puis coupé : la voie et la commune restent. Sans adresse postale, la lettre est confiée à la mairie de la commune. Corrigez les fiches, ou imprimez quand même : là où rien n’est connu, des lignes restent à remplir à la main.',
);

/** The sentence of one line, after the name of its association. */
export function envelopeFault(fault: EnvelopeFault): string {
  if (isCut(fault)) return cutWords(fault);
  if (fault.part === 'absent') return 'ni adresse postale ni commune : à remplir à la main';
  return typography(`pas d’adresse postale : aux bons soins de la mairie (${fault.becomes})`);
}
