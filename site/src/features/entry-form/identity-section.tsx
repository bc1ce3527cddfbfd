import { entryLimits as limits } from '@trame/cms/domain/entry/limits';
import { NumberField, TextField } from './fields.tsx';
import { LogoField, type LogoDoor } from './logo-field.tsx';
import type { SectionProps } from './section-props.ts';
import { words } from './words.ts';

interface Props extends SectionProps {
  /** Null where no logo can be sent: the public form has nobody to tie a file to. */
  readonly logo: LogoDoor | null;
}

export function IdentitySection({ entry, change, logo }: Props) {
  return (
    <>
      <TextField
        path="name"
        label={words.identity.name}
        value={entry.name}
        maxLength={limits.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        path="acronym"
        label={words.identity.acronym}
        help={words.identity.acronymHelp}
        optional
        value={entry.acronym}
        maxLength={limits.acronym}
        onValue={(acronym) => change({ acronym })}
      />
      <NumberField
        path="foundedYear"
        label={words.identity.foundedYear}
        optional
        value={entry.foundedYear}
        max={2200}
        onValue={(foundedYear) => change({ foundedYear })}
      />
      {logo && <LogoField door={logo} value={entry.logo} onValue={(value) => change({ logo: value })} />}
    </>
  );
}
