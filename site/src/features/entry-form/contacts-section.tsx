import type { FormContact } from '@trame/cms/domain/entry/entry-form';
import { limitOf } from '@trame/cms/domain/entry/fields';
import { consentChannels, exportChannels } from '@trame/cms/domain/vocabulary/consent-channels';
import { networks, type Network } from '@trame/cms/domain/vocabulary/networks';
import { asked, askedTogether, typed } from './asked.ts';
import { CheckField, controlId, Group, SelectField, TextField } from '../service/fields.tsx';
import { inserted, removed, replaced } from './lists.ts';
import { RemovalNotice, undoId, useRemoval } from './removal.tsx';
import type { SectionProps } from './section-props.ts';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

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
const LIST = 'contacts';

/** The contacts, each with what it agreed to, channel by channel; then the website and the networks. */
export function ContactsSection({ entry, change }: SectionProps) {
  const { contacts } = entry;
  const [removal, setRemoval] = useRemoval();
  const focusAfter = useFocusAfter();
  const titleOf = ({ role, name }: FormContact, index: number) => role || name || words.contacts.numbered(index + 1);

  function remove(index: number) {
    const contact = contacts[index];
    if (!contact) return;
    const rest = removed(contacts, index);
    change({ contacts: rest });
    setRemoval({
      said: words.contacts.removed(titleOf(contact, index)),
      undo: () => {
        change({ contacts: inserted(rest, index, contact) });
        focusAfter(controlId(`contacts.${index}.role`));
      },
    });
    focusAfter(undoId(LIST));
  }

  return (
    <>
      <Group path="contacts" legend={asked('contacts').help ?? ''}>
        {contacts.length === 0 && <p class="soft">{words.contacts.none}</p>}
        <ol class="rows">
          {contacts.map((contact, index) => (
            <li key={index} class="row">
              <h3 class="row-title">{titleOf(contact, index)}</h3>
              <ContactFields
                path={`contacts.${index}`}
                contact={contact}
                onContact={(changed) => {
                  setRemoval(null);
                  change({ contacts: replaced(contacts, index, changed) });
                }}
              />
              <div class="actions">
                <button class="link-button" type="button" onClick={() => remove(index)}>
                  {words.contacts.remove}
                  <span class="visually-hidden"> : {titleOf(contact, index)}</span>
                </button>
              </div>
            </li>
          ))}
        </ol>
        <RemovalNotice list={LIST} removal={removal} onDone={() => setRemoval(null)} />
        {contacts.length < limitOf('contacts') ? (
          <button
            class="button button--quiet"
            type="button"
            onClick={() => {
              setRemoval(null);
              change({ contacts: [...contacts, EMPTY] });
              focusAfter(controlId(`contacts.${contacts.length}.role`));
            }}
          >
            {words.contacts.add}
          </button>
        ) : (
          <p class="field-help">{words.contacts.full}</p>
        )}
      </Group>
      <TextField
        {...typed('website')}
        type="url"
        optional
        value={entry.website}
        onValue={(website) => change({ website })}
      />
      <NetworksField entry={entry} change={change} />
    </>
  );
}

interface ContactProps {
  readonly path: string;
  readonly contact: FormContact;
  readonly onContact: (contact: FormContact) => void;
}

function ContactFields({ path, contact, onContact }: ContactProps) {
  const change = (part: Partial<FormContact>) => onContact({ ...contact, ...part });
  const nowhere = exportChannels.every((channel) => !contact[channel]);
  return (
    <div class="row-fields">
      <TextField {...typed(`${path}.role`)} optional value={contact.role} onValue={(role) => change({ role })} />
      <TextField {...typed(`${path}.name`)} optional value={contact.name} onValue={(name) => change({ name })} />
      <TextField {...typed(`${path}.phone`)} type="tel" value={contact.phone} onValue={(phone) => change({ phone })} />
      <TextField
        {...typed(`${path}.email`)}
        inputMode="email"
        value={contact.email}
        onValue={(email) => change({ email })}
      />
      <Group path={`${path}.channels`} legend={words.contacts.where} help={words.contacts.whereHelp}>
        {consentChannels.values.map((channel) => (
          <CheckField
            key={channel}
            {...asked(`${path}.${channel}`)}
            checked={contact[channel]}
            onChecked={(checked) => change({ [channel]: checked })}
          />
        ))}
        <p class="field-help" role="status">
          {nowhere ? words.contacts.office : ''}
        </p>
      </Group>
    </div>
  );
}

function NetworksField({ entry, change }: Pick<SectionProps, 'entry' | 'change'>) {
  const focusAfter = useFocusAfter();
  const free = networks.values.find((value) => !entry.networks.some(({ network }) => network === value)) ?? 'autre';
  return (
    <Group {...askedTogether('networks')}>
      {entry.networks.map((item, index) => {
        const set = (part: Partial<typeof item>) =>
          change({ networks: replaced(entry.networks, index, { ...item, ...part }) });
        return (
          <div key={index} class="network">
            <SelectField
              {...asked(`networks.${index}.network`)}
              value={item.network}
              options={networks.terms}
              onValue={(network) => set({ network: network as Network })}
            />
            <TextField
              {...typed(`networks.${index}.url`)}
              type="url"
              value={item.url}
              onValue={(url) => set({ url })}
            />
            <button
              class="link-button"
              type="button"
              aria-label={words.contacts.removeNetwork(networks.label(item.network))}
              onClick={() => {
                change({ networks: removed(entry.networks, index) });
                focusAfter('reseau-ajouter');
              }}
            >
              {words.activities.remove}
            </button>
          </div>
        );
      })}
      {entry.networks.length < limitOf('networks') && (
        <button
          id="reseau-ajouter"
          class="button button--quiet"
          type="button"
          onClick={() => {
            change({ networks: [...entry.networks, { network: free, url: '' }] });
            focusAfter(controlId(`networks.${entry.networks.length}.network`));
          }}
        >
          {words.contacts.addNetwork}
        </button>
      )}
    </Group>
  );
}
