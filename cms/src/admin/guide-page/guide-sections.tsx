/** The sections of a guide's form. */
import { guideFields } from '../../domain/records/guide-fields.ts';
import type { GuideForm } from '../../domain/records/guide-form.ts';
import { LINE } from '../../domain/records/record-fields.ts';
import { guideKinds, type GuideKind } from '../../domain/vocabulary/guide-kinds.ts';
import { ChoiceField, Column, Columns, LongTextField, TextField } from '../kit/entry-editor/fields.tsx';
import { DateField } from '../kit/fields/date-field.tsx';
import { FilesField } from '../kit/fields/files-field.tsx';
import { ofRecord } from '../kit/fields/of-record.ts';
import { RelationField } from '../kit/fields/relation-field.tsx';
import { RichTextField } from '../kit/fields/rich-text-field.tsx';
import { GUIDE_UID } from '../kit/paths.ts';
import type { Section, SectionProps } from '../kit/record-page/record-kind.ts';
import { guideWords as words } from './guide-words.ts';

type Props = SectionProps<GuideForm>;

/** As many documents as a page can show without becoming a list of documents. */
const MOST_DOCUMENTS = 20;

const relation = (field: string) => ({ uid: GUIDE_UID, field });

const What = (props: Props) => {
  const of = ofRecord<GuideForm>(guideFields, props);
  return (
    <Column>
      <TextField {...of.text('title')} />
      <Columns>
        <ChoiceField
          {...of.asked('kind')}
          value={props.value.kind}
          options={[{ value: '', label: words.choose }, ...guideKinds.terms]}
          onValue={(kind) => of.change({ kind: kind as GuideKind | '' })}
        />
        <TextField {...of.text('place')} />
        <DateField {...of.held('date')} lies="behind" />
        <DateField {...of.held('updatedOn')} lies="behind" />
      </Columns>
      <LongTextField {...of.text('summary')} />
    </Column>
  );
};

const Body = (props: Props) => {
  const of = ofRecord<GuideForm>(guideFields, props);
  return (
    <Column>
      <RichTextField {...of.held('body')} />
      <LongTextField {...of.text('easyText')} />
    </Column>
  );
};

const Files = (props: Props) => {
  const of = ofRecord<GuideForm>(guideFields, props);
  return (
    <Column>
      <FilesField {...of.files('image')} kind="picture" most={1} files={props.record.files} />
      <FilesField
        {...of.files('attachments')}
        kind="document"
        most={Math.max(MOST_DOCUMENTS, props.value.attachments.length)}
        files={props.record.files}
      />
    </Column>
  );
};

const Source = (props: Props) => {
  const of = ofRecord<GuideForm>(guideFields, props);
  const { source } = props.value;
  return (
    <Columns>
      <TextField
        path="source.label"
        label={words.sourceLabel}
        maxLength={LINE}
        value={source.label}
        onValue={(label) => of.change({ source: { ...source, label } })}
      />
      <TextField
        path="source.url"
        label={words.sourceUrl}
        maxLength={LINE}
        value={source.url}
        onValue={(url) => of.change({ source: { ...source, url } })}
      />
    </Columns>
  );
};

const Links = (props: Props) => {
  const of = ofRecord<GuideForm>(guideFields, props);
  return (
    <Column>
      <Columns>
        <RelationField {...of.held('themes')} relation={relation('themes')} grouped />
        <RelationField {...of.held('associations')} relation={relation('associations')} />
      </Columns>
      <RelationField {...of.held('guides')} relation={relation('guides')} />
    </Column>
  );
};

const Address = (props: Props) => <TextField {...ofRecord<GuideForm>(guideFields, props).text('slug')} />;

export const guideSections: readonly Section<GuideForm>[] = [
  {
    id: 'what',
    title: words.sections.what,
    attributes: ['title', 'kind', 'place', 'date', 'updatedOn', 'summary'],
    Fields: What,
  },
  { id: 'body', title: words.sections.body, attributes: ['body', 'easyText'], Fields: Body },
  { id: 'files', title: words.sections.files, attributes: ['image', 'attachments'], Fields: Files },
  { id: 'source', title: words.sections.source, attributes: ['source'], Fields: Source },
  { id: 'links', title: words.sections.links, attributes: ['themes', 'associations', 'guides'], Fields: Links },
  { id: 'address', title: words.sections.address, attributes: ['slug'], Fields: Address },
];
