import { Flex, Link } from '@strapi/design-system';
import type { EntryChoices } from '../../../domain/contract/associations/my-entry.ts';
import { entrySections } from '../../../domain/entry/fields.ts';
import type { EntryForm, FormLogo } from '../../../domain/entry/entry-form.ts';
import { Card } from '../card.tsx';
import { Notice } from '../notice.tsx';
import type { Fault } from '../problem.ts';
import { jumpTo } from '../faults/faults-shown.ts';
import { Contacts, EMPTY_CONTACT } from './contact-fields.tsx';
import { words } from './editor-words.ts';
import { SectionFields } from './entry-sections.tsx';
import { choiceOf, fieldOf } from './field-of.ts';
import { ChoiceField, Column, TextField } from './fields.tsx';
import { controlId, Faults } from '../faults/form-context.ts';

export interface EntryEditorProps {
  entry: EntryForm;
  choices: EntryChoices;
  /** What is to be mended, from the same check that the association's form does, and from the rules of content. */
  faults: readonly Fault[];
  /** A logo that came with the answer: it can be taken or left. */
  proposedLogo?: FormLogo | null;
  onEntry: (entry: EntryForm) => void;
}

/** The form of an entry for an editor: every field that an association may write, and no other. */
export const EntryEditor = (props: EntryEditorProps) => (
  <Faults.Provider value={props.faults}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FaultList faults={props.faults} />
      {entrySections.map(({ id, title }) => (
        <Card key={id} title={title}>
          <SectionFields
            id={id}
            entry={props.entry}
            choices={props.choices}
            change={(part) => props.onEntry({ ...props.entry, ...part })}
            logo={
              <Logo
                logo={props.entry.logo}
                proposed={props.proposedLogo ?? null}
                onLogo={(logo) => props.onEntry({ ...props.entry, logo })}
              />
            }
            contacts={
              <Contacts
                contacts={props.entry.contacts}
                empty={() => EMPTY_CONTACT}
                onContacts={(contacts) => props.onEntry({ ...props.entry, contacts })}
              />
            }
          />
        </Card>
      ))}
    </Flex>
  </Faults.Provider>
);

/** All that is to be mended, each leading to its field. */
export const FaultList = ({ faults }: { faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <Notice tone="danger" title={words.faults(faults.length)} live>
      <ul>
        {faults.map(({ path, message }, rank) => (
          <li key={rank}>
            {path === '' ? (
              message
            ) : (
              <Link
                href={`#${controlId(path)}`}
                onClick={(event: React.MouseEvent) => {
                  event.preventDefault();
                  jumpTo(path);
                }}
              >
                {message}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );

interface LogoProps {
  logo: FormLogo;
  proposed: FormLogo | null;
  onLogo: (logo: FormLogo) => void;
}

/** An editor brings no file here: the proposed logo, the present one, or none. */
const Logo = ({ logo, proposed, onLogo }: LogoProps) => {
  const fresh = proposed?.choice === 'new' ? proposed : null;
  const options = (['keep', 'none', ...(fresh ? (['new'] as const) : [])] as const).map((value) => ({
    value,
    label: words.logo[value],
  }));
  return (
    <Column>
      <ChoiceField
        {...choiceOf('logo')}
        value={logo.choice}
        options={options}
        onValue={(choice) => {
          if (choice === 'new' && fresh) onLogo(fresh);
          else onLogo({ choice: choice === 'none' ? 'none' : 'keep' });
        }}
      />
      {logo.choice === 'new' && (
        <TextField {...fieldOf('logo.alt')} value={logo.alt} onValue={(alt) => onLogo({ ...logo, alt })} />
      )}
    </Column>
  );
};
