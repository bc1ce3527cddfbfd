/**
 * The form of an entry: its sections, one under another, each folded to what it says today. A volunteer opens the one that
 * changed, or follows « Continuer » from the first to the last.
 */
import { joinFacts } from '../../i18n/facts.ts';
import type { EntryChoices } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { changedFields } from '@trame/cms/domain/entry/difference';
import { entrySections, type EntryField } from '@trame/cms/domain/entry/fields';
import type { EntryForm } from '@trame/cms/domain/entry/entry-form';
import { fieldInWords } from '@trame/cms/domain/entry/entry-in-words';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { asked } from './asked.ts';
import { ActivitiesSection } from './activities-section.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { FaultSummary } from '../service/fault-summary.tsx';
import { Faults } from '../service/fields.tsx';
import { IdentitySection } from './identity-section.tsx';
import type { LogoDoor } from './logo-field.tsx';
import { namesOf } from './names.ts';
import type { SectionProps } from './section-props.ts';
import { PlacesSection, PresentationSection, VolunteersSection } from './text-sections.tsx';
import { ThemesSection } from './themes-section.tsx';
import { useFocusAfter } from '../service/use-focus.ts';
import { words } from './words.ts';

type SectionId = (typeof entrySections)[number]['id'];

const SECTIONS: Readonly<Record<Exclude<SectionId, 'identity'>, FunctionComponent<SectionProps>>> = {
  presentation: PresentationSection,
  themes: ThemesSection,
  activities: ActivitiesSection,
  places: PlacesSection,
  contacts: ContactsSection,
  volunteers: VolunteersSection,
};

/** The section that a fault's path is in. */
const sectionOf = (path: string): SectionId | undefined =>
  entrySections.find(({ fields }) => (fields as readonly string[]).includes(path.split('.')[0] ?? ''))?.id;

const headId = (id: SectionId) => `rubrique-${id}`;

interface Props {
  readonly entry: EntryForm;
  /** What the changes are counted from. */
  readonly base: EntryForm;
  readonly onEntry: (entry: EntryForm) => void;
  readonly choices: EntryChoices;
  readonly logo: LogoDoor | null;
  /** Of the last check. */
  readonly faults: readonly EntryFault[];
  /** What stands after the last section: the button that goes on. */
  readonly children: ComponentChildren;
}

export function EntryEditor({ entry, base, onEntry, choices, logo, faults, children }: Props) {
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(() => new Set());
  const focusAfter = useFocusAfter();
  const names = useMemo(() => namesOf(choices), [choices]);
  const isNew = base.name === '';
  const changed = new Set<EntryField>(changedFields(base, entry));
  const byPath = useMemo(() => new Map(faults.map(({ path, message }) => [path, message])), [faults]);
  const faulty = new Set(faults.map(({ path }) => sectionOf(path)));
  const change = (part: Partial<EntryForm>) => onEntry({ ...entry, ...part });

  // Sections that hold a fault open, so that the links of the summary lead somewhere.
  useEffect(() => {
    if (faults.length === 0) return;
    setOpen((before) => new Set([...before, ...faults.flatMap(({ path }) => sectionOf(path) ?? [])]));
  }, [faults]);

  const toggle = (id: SectionId, wanted: boolean) => {
    const next = new Set(open);
    if (wanted) next.add(id);
    else next.delete(id);
    setOpen(next);
  };

  return (
    <Faults.Provider value={byPath}>
      <FaultSummary faults={faults} />
      <div class="entry-sections">
        {entrySections.map(({ id, title, fields }, index) => {
          const isOpen = open.has(id);
          const next = entrySections[index + 1];
          const Section = id === 'identity' ? null : SECTIONS[id];
          const given: SectionProps = { entry, change, choices, names };
          return (
            <section key={id} class="entry-section">
              <h2 class="entry-section-head">
                <button
                  id={headId(id)}
                  type="button"
                  aria-expanded={isOpen}
                  aria-controls={`${headId(id)}-contenu`}
                  onClick={() => toggle(id, !isOpen)}
                >
                  <span>{title}</span>
                  {faulty.has(id) ? (
                    <span class="badge badge--alert">{words.section.faulty}</span>
                  ) : (
                    fields.some((field) => changed.has(field)) && (
                      <span class="badge">{isNew ? words.section.filled : words.section.modified}</span>
                    )
                  )}
                </button>
              </h2>
              {!isOpen && <SectionGist lines={fields.flatMap((field) => gist(entry, field, names))} />}
              <div id={`${headId(id)}-contenu`} class="entry-section-body" hidden={!isOpen}>
                {isOpen && (Section ? <Section {...given} /> : <IdentitySection {...given} logo={logo} />)}
                <div class="actions">
                  {next ? (
                    <button
                      class="button button--quiet"
                      type="button"
                      onClick={() => {
                        const opened = new Set(open);
                        opened.delete(id);
                        opened.add(next.id);
                        setOpen(opened);
                        focusAfter(headId(next.id));
                      }}
                    >
                      {words.section.next(next.title)}
                    </button>
                  ) : (
                    <button
                      class="button button--quiet"
                      type="button"
                      onClick={() => {
                        toggle(id, false);
                        focusAfter(headId(id));
                      }}
                    >
                      {words.section.close}
                    </button>
                  )}
                </div>
              </div>
            </section>
          );
        })}
      </div>
      {children}
    </Faults.Provider>
  );
}

/** What a folded section says: its short facts; a flag that is off says nothing. */
function gist(entry: EntryForm, field: EntryField, names: SectionProps['names']): string[] {
  if (field === 'logo' || (field === 'seeksVolunteers' && !entry.seeksVolunteers)) return [];
  if (field === 'seeksVolunteers') return [asked('seeksVolunteers').label];
  if (field === 'activities') return entry.activities.map(({ label }) => label || words.activities.unnamed);
  const lines = fieldInWords(entry, field, names);
  return field === 'themes' || field === 'audiences' || field === 'communesOfActivity' ? [lines.join(', ')] : lines;
}

function SectionGist({ lines }: { lines: readonly string[] }) {
  const said = [...new Set(lines.filter((line) => line !== ''))]; // the seat most often is where it acts, too
  if (said.length === 0) return <p class="entry-section-gist soft">{words.section.empty}</p>;
  return <p class="entry-section-gist">{joinFacts(said)}</p>;
}
