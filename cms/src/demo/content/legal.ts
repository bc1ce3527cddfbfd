import type { DemoLegal } from '../demo-content.ts';
import { phone, richText } from '../authoring.ts';

/** Complete legal pages of a demonstration: every person, number and address is fictional, and says so. */
export const legal: DemoLegal = {
  publisherName: 'Office de tourisme Latitude Nord Gironde (site de démonstration)',
  publisherAddress: '1 place de la Démonstration\n33920 Saint-Savin',
  publisherPhone: phone('05 36 49 00 10'),
  publisherEmail: 'associations@example.org',
  // Of no register: numbers that begin with 999 are given to nobody.
  publisherSiret: '99900012300011',
  publicationDirector: 'Camille Exemple, présidente de l’office de tourisme (personne fictive)',
  hostName: 'Hébergeur de démonstration',
  hostAddress: '2 rue du Serveur\n33000 Bordeaux',
  hostPhone: phone('05 36 49 00 20'),
  credits:
    "Textes : écrits pour cette démonstration. Les associations, les personnes, les coordonnées, les lieux de rendez-vous, l'agenda et les ressources à partager sont fictifs.\n" +
    'Images : illustrations dessinées pour la démonstration, libres de droits.\n' +
    "Plans d'actions et expériences : d'après des documents publics de la Communauté de communes Latitude Nord Gironde, de la Commune de Bois-le-Roi, du Pays de Vitré et de Mairie-conseils, et un article sur Besançon. Ceux d'autres territoires sont donnés en exemple.\n" +
    'Population et codes des communes : Insee, code officiel géographique.',
  dataController: 'Office de tourisme Latitude Nord Gironde (démonstration), représenté par sa présidente',
  dataProtectionContact: 'donnees-personnelles@example.org',
  privacy: richText(
    "Ce site présente des associations. Il arrive qu'une association donne le nom, le téléphone ou l'adresse électronique d'une personne : cette page dit ce que nous en faisons, et comment garder la main.",
    '## Quelles informations, et pourquoi',
    '- **Les contacts des associations** (fonction, nom, téléphone, courriel) : pour que les habitants puissent les joindre.',
    "- **Les adresses de siège** : elles ne sont publiées que si l'association l'a demandé, car c'est souvent le domicile d'un bénévole.",
    '- **Les photographies** transmises par les associations : pour illustrer leurs activités.',
    '## Sur quelle base',
    "Rien n'est publié sans accord. Chaque contact choisit où il veut bien paraître : sur le site, dans l'annuaire imprimé, et, s'il accepte aussi le site, dans les données ouvertes, des fichiers que chacun peut copier et réutiliser. Une autre case attend la suite, un annuaire pour les partenaires professionnels : il n'existe pas aujourd'hui, et rien n'y est transmis. Nous gardons la date de cet accord et la façon dont il a été donné (règlement général sur la protection des données, article 6, paragraphe 1, point a).",
    "Le suivi des fiches par l'office de tourisme relève de sa mission d'intérêt public d'information des habitants (article 6, paragraphe 1, point e).",
    '## Qui y a accès',
    "Les deux personnes qui tiennent l'annuaire à l'office de tourisme voient toutes les informations. Le public ne voit que ce qui a été accepté pour le site. L'imprimeur reçoit les contacts acceptés pour le papier, le temps de l'impression. Rien n'est vendu ni transmis à d'autres, et rien ne quitte l'Union européenne.",
    '## Combien de temps',
    "- Chaque année, l'association relit sa fiche. Après une édition sans réponse, la fiche est marquée « à confirmer » ; après deux, elle n'est plus imprimée ; après trois, nous prévenons l'association par courriel et, au moins trente jours plus tard, la fiche quitte le site. Sans adresse où la prévenir, une personne de l'office s'en charge.",
    '- Un contact qui demande à ne plus paraître est retiré du site aussitôt. La trace de cette demande est conservée un an ; une empreinte, qui ne permet de retrouver ni le nom ni le numéro, l’est trois ans, pour qu’aucune sauvegarde ne fasse reparaître ce contact.',
    "- Les réponses des associations et le nom de qui les envoie sont effacés quatre-vingt-dix jours après notre décision, et au bout de cent quatre-vingts jours si personne n'a décidé. Un logo proposé est effacé avec sa réponse.",
    "- Le texte de nos courriels et l'adresse où ils sont partis sont effacés au bout de quatre-vingt-dix jours. Les adresses auxquelles une campagne a écrit le sont quatre-vingt-dix jours après sa clôture.",
    "- Une lettre écrite à plusieurs associations porte un lien pour ne plus en recevoir. Une empreinte de l'adresse, illisible, est alors gardée tant que l'adresse figure dans l'annuaire, et trois ans au moins ; la personne peut revenir sur ce choix par le même lien. La demande de mise à jour de l'année continue d'arriver.",
    "- L'historique d'une fiche, contacts compris, est conservé trois ans, pour pouvoir la rétablir. Ses états successifs sont gardés trente jours, pour que deux personnes qui la modifient en même temps ne s'effacent rien.",
    "- Une fiche supprimée reste trente jours dans une corbeille que seul l'office voit, puis elle est effacée. Qui demande à ne plus paraître pendant ce temps est retiré de la corbeille aussi.",
    "- Quand une association avait sa fiche en double et que l'office les réunit, l'autre va dans cette corbeille, et ce qui permet de revenir en arrière disparaît avec elle. Un retrait demandé par une lettre envoyée pour l'ancienne vaut aussi pour celle qui reste.",
    "- Un fichier que l'office importe est effacé dès qu'il est repris, au plus tard trente jours après qu'on y a travaillé. Ce qu'il a changé est gardé quatre-vingt-dix jours, pour pouvoir l'annuler. D'un agenda repris, les téléphones et les courriels ne paraissent nulle part.",
    "- Nous comparons nos fiches au Répertoire national des associations, public. Ce qui a changé (un nom, une commune, une dissolution) est gardé deux ans après que nous l'avons vu ; nous n'en reprenons ni nom de personne ni adresse.",
    "- Un message écrit à une association par le site, le nom et l'adresse de qui l'envoie et la réponse sont effacés quatre-vingt-dix jours après l'envoi. L'association ne voit cette adresse qu'après avoir répondu ; la sienne n'est pas montrée. Une erreur signalée est gardée comme les réponses des associations.",
    "- Qui demande à être prévenu des nouveautés d'une recherche reçoit un courriel à confirmer ; sans confirmation, l'adresse est effacée au bout de trois jours. Ensuite, l'adresse et la recherche sont gardées tant que l'alerte dure, deux ans au plus si personne ne la prolonge ; chaque lettre porte un lien qui arrête l'alerte et efface l'adresse aussitôt. Une empreinte du numéro de l'alerte, qui ne dit rien de l'adresse, est gardée trois ans pour qu'aucune sauvegarde ne la fasse revenir.",
    "- Un avis passager d'une association (« fermé jusqu'au… ») disparaît le jour venu ; il est effacé trente jours après.",
    "- Les liens de connexion s'effacent le jour même. L'adresse internet de qui remplit un formulaire n'est pas enregistrée.",
    "- Une liste de travail que l'office enregistre pour lui ne garde ni téléphone ni adresse électronique ; elle est effacée deux ans après qu'on l'a ouverte pour la dernière fois.",
    '- Les journaux techniques du serveur sont effacés au bout de douze mois.',
    "- Des sauvegardes chiffrées de l'ensemble sont gardées treize mois au plus, pour pouvoir tout remettre après une panne. Ce qui a été retiré entre-temps n'en revient pas.",
    '## Cookies et mesure d’audience',
    "Lire ce site ne dépose aucun cookie. Il n'affiche aucune publicité et ne mesure pas votre navigation. Ce qu'il en est des mots que vous cherchez est dit plus bas.",
    "L'espace des associations utilise un cookie, nécessaire pour vous y reconnaître, qui ne sert à rien d'autre. Ce que vous tapez dans un formulaire est gardé sur votre appareil jusqu'à l'envoi, soixante jours au plus, pour ne pas être perdu. Ce que vous gardez dans « Ma sélection », prénoms notés compris, reste sur votre appareil jusqu'à ce que vous l'ôtiez ; nous n'en recevons rien.",
    '## Vos droits',
    "Vous pouvez demander à voir les informations qui vous concernent, les faire corriger ou retirer, limiter leur usage, ou revenir sur votre accord à tout moment, sans avoir à vous justifier. Écrivez à [donnees-personnelles@example.org](mailto:donnees-personnelles@example.org) ou par courrier à l'office de tourisme ; nous répondons dans le mois.",
    "Si la réponse ne vous satisfait pas, vous pouvez saisir la [Commission nationale de l'informatique et des libertés](https://www.cnil.fr/fr/plaintes).",
  ),
  accessibilityState: 'non conforme',
  accessibilityAuditOn: null,
  accessibilityRate: null,
  accessibilityAuditor: null,
  accessibilityIssues:
    "Aucun audit de conformité au RGAA n'a encore été mené : l'état « non conforme » est donc le seul que la loi permette d'afficher.\n" +
    'À chaque publication, quatre points de chaque page sont contrôlés automatiquement : la langue, le titre, le contenu principal et le titre de premier niveau. Les contrôles plus complets portent sur le site de démonstration, à chaque évolution du programme.\n' +
    'Les documents fournis par les associations peuvent ne pas être accessibles.',
  accessibilityContact: 'accessibilite@example.org',
};
