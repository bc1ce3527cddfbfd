import type { FormSlot } from '@trame/cms/domain/entry/entry-form';
import { slotInWords } from '@trame/cms/domain/entry/entry-in-words';
import { entryLimits as limits } from '@trame/cms/domain/entry/limits';
import { days, type Day } from '@trame/cms/domain/vocabulary/days';
import { controlId, Group, SelectField, TextField } from './fields.tsx';
import { inserted, removed, replaced } from './lists.ts';
import { RemovalNotice, undoId, useRemoval } from './removal.tsx';
import { useFocusAfter } from './use-focus.ts';
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
    <Group path={path} legend={words.activities.slots}>
      {slots.map((slot, index) => {
        const at = `${path}.${index}`;
        const change = (part: Partial<FormSlot>) => onSlots(replaced(slots, index, { ...slot, ...part }));
        return (
          <div key={index} class="slot">
            <SelectField
              path={`${at}.day`}
              label={words.activities.day}
              value={slot.day}
              options={days.terms}
              onValue={(day) => change({ day: day as Day })}
            />
            <TextField
              path={`${at}.begin`}
              label={words.activities.begin}
              type="time"
              value={slot.begin}
              maxLength={5}
              onValue={(begin) => change({ begin })}
            />
            <TextField
              path={`${at}.end`}
              label={words.activities.end}
              type="time"
              value={slot.end}
              maxLength={5}
              onValue={(end) => change({ end })}
            />
            <div class="slot-note">
              <TextField
                path={`${at}.note`}
                label={words.activities.note}
                help={index === 0 ? words.activities.noteHelp : undefined}
                optional
                value={slot.note}
                maxLength={limits.line}
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
      {slots.length < limits.slots && (
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
