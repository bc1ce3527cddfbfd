import type { FormSlot } from '@trame/cms/domain/entry/entry-form';
import { slotInWords } from '@trame/cms/domain/entry/entry-in-words';
import { limitOf } from '@trame/cms/domain/entry/fields';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { asked, askedTogether, typed } from './asked.ts';
import { controlId, Group, SelectField, TextField } from '../service/fields.tsx';
import { inserted, removed, replaced } from './lists.ts';
import { RemovalNotice, undoId, useRemoval } from './removal.tsx';
import { HourFields } from '../service/hour-fields.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

interface Props {
  readonly path: string;
  readonly slots: readonly FormSlot[];
  readonly onSlots: (slots: FormSlot[]) => void;
}

/** The next slot most often is the next day at the same hours. */
function following(slots: readonly FormSlot[]): FormSlot {
  const last = slots.at(-1);
  if (!last) return { day: 'lundi', begin: '', end: '', note: '' };
  return { ...last, day: days.values[(days.rank(last.day) + 1) % days.values.length] ?? last.day };
}

export function SlotsField({ path, slots, onSlots }: Props) {
  const [removal, setRemoval] = useRemoval();
  const focusAfter = useFocusAfter();
  const list = controlId(path);

  function remove(index: number) {
    const slot = slots[index];
    if (!slot) return;
    const rest = removed(slots, index);
    onSlots(rest);
    setRemoval({
      said: words.activities.removedSlot(slotInWords(slot)),
      undo: () => {
        onSlots(inserted(rest, index, slot));
        focusAfter(controlId(`${path}.${index}.day`));
      },
    });
    focusAfter(undoId(list));
  }

  return (
    <Group {...askedTogether(path)}>
      {slots.map((slot, index) => {
        const at = `${path}.${index}`;
        const change = (part: Partial<FormSlot>) => onSlots(replaced(slots, index, { ...slot, ...part }));
        return (
          <div key={index} class="slot">
            <SelectField
              {...asked(`${at}.day`)}
              value={slot.day}
              options={days.terms}
              onValue={(day) => change({ day: day as Day })}
            />
            <HourFields begin={typed(`${at}.begin`)} end={typed(`${at}.end`)} value={slot} onValue={change} />
            <div class="slot-note">
              <TextField
                {...typed(`${at}.note`)}
                help={index === 0 ? asked(`${at}.note`).help : undefined}
                optional
                value={slot.note}
                onValue={(note) => change({ note })}
              />
            </div>
            <button
              class="link-button"
              type="button"
              aria-label={words.activities.removeSlot(slotInWords(slot))}
              onClick={() => remove(index)}
            >
              {words.activities.remove}
            </button>
          </div>
        );
      })}
      <RemovalNotice list={list} removal={removal} onDone={() => setRemoval(null)} />
      {slots.length < limitOf('activities.*.slots') && (
        <button
          class="button button--quiet"
          type="button"
          onClick={() => {
            setRemoval(null);
            onSlots([...slots, following(slots)]);
            focusAfter(controlId(`${path}.${slots.length}.day`));
          }}
        >
          {words.activities.addSlot}
        </button>
      )}
    </Group>
  );
}
