import type { EntryForm } from './entry-form.ts';

/** An empty entry: where « Déclarer mon association » begins. */
export const emptyEntry = (): EntryForm => ({
  name: '',
  acronym: '',
  foundedYear: null,
  summary: '',
  description: '',
  howToJoin: '',
  themes: [],
  audiences: [],
  commune: null,
  communesOfActivity: [],
  activities: [],
  contacts: [],
  address: { street: '', complement: '', postalCode: '', city: '', public: false },
  website: '',
  networks: [],
  logo: { choice: 'none' },
  seeksVolunteers: false,
  volunteersNote: '',
  accessibility: { mobility: false, hearing: false, sight: false, intellectual: false, psychological: false, note: '' },
});
