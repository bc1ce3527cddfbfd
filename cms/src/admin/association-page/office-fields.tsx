/** What only the office fills of an association, and its contacts with their agreements. */
import { Button, Flex, Typography } from '@strapi/design-system';
import { dayOf } from '../../domain/dates.ts';
import type { OfficeContact, OfficeForm } from '../../domain/entry/office-form.ts';
import { consentChannels } from '../../domain/vocabulary/consent-channels.ts';
import { consentSources, type ConsentSource } from '../../domain/vocabulary/consent-sources.ts';
import { legalForms, type LegalForm } from '../../domain/vocabulary/legal-forms.ts';
import { noNotice } from '../../domain/notice.ts';
import { noticeKinds } from '../../domain/vocabulary/notice-kinds.ts';
import { verificationSources, type VerificationSource } from '../../domain/vocabulary/verification-sources.ts';
import { Contacts, EMPTY_CONTACT } from '../kit/entry-editor/contact-fields.tsx';
import { adminFieldOf } from '../kit/entry-editor/field-of.ts';
import {
  ChoiceField,
  Column,
  Columns,
  FieldGroup,
  LongTextField,
  TextField,
  Tick,
} from '../kit/entry-editor/fields.tsx';
import { DateField } from '../kit/fields/date-field.tsx';
import { FilesField } from '../kit/fields/files-field.tsx';
import type { SectionProps } from '../kit/record-page/record-kind.ts';
import { pageWords as words } from './association-words.ts';
import { OfficialFields } from './official-fields.tsx';
import { DecimalField } from './decimal-field.tsx';

type Props = Omit<SectionProps<OfficeForm>, 'record'>;

const setting = (onValue: Props['onValue']) => (part: Partial<OfficeForm>) =>
  onValue((before) => ({ ...before, ...part }));

/** What an agreement becomes when a box changes: it is given today, unless a day is already said; without a box there is none. */
function agreed(contact: OfficeContact): OfficeContact {
  const isAgreed = consentChannels.values.some((channel) => contact[channel]);
  if (!isAgreed) return { ...contact, consentDate: '', consentSource: '' };
  return contact.consentDate === '' ? { ...contact, consentDate: dayOf(new Date()) } : contact;
}

export const OfficeContacts = ({ value, onValue }: Props) => (
  <Contacts<OfficeContact>
    contacts={value.contacts}
    empty={() => ({ ...EMPTY_CONTACT, consentDate: '', consentSource: '' })}
    onContacts={(contacts) => setting(onValue)({ contacts })}
    ticked={agreed}
    agreement={(contact, rank, onContact) =>
      consentChannels.values.some((channel) => contact[channel]) ? (
        <FieldGroup legend={words.agreement.legend}>
          <Columns>
            <DateField
              {...adminFieldOf(`contacts.${rank}.consentDate`)}
              lies="behind"
              value={contact.consentDate}
              onValue={(consentDate) => onContact({ ...contact, consentDate })}
            />
            <ChoiceField
              {...adminFieldOf(`contacts.${rank}.consentSource`)}
              value={contact.consentSource}
              options={[{ value: '', label: words.agreement.none }, ...consentSources.terms]}
              onValue={(source) => onContact({ ...contact, consentSource: source as ConsentSource | '' })}
            />
          </Columns>
        </FieldGroup>
      ) : null
    }
  />
);

/** The names and the address on the site, under what the association says of itself. */
export const Identity = ({ value, onValue, record }: SectionProps<OfficeForm>) => {
  const set = setting(onValue);
  return (
    <OfficialFields documentId={record.documentId}>
      {(isLocked) => (
        <Columns>
          <TextField
            {...adminFieldOf('officialName')}
            value={value.officialName}
            readOnly={isLocked && value.officialName !== ''}
            onValue={(officialName) => set({ officialName })}
          />
          <TextField
            {...adminFieldOf('slug')}
            hint={words.slugHelp}
            value={value.slug}
            onValue={(slug) => set({ slug })}
          />
        </Columns>
      )}
    </OfficialFields>
  );
};

/** More would be an album: the page shows them all. */
const MOST_PHOTOS = 12;

export const OfficeLogo = ({ value, onValue, record }: SectionProps<OfficeForm>) => (
  <FilesField
    {...adminFieldOf('logo')}
    hint={undefined}
    kind="picture"
    most={1}
    value={value.logo === null ? [] : [value.logo]}
    files={record.files}
    onValue={(next) =>
      onValue((before) => ({ ...before, logo: next(before.logo === null ? [] : [before.logo])[0] ?? null }))
    }
  />
);

export const Photos = ({ value, onValue, record }: SectionProps<OfficeForm>) => (
  <FilesField
    {...adminFieldOf('photos')}
    hint={words.photosHelp}
    kind="picture"
    most={Math.max(MOST_PHOTOS, value.photos.length)}
    value={value.photos}
    files={record.files}
    onValue={(next) => onValue((before) => ({ ...before, photos: next(before.photos) }))}
  />
);

export const Coordinates = ({ value, onValue }: Props) => {
  const { address } = value;
  const set = (part: Partial<OfficeForm['address']>) =>
    onValue((before) => ({ ...before, address: { ...before.address, ...part } }));
  return (
    <Columns>
      {(['latitude', 'longitude'] as const).map((key) => (
        <DecimalField
          key={key}
          {...adminFieldOf(`address.${key}`)}
          hint={words.coordinatesHelp}
          value={address[key]}
          onValue={(number) => set({ [key]: number })}
        />
      ))}
    </Columns>
  );
};

/** What the association says for a time, and whether it may be written to: it sets both by itself in its space. */
export const ForNow = ({ value, onValue }: Props) => {
  const set = setting(onValue);
  return (
    <Column>
      <Columns>
        <ChoiceField
          {...adminFieldOf('noticeKind')}
          hint={words.noticeHelp}
          value={value.noticeKind}
          options={[{ value: '', label: words.noNotice }, ...noticeKinds.terms]}
          onValue={(noticeKind) =>
            set(noticeKind === '' ? noNotice : { noticeKind: noticeKind as OfficeForm['noticeKind'] })
          }
        />
        {value.noticeKind !== '' && (
          <DateField
            {...adminFieldOf('noticeUntil')}
            hint={words.noticeUntilHelp}
            lies="ahead"
            value={value.noticeUntil}
            onValue={(noticeUntil) => set({ noticeUntil })}
          />
        )}
      </Columns>
      {value.noticeKind !== '' && (
        <TextField
          {...adminFieldOf('noticeNote')}
          value={value.noticeNote}
          onValue={(noticeNote) => set({ noticeNote })}
        />
      )}
      <Column>
        <Tick
          label={adminFieldOf('takesMessages').label}
          checked={value.takesMessages}
          onValue={(takesMessages) => set({ takesMessages })}
        />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {words.takesMessagesHelp}
        </Typography>
      </Column>
    </Column>
  );
};

/** What the register says of a form of association: another one is the office's own word. */
const OF_THE_REGISTER: readonly string[] = ['déclarée', 'utilité publique'];

export const OfficeFields = ({ value, onValue, record }: SectionProps<OfficeForm>) => {
  const set = setting(onValue);
  return (
    <Column>
      <OfficialFields documentId={record.documentId}>
        {(isLocked) => (
          <Columns>
            <ChoiceField
              {...adminFieldOf('legalForm')}
              value={value.legalForm}
              disabled={isLocked && OF_THE_REGISTER.includes(value.legalForm)}
              options={[{ value: '', label: words.unknownForm }, ...legalForms.terms]}
              onValue={(legalForm) => set({ legalForm: legalForm as LegalForm | '' })}
            />
            <TextField
              {...adminFieldOf('rnaId')}
              value={value.rnaId}
              readOnly={isLocked && value.rnaId !== ''}
              onValue={(rnaId) => set({ rnaId })}
            />
          </Columns>
        )}
      </OfficialFields>
      <Columns>
        <TextField {...adminFieldOf('siret')} value={value.siret} onValue={(siret) => set({ siret })} />
        <DateField
          {...adminFieldOf('verifiedOn')}
          lies="behind"
          value={value.verifiedOn}
          onValue={(verifiedOn) => set({ verifiedOn })}
        />
        <ChoiceField
          {...adminFieldOf('verifiedBy')}
          value={value.verifiedBy}
          options={[{ value: '', label: words.notVerified }, ...verificationSources.terms]}
          onValue={(verifiedBy) => set({ verifiedBy: verifiedBy as VerificationSource | '' })}
        />
      </Columns>
      <Flex>
        <Button
          variant="tertiary"
          size="S"
          onClick={() => set({ verifiedOn: dayOf(new Date()), verifiedBy: value.verifiedBy || 'téléphone' })}
        >
          {words.verifiedToday}
        </Button>
      </Flex>
      <LongTextField {...adminFieldOf('easyText')} value={value.easyText} onValue={(easyText) => set({ easyText })} />
      <LongTextField
        {...adminFieldOf('words')}
        hint={words.wordsHelp}
        value={value.words}
        onValue={(said) => set({ words: said })}
      />
      <Tick label={words.inPrint} checked={value.inPrint} onValue={(inPrint) => set({ inPrint })} />
      <LongTextField
        {...adminFieldOf('internalNote')}
        value={value.internalNote}
        onValue={(internalNote) => set({ internalNote })}
      />
    </Column>
  );
};
