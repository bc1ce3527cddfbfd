import { asked, typed } from './asked.ts';
import { NumberField, TextField } from '../service/fields.tsx';
import { LogoField, type LogoDoor } from './logo-field.tsx';
import type { SectionProps } from './section-props.ts';

interface Props extends SectionProps {
  /** Null where no logo can be sent: the public form has nobody to tie a file to. */
  readonly logo: LogoDoor | null;
}

export function IdentitySection({ entry, change, logo }: Props) {
  return (
    <>
      <TextField {...typed('name')} value={entry.name} onValue={(name) => change({ name })} />
      <TextField {...typed('acronym')} optional value={entry.acronym} onValue={(acronym) => change({ acronym })} />
      <NumberField
        {...asked('foundedYear')}
        optional
        value={entry.foundedYear}
        max={2200}
        onValue={(foundedYear) => change({ foundedYear })}
      />
      {logo && <LogoField door={logo} value={entry.logo} onValue={(value) => change({ logo: value })} />}
    </>
  );
}
