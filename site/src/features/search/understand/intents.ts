/** What somebody wants to do: give time, borrow, hire a room. Other wishes are families of words (`everyday-words`). */
import type { Reading } from './reading.ts';

export function readIntents(reading: Reading): void {
  const each = reading.each.bind(reading);
  each(
    '(?:(?:trouver|recruter|fideliser|motiver|remercier|former|gerer) )?(?:(?:cherche|cherchent|recherche|recherchent|besoin de?|etre|devenir|faire du|comme|en tant que) )?(?:(?:des|de|un|une|du|nos|les) )?(?:benevoles?|benevolat|benevolement|volontaires?|volontariat)',
    // An association that lacks hands asks for advice; it does not offer its time.
    ([all]) =>
      /^(?:trouver|recruter|fideliser|motiver|remercier|former|gerer) /.test(all) ? null : { kind: 'benevolat' },
  );
  each(
    '(?:donner|offrir|consacrer) (?:(?:un peu )?(?:de |du )?(?:mon )?temps|(?:un )?coups? de mains?|une heure|quelques heures)(?! contre)|(?:me |se )?(?:rendre|sentir|etre) utile|servir a quelque chose|filer un coup de main|aider les autres|(?:du )?temps (?:libre )?(?:a donner|pour aider)|(?:\\d+|une|deux|trois|quatre|quelques) (?:petites )?heures? (?:(?:par|chaque|dans la) (?:jour|semaine|mois|quinzaine) )?(?:a (?:donner|offrir|consacrer)|de libre|disponibles?|pour aider)|je (?:peux|veux|voudrais) (?:bien )?aider(?= (?:des|les|aux))|m engager|s engager|transmettre (?:mon savoir|mes savoirs|mes connaissances|ce que je sais|ma passion|mon experience)|envie de transmettre',
    () => ({ kind: 'benevolat' }),
  );
  each(
    '(?:louer|location|reserver|trouver|besoin|cherche|emprunter|preter)(?: d)?(?: une| la| de| des)? ?salles?|salles? (?:a louer|pour|de (?:mariage|reception|fete|anniversaire|bapteme|concert|projection))|(?:une )?salle (?:des fetes|de reunion|polyvalente)',
    () => ({ piece: { kind: 'pret', what: 'salle' }, keep: true }),
  );
  if (reading.has('pret')) return;
  each(
    'emprunter|emprunt|louer|location|(?:me |nous )?(?:preter|prete|pretent|pret)(?! (?:main|attention|serment|a|ma|mon|mes|notre|nos) )|(?:besoin |a )de materiel',
    () => ({
      kind: 'pret',
      what: 'materiel',
    }),
  );
}
