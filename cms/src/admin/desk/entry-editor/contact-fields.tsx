import { Flex } from '@strapi/design-system';
import type { EntryForm, FormContact } from '../../../domain/entry/entry-form.ts';
import { entryLimits as limits } from '../../../domain/entry/limits.ts';
import { consentChannels } from '../../../domain/vocabulary/consent-channels.ts';
import { networks, type Network } from '../../../domain/vocabulary/networks.ts';
import { words } from './editor-words.ts';
import { ChoiceField, Column, Columns, FieldGroup, PhoneField, TextField, Tick } from './fields.tsx';
import { Rows } from './rows.tsx';

const EMPTY: FormContact = {
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

interface ContactsProps {
  contacts: readonly FormContact[];
  onContacts: (contacts: FormContact[]) => void;
}

/** Each contact with the channels that it agreed to. */
export const Contacts = ({ contacts, onContacts }: ContactsProps) => (
  <Rows
    rows={contacts}
    most={limits.contacts}
    titleOf={({ role, name }, rank) => role || name || say.numbered(rank + 1)}
    empty={() => EMPTY}
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
                path={`contacts.${rank}.${key}`}
                label={say[key]}
                value={contact[key]}
                maxLength={key === 'phone' ? 40 : key === 'email' ? limits.email : limits.line}
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
                onValue={(checked) => onContact({ ...contact, [value]: checked })}
              />
            ))}
          </Flex>
        </FieldGroup>
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
    rows={list}
    most={limits.networks}
    titleOf={(_, rank) => words.network.numbered(rank + 1)}
    empty={(): FormNetworks[number] => ({ network: 'facebook', url: '' })}
    addLabel={words.network.add}
    removeLabel={words.network.remove}
    onRows={onList}
  >
    {(row, rank, onRow) => (
      <Columns>
        <ChoiceField
          path={`networks.${rank}.network`}
          label={words.network.network}
          value={row.network}
          options={networks.terms}
          onValue={(network) => onRow({ ...row, network: network as Network })}
        />
        <TextField
          path={`networks.${rank}.url`}
          label={words.network.url}
          value={row.url}
          maxLength={limits.webAddress}
          onValue={(url) => onRow({ ...row, url })}
        />
      </Columns>
    )}
  </Rows>
);
