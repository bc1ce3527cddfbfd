/** What the page says of the files in shapes that others published: how many records each has, and what was done with what is not known. */
import { tn } from '../../../i18n/t.ts';
import type { OpenContent } from '../open-content.ts';
import { services, structures } from './data-inclusion.ts';
import { STANDARD_FILES, STANDARD_SCHEMAS } from './published-at.ts';
import { hsdsServices, organizations } from './hsds.ts';
import { eventInputs } from './open-agenda.ts';
import { scdlEquipements } from './scdl-equipements.ts';

export interface Standard {
  readonly name: string;
  /** Where it is published. */
  readonly schema: string;
  readonly files: readonly { readonly path: string; readonly name: string; readonly count: number }[];
  readonly notes: readonly string[];
}

const fileName = (path: string): string => path.split('/').slice(2).join('/');
const file = (path: string, records: readonly unknown[]) => ({ path, name: fileName(path), count: records.length });

export function standardsOf(open: OpenContent): Standard[] {
  const scdl = scdlEquipements(open);
  const withDate = structures(open);
  const undated = open.content.associations.all.length - withDate.length;
  return [
    {
      name: 'SCDL Équipements 0.1.5',
      schema: STANDARD_SCHEMAS.scdl,
      files: scdl === null ? [] : [file(STANDARD_FILES.scdl, scdl.rows)],
      notes:
        scdl === null
          ? [
              'Pas encore publié\u00a0: ce schéma demande un numéro SIRET, et celui de l’éditeur manque dans les mentions légales.',
            ]
          : [
              'Les salles et terrains que leur nom désigne, s’ils ont une commune du territoire, une adresse et un point. COLL_NOM et COLL_SIRET sont ceux de l’éditeur du site. EQUIP_CODE s’arrête à la famille de la nomenclature\u00a0: les deux niveaux plus fins valent 00. Une voie sans numéro porte 99999. Ouverture, ERP et contact ne sont pas connus.',
              ...(scdl.left === 0 ? [] : [tn('openData.leftPlaces', scdl.left)]),
              'Les salles proposées au prêt n’y sont pas\u00a0: elles n’ont pas d’adresse.',
            ],
    },
    {
      name: 'data·inclusion v1',
      schema: STANDARD_SCHEMAS.structures,
      files: [file(STANDARD_FILES.structures, withDate), file(STANDARD_FILES.services, services(open))],
      notes: [
        'Une structure par association, un service par activité. date_maj est le jour de la dernière vérification de la fiche. Frais et publics ne sont donnés que si la fiche ne laisse pas de doute\u202f; thématique et type ne le sont pas.',
        ...(undated === 0 ? [] : [tn('openData.leftUndated', undated)]),
      ],
    },
    {
      name: 'OpenAgenda v3',
      schema: STANDARD_SCHEMAS.openAgenda,
      files: [file(STANDARD_FILES.openAgenda, eventInputs(open))],
      notes: [
        'Les événements tels qu’OpenAgenda les reçoit (EventInput), et leurs lieux. OpenAgenda numérote lui-même les lieux\u00a0: le champ «\u00a0trame-lieu\u00a0» dit lequel des nôtres. Seules les dates qui ont une fin y sont.',
      ],
    },
    {
      name: 'HSDS 3.0 (Open Referral)',
      schema: STANDARD_SCHEMAS.hsdsServices,
      files: [
        file(STANDARD_FILES.hsdsOrganizations, organizations(open)),
        file(STANDARD_FILES.hsdsServices, hsdsServices(open)),
      ],
      notes: ['Une organisation par association, un service par activité, avec ses horaires et son lieu.'],
    },
  ];
}
