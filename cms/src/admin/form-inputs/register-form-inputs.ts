import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { ColourInput } from './colour-input.tsx';
import { StrapiDateInput, StrapiDateTimeInput, StrapiTimeInput } from './date-inputs.tsx';
import { MARKED, markInputs } from './form-inputs.ts';
import { PhoneInput } from './phone-input.tsx';

const INPUTS: Readonly<Record<string, ComponentType<never>>> = {
  // In place of Strapi's own, in every form that stays.
  date: StrapiDateInput,
  datetime: StrapiDateTimeInput,
  time: StrapiTimeInput,
  // Where a schema asks for them.
  [MARKED.phone]: PhoneInput,
  [MARKED.colour]: ColourInput,
};

/** Before the admin starts: the inputs. */
export function registerFormInputs(app: Pick<StrapiApp, 'addFields'>): void {
  for (const [type, Component] of Object.entries(INPUTS))
    app.addFields({ type, Component: Component as ComponentType });
}

/** Once the content manager is there: where the marked ones stand. */
export function arrangeFormInputs(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook(
    'Admin/CM/pages/EditView/mutate-edit-view-layout',
    ({ layout, ...rest }: { layout: Parameters<typeof markInputs>[0] }) => ({ ...rest, layout: markInputs(layout) }),
  );
}
