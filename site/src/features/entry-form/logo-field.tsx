import type { ReceivedLogo } from '@trame/cms/domain/contract/my-entry';
import type { FormLogo } from '@trame/cms/domain/entry/entry-form';
import { entryLimits, LOGO_BYTES } from '@trame/cms/domain/entry/limits';
import { useRef, useState } from 'preact/hooks';
import type { Answer } from '../cms-api/client.ts';
import { Group, TextField } from './fields.tsx';
import { useFocusAfter } from './use-focus.ts';
import { words } from './words.ts';

/** Where a logo goes, and where the present one is shown from. */
export interface LogoDoor {
  readonly presentUrl: string | null;
  send(file: File): Promise<Answer<ReceivedLogo>>;
}

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

interface Props {
  readonly door: LogoDoor;
  readonly value: FormLogo;
  readonly onValue: (value: FormLogo) => void;
}

/** The logo: shown, replaced, removed. A refused file says why beside the button that chose it. */
export function LogoField({ door, value, onValue }: Props) {
  const [state, setState] = useState<{ sending: boolean; error: string | null }>({ sending: false, error: null });
  // Kept by the page alone: a draft that is taken up again still names the file, and says so by its alternative text.
  const [preview, setPreview] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const focusAfter = useFocusAfter();
  const shown = value.choice === 'keep' ? door.presentUrl : value.choice === 'new' ? preview : null;
  const alt = value.choice === 'new' ? value.alt : words.logo.current;

  async function send(file: File) {
    const error = !TYPES.includes(file.type)
      ? words.logo.wrongType
      : file.size > LOGO_BYTES
        ? words.logo.tooLarge
        : null;
    if (error !== null) return setState({ sending: false, error });
    setState({ sending: true, error: null });
    const answer = await door.send(file);
    setState({ sending: false, error: answer.ok ? null : answer.message });
    if (!answer.ok) return;
    setPreview(answer.value.preview);
    focusAfter('champ-logo-alt');
    onValue({ choice: 'new', upload: answer.value.upload, alt: value.choice === 'new' ? value.alt : '' });
  }

  return (
    <Group path="logo" legend={words.logo.title} help={words.logo.help}>
      <div class="logo-field">
        <div class="logo-field-picture">
          {shown ? <img src={shown} alt={alt} /> : <span aria-hidden="true">–</span>}
        </div>
        <div class="actions">
          <input
            ref={input}
            type="file"
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
            {shown ? words.logo.replace : words.logo.choose}
          </button>
          {(value.choice === 'new' || (value.choice === 'keep' && door.presentUrl !== null)) && (
            <button class="link-button" type="button" onClick={() => onValue({ choice: 'none' })}>
              {words.logo.remove}
            </button>
          )}
          {value.choice !== 'keep' && door.presentUrl !== null && (
            <button class="link-button" type="button" onClick={() => onValue({ choice: 'keep' })}>
              {words.logo.restore}
            </button>
          )}
        </div>
      </div>
      <p class="field-help" role="status">
        {state.sending
          ? words.logo.sending
          : value.choice === 'none'
            ? door.presentUrl === null
              ? words.logo.none
              : words.logo.removed
            : ''}
      </p>
      {state.error && (
        <p class="field-fault" role="alert">
          {state.error}
        </p>
      )}
      {value.choice === 'new' && (
        <TextField
          path="logo.alt"
          label={words.logo.alt}
          help={words.logo.altHelp}
          value={value.alt}
          maxLength={entryLimits.line}
          onValue={(text) => onValue({ ...value, alt: text })}
        />
      )}
    </Group>
  );
}
