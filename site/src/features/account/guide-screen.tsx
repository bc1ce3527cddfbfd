import type { GuideProposal } from '@trame/cms/domain/contract/associations/my-entry';
import type { EntryFault } from '@trame/cms/domain/entry/check-entry';
import { SelectField, TextArea, TextField } from '../service/fields.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { SessionClient } from './session.ts';
import { useKeptForm } from './use-kept-form.ts';
import { words } from './words.ts';

interface Props {
  readonly session: SessionClient;
  readonly association: string;
  readonly onSent: () => void;
  readonly onBack: () => void;
}

const EMPTY: GuideProposal = { kind: 'expérience', title: '', summary: '', text: '', place: '' };

const isGuide = (guide: GuideProposal): boolean => typeof guide?.text === 'string';

export function GuideScreen({ session, association, onSent, onBack }: Props) {
  const kept = useKeptForm<GuideProposal>(`guide:${association}`, (before) => before ?? EMPTY, isGuide);
  const guide = kept.form;
  const change = (part: Partial<GuideProposal>) => kept.change({ ...guide, ...part });

  const check = (): EntryFault[] => [
    ...(guide.title.trim().length < 3 ? [{ path: 'title', message: words.guide.needTitle }] : []),
    ...(guide.summary.trim().length < 10 ? [{ path: 'summary', message: words.guide.needSummary }] : []),
    ...(guide.text.trim().length < 20 ? [{ path: 'text', message: words.guide.needText }] : []),
  ];

  return (
    <ProposalForm
      title={words.guide.title}
      lead={words.guide.lead}
      sendLabel={words.guide.send}
      session={session}
      path={`/api/espace/associations/${encodeURIComponent(association)}/guide`}
      body={guide}
      kept={kept}
      check={check}
      onSent={onSent}
      onBack={onBack}
    >
      <SelectField
        path="kind"
        label={words.guide.kind}
        value={guide.kind}
        options={Object.entries(words.guide.kinds).map(([value, label]) => ({ value, label }))}
        onValue={(kind) => change({ kind: kind as GuideProposal['kind'] })}
      />
      <TextField
        path="title"
        label={words.guide.name}
        value={guide.title}
        maxLength={200}
        onValue={(title) => change({ title })}
      />
      <TextArea
        path="summary"
        label={words.guide.summary}
        value={guide.summary}
        maxLength={400}
        rows={3}
        onValue={(summary) => change({ summary })}
      />
      <TextArea
        path="text"
        label={words.guide.text}
        value={guide.text}
        maxLength={10_000}
        rows={10}
        onValue={(text) => change({ text })}
      />
      <TextField
        path="place"
        label={words.guide.place}
        optional
        value={guide.place}
        maxLength={200}
        onValue={(place) => change({ place })}
      />
    </ProposalForm>
  );
}
