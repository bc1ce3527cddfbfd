import type { ComponentType } from 'react';

/** The admin's half of the custom field `global::commune-code`; the server's is in `bootstrap/admin/commune-code-field.ts`. */
export const communeCodeField = {
  name: 'commune-code',
  type: 'string' as const,
  intlLabel: { id: 'trame.commune-code.label', defaultMessage: 'Commune' },
  intlDescription: {
    id: 'trame.commune-code.description',
    defaultMessage: 'Une commune de la liste, par son code INSEE',
  },
  components: {
    Input: async () => ({
      default: (await import('./commune-code-input.tsx')).CommuneCodeInput as unknown as ComponentType,
    }),
  },
};
