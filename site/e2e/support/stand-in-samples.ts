/** What the stand-in answers: an invented association, with numbers of the range that ARCEP keeps for fiction. */
import { OpenedEntry, OpenedEvent, Space } from '@trame/cms/domain/contract/associations/my-entry';
import { entryScore } from '@trame/cms/domain/entry/difference';
import { emptyEntry } from '@trame/cms/domain/entry/empty-entry';
import { EntryForm } from '@trame/cms/domain/entry/entry-form';

/** One transparent pixel. */
export const samplePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

export const sampleToken = 'Jeton-de-quarante-trois-signes_0123456789ab';

export const sampleEntry = (): EntryForm =>
  EntryForm.parse({
    ...emptyEntry(),
    name: 'Chorale du lavoir',
    foundedYear: 1987,
    summary:
      'Une trentaine de voix, sans audition, qui chantent le répertoire populaire d’ici et d’ailleurs. Deux concerts par an, au lavoir et à l’église.',
    howToJoin: 'Première séance libre, puis adhésion sur place.',
    themes: ['chant', 'culture'],
    audiences: ['adultes'],
    commune: 'cavignac',
    communesOfActivity: ['cavignac', 'donnezac'],
    activities: [
      {
        label: 'Chorale adultes',
        description: '',
        ageMin: 16,
        ageMinUnit: 'ans',
        ageMax: null,
        ageMaxUnit: 'ans',
        slots: [{ day: 'mardi', begin: '20:00', end: '22:00', note: 'hors vacances' }],
        price: '60 € par an',
        place: 'Salle des fêtes',
        communeCode: '33114',
        season: 'de septembre à juin',
      },
    ],
    contacts: [
      {
        role: 'Présidence',
        name: 'Anne Martin',
        phone: '+33536490012',
        email: 'chorale@example.org',
        web: true,
        print: true,
        professionals: false,
        openData: false,
      },
    ],
    address: { street: '2 place du Lavoir', complement: '', postalCode: '33620', city: 'Cavignac', public: true },
    logo: { choice: 'none' },
  });

export const sampleOpened = (entry: EntryForm = sampleEntry()): OpenedEntry =>
  OpenedEntry.parse({
    association: { id: 'chorale', name: entry.name, slug: 'chorale-du-lavoir', verifiedOn: '2025-09-01' },
    entry,
    version: 'version-1',
    logoUrl: null,
    pageUrl: 'http://127.0.0.1/associations/chorale-du-lavoir/',
    campaign: { title: 'Mise à jour 2026', closesOn: '2026-10-15', operator: 'Office de tourisme' },
    choices: {
      themes: [
        { id: 'culture', name: 'Culture', parent: null },
        { id: 'chant', name: 'Chant et chorales', parent: 'culture' },
        { id: 'danse', name: 'Danse', parent: 'culture' },
        { id: 'sport', name: 'Sports', parent: null },
        { id: 'judo', name: 'Judo', parent: 'sport' },
      ],
      audiences: [
        { id: 'enfants', name: 'Enfants', parent: null },
        { id: 'adultes', name: 'Adultes', parent: null },
      ],
      communes: [
        { id: 'cavignac', name: 'Cavignac', inseeCode: '33114' },
        { id: 'donnezac', name: 'Donnezac', inseeCode: '33151' },
      ],
    },
    score: entryScore(entry),
    withdrawals: [],
    forNow: { notice: null, takesMessages: false, messagesTo: 'c…@example.org' },
    answered: null,
    sent: null,
  });

/** What « Bal de printemps » says today. */
export const sampleEvent = (): OpenedEvent =>
  OpenedEvent.parse({
    event: {
      title: 'Bal de printemps',
      kind: 'fête',
      summary: 'Un bal pour tous, avec buvette et orchestre.',
      dates: [{ day: '2099-04-10', lastDay: '', begin: '20:00', end: '00:00' }],
      place: 'Place du Lavoir',
      commune: null,
      price: '',
      free: true,
      contact: '',
      picture: { choice: 'keep' },
      cancelled: false,
    },
    pictureUrl: samplePixel,
    accepted: true,
  });

export const sampleSpace = (): Space =>
  Space.parse({
    email: 'anne@example.org',
    associations: [
      {
        id: 'chorale',
        name: 'Chorale du lavoir',
        slug: 'chorale-du-lavoir',
        verifiedOn: '2025-09-01',
        commune: null,
        managers: [
          { id: 'anne', email: 'anne@example.org', me: true, invited: false },
          { id: 'paul', email: 'paul@example.org', me: false, invited: false },
        ],
      },
    ],
    answers: [
      {
        id: 'r1',
        kind: 'événement',
        state: 'acceptée',
        title: 'Concert de Noël',
        at: '2026-08-01T09:00:00.000Z',
        decidedAt: '2026-08-03T09:00:00.000Z',
        reason: null,
        association: 'chorale',
        acts: [],
        cancels: false,
      },
      {
        id: 'r2',
        kind: 'guide',
        state: 'refusée',
        title: 'Louer un piano',
        at: '2026-07-01T09:00:00.000Z',
        decidedAt: '2026-07-02T09:00:00.000Z',
        reason: 'Le texte parle d’une marque : racontez plutôt votre expérience.',
        association: 'chorale',
        acts: [],
        cancels: false,
      },
      {
        id: 'loto',
        kind: 'événement',
        state: 'à relire',
        title: 'Loto d’hiver',
        at: '2026-07-02T09:00:00.000Z',
        decidedAt: null,
        reason: null,
        association: 'chorale',
        acts: ['correct', 'withdraw'],
        cancels: false,
      },
      {
        id: 'bal',
        kind: 'événement',
        state: 'acceptée',
        title: 'Bal de printemps',
        at: '2026-07-01T09:00:00.000Z',
        decidedAt: '2026-07-03T09:00:00.000Z',
        reason: null,
        association: 'chorale',
        acts: ['correct', 'cancel'],
        cancels: false,
      },
    ],
  });

/** What `POST /api/mes-donnees/ouvrir` answers. */
export const sampleHeld = {
  email: 'marie@example.org',
  readAt: '2026-09-10T08:30:00.000Z',
  contacts: [
    {
      association: 'Chorale du lavoir',
      version: 'publiée',
      role: 'Trésorerie',
      name: 'Marie Durand',
      phone: '+33536490012',
      email: 'marie@example.org',
      web: true,
      print: false,
      professionals: false,
      openData: false,
      consentDate: '2025-06-02',
      consentSource: 'formulaire en ligne',
    },
  ],
  requests: [],
  messages: [],
  alerts: [],
  listLetters: [],
  submissions: [],
  journal: [],
  memberships: [],
  accounts: [],
  letters: [
    {
      kind: 'receipt',
      subject: 'Bien reçu',
      state: 'sent',
      queuedAt: '2026-09-05T08:00:00.000Z',
      stateAt: '2026-09-05T08:00:01.000Z',
    },
  ],
};
