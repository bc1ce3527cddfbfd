import type { FormLogo } from '@trame/cms/domain/entry/entry-form';
import { PictureField, type PictureDoor } from '../service/picture-field.tsx';
import { askedTogether, typed } from './asked.ts';
import { words } from './words.ts';

/** Where a logo goes, where the present one is shown from, and what a new one looks like. */
export interface LogoDoor extends PictureDoor {
  readonly preview: string | null;
  readonly onPreview: (preview: string | null) => void;
}

interface Props {
  readonly door: LogoDoor;
  readonly value: FormLogo;
  readonly onValue: (value: FormLogo) => void;
}

/** The logo of an association. */
export function LogoField({ door, value, onValue }: Props) {
  return (
    <PictureField
      {...askedTogether('logo')}
      alt={typed('logo.alt')}
      words={words.logo}
      door={door}
      value={value}
      preview={door.preview}
      onValue={(logo, preview) => {
        door.onPreview(preview);
        onValue(logo);
      }}
    />
  );
}
