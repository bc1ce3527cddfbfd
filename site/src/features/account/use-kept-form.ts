import { useMemo, useState } from 'preact/hooks';
import { formBox } from '../service/drafts.ts';

interface Kept<Form> {
  readonly form: Form;
  /** What a picture that was sent looks like, a data URL. */
  readonly picture: string | null;
  readonly at: string;
}

/**
 * A form that is kept on this device at each letter, and taken up again when it is opened: neither a lost network nor a closed
 * tab loses it.
 * @param key what it is the form of
 * @param start how it begins, from what was kept before (null when nothing was)
 * @param isForm whether what was kept, by whatever release, is such a form
 */
export function useKeptForm<Form>(key: string, start: (kept: Form | null) => Form, isForm: (form: Form) => boolean) {
  const box = useMemo(() => formBox<Kept<Form>>(key, ({ form }) => isForm(form)), [key, isForm]);
  const [kept, setKept] = useState(() => box.read());
  const [form, setForm] = useState(() => start(kept?.form ?? null));
  const [picture, setPicture] = useState(kept?.picture ?? null);
  const [isKept, setIsKept] = useState(true);
  const [touched, setTouched] = useState(kept !== null);

  function change(next: Form, shown: string | null = picture) {
    const at = new Date().toISOString();
    setForm(next);
    setPicture(shown);
    setTouched(true);
    // A device without room for the picture still keeps the words.
    setIsKept(box.write({ form: next, picture: shown, at }) || box.write({ form: next, picture: null, at }));
  }

  return {
    form,
    picture,
    change,
    /** When what is shown was typed, if that was before; null once it was begun anew. */
    takenUp: kept?.at ?? null,
    /** Whether the device keeps what is typed. */
    isKept,
    /** Has anything been typed that was not sent? */
    touched,
    /** Forgets what was kept, and begins anew. */
    restart() {
      box.erase();
      setKept(null);
      setForm(start(null));
      setPicture(null);
      setTouched(false);
    },
    /** It was sent. */
    sent() {
      box.erase();
      setTouched(false);
    },
  };
}
export type KeptForm<Form> = ReturnType<typeof useKeptForm<Form>>;
