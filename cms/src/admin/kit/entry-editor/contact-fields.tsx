import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { contactInWords } from '../../../domain/entry/entry-in-words.ts';
import type { EntryForm, FormContact } from '../../../domain/entry/entry-form.ts';
import { limitOf } from '../../../domain/entry/fields.ts';
import { formatPhone } from '../../../domain/phone.ts';
import { consentChannels } from '../../../domain/vocabulary/consent-channels.ts';
import { networks, type Network } from '../../../domain/vocabulary/networks.ts';
import { words } from './editor-words.ts';
import { choiceOf, fieldOf } from './field-of.ts';
import { ChoiceField, Column, Columns, FieldGroup, PhoneField, TextField, Tick } from './fields.tsx';
import { Rows } from './rows.tsx';

export const EMPTY_CONTACT: FormContact = {
  role: '',
  name: '',
  phone: '',
  email: '',
  web: false,
  print: false,
  professionals: false,
  openData: false,
};
const say = words.contact;

interface ContactsProps<Contact extends FormContact> {
  contacts: readonly Contact[];
  empty: () => Contact;
  onContacts: (contacts: Contact[]) => void;
  /** Under the boxes of a contact: the agreement that they rest on, where it is the editor's to say. */
  agreement?: (contact: Contact, rank: number, onContact: (contact: Contact) => void) => ReactNode;
  /** What a contact becomes when a box is ticked or cleared. */
  ticked?: (contact: Contact) => Contact;
}

/** Each contact with the channels that it agreed to. */
export const Contacts = <Contact extends FormContact>({
  contacts,
  empty,
  onContacts,
  agreement,
  ticked = (contact) => contact,
}: ContactsProps<Contact>) => (
  <Rows
    path="contacts"
    rows={contacts}
    most={limitOf('contacts')}
    titleOf={({ role, name }, rank) => role || name || say.numbered(rank + 1)}
    summaryOf={(contact) => contactInWords(contact, { phone: formatPhone })}
    empty={empty}
    addLabel={say.add}
    removeLabel={say.remove}
    onRows={onContacts}
  >
    {(contact, rank, onContact) => (
      <Column>
        <Columns>
          {(['role', 'name', 'phone', 'email'] as const).map((key) => {
            const Typed = key === 'phone' ? PhoneField : TextField;
            return (
              <Typed
                key={key}
                {...fieldOf(`contacts.${rank}.${key}`)}
                value={contact[key]}
                onValue={(value) => onContact({ ...contact, [key]: value })}
              />
            );
          })}
        </Columns>
        <FieldGroup legend={say.channels} hint={say.channelsHelp}>
          <Flex gap={4} wrap="wrap">
            {consentChannels.terms.map(({ value, label }) => (
              <Tick
                key={value}
                label={label}
                checked={contact[value]}
                onValue={(checked) => onContact(ticked({ ...contact, [value]: checked }))}
              />
            ))}
          </Flex>
        </FieldGroup>
        {agreement?.(contact, rank, onContact)}
      </Column>
    )}
  </Rows>
);

type FormNetworks = EntryForm['networks'];

interface NetworksProps {
  list: FormNetworks;
  onList: (list: FormNetworks) => void;
}

export const Networks = ({ list, onList }: NetworksProps) => (
  <Rows
    path="networks"
    rows={list}
    most={limitOf('networks')}
    titleOf={(_, rank) => words.network.numbered(rank + 1)}
    empty={(): FormNetworks[number] => ({ network: 'facebook', url: '' })}
    addLabel={words.network.add}
    removeLabel={words.network.remove}
    onRows={onList}
  >
    {(row, rank, onRow) => (
      <Columns>
        <ChoiceField
          {...choiceOf(`networks.${rank}.network`)}
          value={row.network}
          options={networks.terms}
          onValue={(network) => onRow({ ...row, network: network as Network })}
        />
        <TextField {...fieldOf(`networks.${rank}.url`)} value={row.url} onValue={(url) => onRow({ ...row, url })} />
      </Columns>
    )}
  </Rows>
);
