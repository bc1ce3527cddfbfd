import { Flex } from '@strapi/design-system';
import type { EntryChoices, EventProposal } from '../../domain/contract/associations/my-entry.ts';
import type { FormLogo } from '../../domain/entry/entry-form.ts';
import { EVENT_TEXTS, MOST_DATES } from '../../domain/event/limits.ts';
import { emptyDate, eventFieldLabels, proposedDateInWords } from '../../domain/event/event-proposal.ts';
import { typography } from '../../domain/french.ts';
import { eventKinds } from '../../domain/vocabulary/event-kinds.ts';
import { Card } from '../kit/card.tsx';
import { FaultList } from '../kit/entry-editor/entry-editor.tsx';
import { ChoiceField, Column, Columns, LongTextField, TextField, Tick } from '../kit/entry-editor/fields.tsx';
import { Faults } from '../kit/faults/form-context.ts';
import { Rows } from '../kit/entry-editor/rows.tsx';
import { DateField } from '../kit/fields/date-field.tsx';
import { HoursField } from '../kit/fields/hour-fields.tsx';
import type { Fault } from '../kit/problem.ts';

const words = {
  what: 'L’événement',
  when: 'Dates',
  where: 'Lieu et tarif',
  poster: 'Affiche',
  numbered: (rank: number) => `Date ${rank}`,
  day: 'Jour',
  lastDay: 'Jusqu’au',
  lastDayHint: 'S’il dure plusieurs jours.',
  hours: 'Heures',
  add: 'Ajouter une date',
  remove: 'Supprimer cette date',
  commune: 'Commune',
  noCommune: 'Hors du territoire, ou inconnue',
  free: 'Gratuit',
  cancelled: 'Annoncer que l’événement est annulé',
  contactHint: typography('Un téléphone, une adresse électronique ou un lien : publié avec l’événement.'),
  picture: { keep: 'Garder l’affiche actuelle', none: 'Aucune affiche', new: 'Prendre l’affiche proposée' },
  alt: 'Description de l’affiche',
};

interface Props {
  event: EventProposal;
  choices: EntryChoices;
  faults: readonly Fault[];
  /** The poster as it was proposed: it can be taken or left. */
  proposedPicture: FormLogo;
  onEvent: (event: EventProposal) => void;
}

/** A proposed event for an editor to retouch before accepting: what its association may write, and nothing else. */
export const EventEditor = ({ event, choices, faults, proposedPicture, onEvent }: Props) => {
  const change = (part: Partial<EventProposal>) => onEvent({ ...event, ...part });
  const { picture } = event;
  const pictures = [...new Set([proposedPicture.choice, 'none' as const])];
  const text = (path: 'title' | 'place' | 'price' | 'contact', label: string = eventFieldLabels[path]) => ({
    path,
    label,
    maxLength: EVENT_TEXTS[path],
    value: event[path],
    onValue: (value: string) => change({ [path]: value }),
  });
  return (
    <Faults.Provider value={faults}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <FaultList faults={faults} />
        <Card title={words.what}>
          <Column>
            {event.cancelled && <Tick label={words.cancelled} checked onValue={(cancelled) => change({ cancelled })} />}
            <Columns>
              <TextField {...text('title')} />
              <ChoiceField
                path="kind"
                label={eventFieldLabels.kind}
                value={event.kind}
                options={eventKinds.terms}
                onValue={(kind) => change({ kind })}
              />
            </Columns>
            <LongTextField
              path="summary"
              label={eventFieldLabels.summary}
              maxLength={EVENT_TEXTS.summary}
              value={event.summary}
              onValue={(summary) => change({ summary })}
            />
          </Column>
        </Card>
        <Card title={words.when}>
          <Rows
            path="dates"
            rows={event.dates}
            most={MOST_DATES}
            titleOf={(date, rank) => (date.day === '' ? words.numbered(rank + 1) : proposedDateInWords(date))}
            empty={emptyDate}
            addLabel={words.add}
            removeLabel={words.remove}
            onRows={(dates) => change({ dates })}
          >
            {(date, rank, set) => (
              <Columns>
                <DateField
                  path={`dates.${rank}.day`}
                  label={words.day}
                  lies="ahead"
                  value={date.day}
                  onValue={(day) => set({ ...date, day })}
                />
                <DateField
                  path={`dates.${rank}.lastDay`}
                  label={words.lastDay}
                  hint={words.lastDayHint}
                  lies="ahead"
                  value={date.lastDay}
                  onValue={(lastDay) => set({ ...date, lastDay })}
                />
                <HoursField
                  path={`dates.${rank}.begin`}
                  alsoAt={`dates.${rank}.end`}
                  label={words.hours}
                  value={date}
                  onValue={({ begin, end }) => set({ ...date, begin, end })}
                />
              </Columns>
            )}
          </Rows>
        </Card>
        <Card title={words.where}>
          <Column>
            <Columns>
              <TextField {...text('place')} />
              <ChoiceField
                path="commune"
                label={words.commune}
                value={event.commune ?? ''}
                options={[
                  { value: '', label: words.noCommune },
                  ...choices.communes.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onValue={(commune) => change({ commune: commune === '' ? null : commune })}
              />
            </Columns>
            <Tick label={words.free} checked={event.free} onValue={(free) => change({ free, price: '' })} />
            {!event.free && <TextField {...text('price')} />}
            <TextField {...text('contact')} hint={words.contactHint} />
          </Column>
        </Card>
        {pictures.length > 1 && (
          <Card title={words.poster}>
            <Column>
              <ChoiceField
                path="picture"
                label={words.poster}
                value={picture.choice}
                options={pictures.map((value) => ({ value, label: words.picture[value] }))}
                onValue={(choice) =>
                  change({ picture: choice === proposedPicture.choice ? proposedPicture : { choice: 'none' } })
                }
              />
              {picture.choice === 'new' && (
                <TextField
                  path="picture.alt"
                  label={words.alt}
                  maxLength={EVENT_TEXTS.alt}
                  value={picture.alt}
                  onValue={(alt) => change({ picture: { ...picture, alt } })}
                />
              )}
            </Column>
          </Card>
        )}
      </Flex>
    </Faults.Provider>
  );
};
