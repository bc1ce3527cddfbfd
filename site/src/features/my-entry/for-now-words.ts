import { typeset } from '../service/typeset.ts';

/** Sentences of what an association decides here alone, and what holds at once. */
export const words = typeset({
  title: 'Pour le moment',
  lead: 'Fermé pour travaux, complet pour cette saison… Votre avis paraît aussitôt sur votre page et dans les listes, sans relecture, et disparaît de lui-même le jour venu.',
  choose: 'Ce que vous annoncez',
  until: 'Jusqu’à quel jour ?',
  untilHelp: 'Ce jour compris.',
  note: 'Précision',
  noteHelp: 'Une phrase, sans téléphone ni adresse électronique.',
  show: 'Afficher cet avis',
  shown: 'Votre avis est enregistré : il paraît dans la minute.',
  takeOff: 'Ôter cet avis',
  takenOff: 'Votre avis est ôté : il disparaît dans la minute.',
  failed: 'Rien n’a été enregistré',
  messages: {
    noAddress:
      'Pour qu’on puisse vous écrire par le site, il faut une adresse électronique parmi vos contacts : elle n’a pas besoin d’être visible.',
    open: (address: string) =>
      `On peut vous écrire depuis votre page. Les messages arrivent à ${address}, qui n’est pas montrée.`,
    closed: (address: string) =>
      `Recevoir des messages depuis votre page ? Ils arriveraient à ${address}, sans que cette adresse soit montrée.`,
    accept: 'Accepter les messages',
    close: 'Ne plus en recevoir',
    nowOpen: 'C’est fait : le formulaire paraît sur votre page dans la minute.',
    nowClosed: 'C’est fait : le formulaire disparaît de votre page dans la minute.',
  },
});
