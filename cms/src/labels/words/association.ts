import type { Layout } from '../layout.ts';
import { wordsOfEntry } from '../words-of-entry.ts';

const ofEntry = wordsOfEntry('');

export const association: Layout = {
  uid: 'api::association.association',
  mainField: 'name',
  sort: ['name', 'ASC'],
  columns: ['name', 'commune', 'verifiedOn', 'inPrint'],
  rows: [
    ['name', 'acronym'],
    ['summary'],
    ['themes', 'audiences'],
    ['activities'],
    ['contacts'],
    ['commune', 'communesOfActivity'],
    ['website'],
    ['networks'],
    ['address'],
    ['description'],
    ['howToJoin'],
    ['easyText'],
    ['seeksVolunteers', 'volunteersNote'],
    ['logo', 'photos'],
    ['accessibility'],
    ['officialName', 'legalForm'],
    ['rnaId', 'siret', 'foundedYear'],
    ['verifiedOn', 'verifiedBy'],
    ['missedEditions', 'inPrint'],
    ['noticeKind', 'noticeUntil'],
    ['noticeNote', 'takesMessages'],
    ['words'],
    ['internalNote'],
    ['slug'],
  ],
  fields: {
    ...ofEntry,
    words: {
      label: '',
      ...ofEntry['words'],
      help: 'Un par ligne\u00a0: ce qu’un habitant tape quand il cherche cette association, et que la fiche ne dit pas.',
    },
    missedEditions: { label: '', ...ofEntry['missedEditions'], readOnly: true },
    organisedEvents: { label: 'Événements organisés', mainField: 'title' },
    attendedEvents: { label: 'Événements avec sa participation', mainField: 'title' },
    resources: { label: 'Ressources proposées', mainField: 'title' },
    guides: { label: 'Guides liés', mainField: 'title' },
    actions: { label: 'Actions liées', mainField: 'title' },
    highlightedOn: { label: 'Mise en avant à l’accueil', mainField: 'title' },
  },
};
