import { Typography } from '@strapi/design-system';
import type { EntryChoices } from '../../domain/contract/associations/my-entry.ts';
import { dayOf } from '../../domain/dates.ts';
import { entryLacks } from '../../domain/entry/difference.ts';
import { entrySections } from '../../domain/entry/fields.ts';
import { entryTexts } from '../../domain/entry/texts.ts';
import {
  contentOfOffice,
  entryOfOffice,
  officeFaults,
  officeFormOf,
  tidyOffice,
  type OfficeForm,
} from '../../domain/entry/office-form.ts';
import { Column } from '../kit/entry-editor/fields.tsx';
import { SectionFields, type EntrySection } from '../kit/entry-editor/entry-sections.tsx';
import { ASSOCIATION_UID } from '../kit/paths.ts';
import { pagePreview, type RecordKind, type Section } from '../kit/record-page/record-kind.ts';
import { advice, pageWords as words, verifiedWords } from './association-words.ts';
import { AssociationHistory } from '../kit/record-page/history.tsx';
import { Notices } from './notices.tsx';
import { Coordinates, ForNow, Identity, OfficeContacts, OfficeFields, OfficeLogo, Photos } from './office-fields.tsx';

/** What only the office fills of a section that the association writes too. */
const MORE: Partial<Record<EntrySection, readonly string[]>> = {
  identity: ['officialName', 'slug'],
};

/** The sections of the catalogue, each with what the office adds to it. */
const shared = (choices: EntryChoices): Section<OfficeForm>[] =>
  entrySections.map(({ id, title, fields }) => ({
    id,
    title,
    attributes: [...fields, ...(MORE[id] ?? [])],
    Fields: ({ value, onValue, record }) => (
      <Column>
        <SectionFields
          id={id}
          entry={value}
          choices={choices}
          change={(part) =>
            onValue((before) => withAddress({ ...before, ...part } as OfficeForm, before, record.content))
          }
          logo={<OfficeLogo value={value} onValue={onValue} record={record} />}
          contacts={<OfficeContacts value={value} onValue={onValue} />}
        />
        {id === 'identity' && <Identity value={value} onValue={onValue} record={record} />}
        {id === 'places' && <Coordinates value={value} onValue={onValue} />}
      </Column>
    ),
  }));

/** Coordinates go with an address that moves, and come back with one that is put back. */
function withAddress(next: OfficeForm, before: OfficeForm, content: Readonly<Record<string, unknown>>): OfficeForm {
  if (next.address === before.address) return next;
  const stored = officeFormOf(content).address;
  const place = ({ street, postalCode, city }: OfficeForm['address']) => `${street}\n${postalCode}\n${city}`;
  const typed = { latitude: before.address.latitude, longitude: before.address.longitude };
  const isStored = typed.latitude === stored.latitude && typed.longitude === stored.longitude;
  if (place(next.address) === place(stored)) {
    const isEmpty = typed.latitude === null && typed.longitude === null;
    const kept = isEmpty ? { latitude: stored.latitude, longitude: stored.longitude } : typed;
    return { ...next, address: { ...next.address, ...kept } };
  }
  const moved = isStored ? { latitude: null, longitude: null } : typed;
  return { ...next, address: { ...next.address, ...moved } };
}

const today = () => dayOf(new Date());

/** The page of an association: every field of it, in the frame of every record. */
export function associationKind(choices: EntryChoices): RecordKind<OfficeForm> {
  return {
    page: 'associations',
    uid: ASSOCIATION_UID,
    words: { fresh: words.fresh, list: words.list, thisOne: 'cette fiche', feminine: true },
    sections: [
      ...shared(choices),
      { id: 'photos', title: words.sections.photos, attributes: ['photos'], Fields: Photos },
      {
        id: 'for-now',
        title: words.sections.forNow,
        attributes: ['noticeKind', 'noticeUntil', 'noticeNote', 'takesMessages'],
        Fields: ForNow,
      },
      {
        id: 'office',
        title: words.sections.office,
        attributes: [
          'legalForm',
          'rnaId',
          'siret',
          'verifiedOn',
          'verifiedBy',
          'easyText',
          'words',
          'inPrint',
          'internalNote',
        ],
        Fields: OfficeFields,
      },
    ],
    toValue: officeFormOf,
    toContent: contentOfOffice,
    titleOf: ({ name }) => name,
    tidy: (form) => tidyOffice(form, today()),
    faultsOf: officeFaults,
    completenessOf: (form) => {
      const { points, missing } = entryLacks(entryOfOffice(form));
      return { percent: points, missing: missing.map(({ criterion, path }) => ({ path, message: advice[criterion] })) };
    },
    textsOf: entryTexts,
    previews: [pagePreview, { id: 'print', label: words.previews.print, help: words.previews.printHelp }],
    Notices,
    Aside: ({ value }) => (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {verifiedWords(value)}
      </Typography>
    ),
    History: AssociationHistory,
  };
}
