/** A picture that is sent at once and kept by the CMS until its form is: a logo, a poster. */
import type { ReceivedLogo } from '@trame/cms/domain/contract/associations/my-entry';
import type { FormLogo } from '@trame/cms/domain/entry/entry-form';
import { LOGO_BYTES } from '@trame/cms/domain/entry/limits';
import { isNamedHeic, pictureWords } from '@trame/cms/domain/pictures';
import { useRef, useState } from 'preact/hooks';
import type { Answer } from './client.ts';
import { controlId, Group, TextField } from './fields.tsx';
import { heicAsJpeg } from './heic.ts';
import { typeset } from './typeset.ts';
import { useFocusAfter } from './use-focus.ts';

/** Where a picture goes, and where the present one is shown from. */
export interface PictureDoor {
  readonly presentUrl: string | null;
  send(file: File): Promise<Answer<ReceivedLogo>>;
}

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

const words = typeset({
  choose: 'Choisir une image',
  replace: 'Choisir une autre image',
  sending: 'Envoi de l’image…',
  sent: 'Image reçue. Sa vignette n’est pas sur cet appareil.',
  tooLarge: 'Cette image pèse plus de 5 Mo. Choisissez-en une plus légère.',
  wrongType: 'Ce fichier n’est pas une image PNG, JPEG ou WebP. Choisissez-en une autre.',
});

/** What is wrong with a file before it is sent; null when nothing is. */
function faultOf(file: File): string | null {
  if (!TYPES.includes(file.type)) return words.wrongType;
  return file.size > LOGO_BYTES ? words.tooLarge : null;
}

interface Props {
  readonly path: string;
  readonly legend: string;
  readonly help?: string | undefined;
  /** Of its alternative text. */
  readonly alt: { readonly label: string; readonly help?: string | undefined; readonly maxLength: number };
  readonly words: Readonly<Record<'current' | 'none' | 'remove' | 'removed' | 'restore', string>>;
  readonly door: PictureDoor;
  readonly value: FormLogo;
  /** Of a new picture: what it looks like, a data URL. */
  readonly preview: string | null;
  readonly onValue: (value: FormLogo, preview: string | null) => void;
}

/** The address under which the picture of a form is seen; null when it has none, or when this device does not have it. */
export const shownPicture = (value: FormLogo, presentUrl: string | null, preview: string | null): string | null =>
  value.choice === 'keep' ? presentUrl : value.choice === 'new' ? preview : null;

/** Shown, replaced, removed. A refused file says why beside the button that chose it. */
export function PictureField({ path, legend, help, alt, words: said, door, value, preview, onValue }: Props) {
  const [state, setState] = useState<{ sending: boolean; error: string | null }>({ sending: false, error: null });
  const input = useRef<HTMLInputElement>(null);
  const focusAfter = useFocusAfter();
  const shown = shownPicture(value, door.presentUrl, preview);

  async function send(chosen: File) {
    setState({ sending: true, error: null });
    const file = isNamedHeic(chosen) ? await heicAsJpeg(chosen) : chosen;
    const error = file === null ? pictureWords.heic : faultOf(file);
    if (file === null || error !== null) return setState({ sending: false, error });
    const answer = await door.send(file);
    setState({ sending: false, error: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    focusAfter(controlId(`${path}.alt`));
    onValue(
      { choice: 'new', upload: answer.value.upload, alt: value.choice === 'new' ? value.alt : '' },
      answer.value.preview,
    );
  }

  return (
    <Group path={path} legend={legend} help={help}>
      <div class="logo-field">
        <div class="picture-frame">
          {shown ? (
            <img src={shown} alt={value.choice === 'new' ? value.alt : said.current} />
          ) : (
            <span aria-hidden="true">–</span>
          )}
        </div>
        <div class="actions">
          <input
            ref={input}
            type="file"
            // HEIC is not named: a telephone that can gives its own JPEG of it instead.
            accept={TYPES.join(',')}
            hidden
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) void send(file);
            }}
          />
          <button
            class="button button--quiet"
            type="button"
            disabled={state.sending}
            onClick={() => input.current?.click()}
          >
            {shown || value.choice === 'new' ? words.replace : words.choose}
          </button>
          {(value.choice === 'new' || (value.choice === 'keep' && door.presentUrl !== null)) && (
            <button class="link-button" type="button" onClick={() => onValue({ choice: 'none' }, null)}>
              {said.remove}
            </button>
          )}
          {value.choice !== 'keep' && door.presentUrl !== null && (
            <button class="link-button" type="button" onClick={() => onValue({ choice: 'keep' }, null)}>
              {said.restore}
            </button>
          )}
        </div>
      </div>
      <p class="field-help" role="status">
        {state.sending
          ? words.sending
          : value.choice === 'new'
            ? shown === null
              ? words.sent
              : ''
            : value.choice === 'none'
              ? door.presentUrl === null
                ? said.none
                : said.removed
              : ''}
      </p>
      {state.error && (
        <p class="field-fault" role="alert">
          {state.error}
        </p>
      )}
      {value.choice === 'new' && (
        <TextField
          path={`${path}.alt`}
          {...alt}
          value={value.alt}
          onValue={(text) => onValue({ ...value, alt: text }, preview)}
        />
      )}
    </Group>
  );
}
