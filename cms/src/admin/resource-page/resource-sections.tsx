/** The sections of a resource's form. */
import { TextInput } from '@strapi/design-system';
import { PAGE } from '../../domain/records/record-fields.ts';
import { resourceFields } from '../../domain/records/resource-fields.ts';
import { isAmountTyped, type ResourceForm } from '../../domain/records/resource-form.ts';
import { resourceKinds, type ResourceKind } from '../../domain/vocabulary/resource-kinds.ts';
import {
  ChoiceField,
  Column,
  Columns,
  LongTextField,
  TextField,
  Tick,
  WholeNumberField,
} from '../kit/entry-editor/fields.tsx';
import { FilesField } from '../kit/fields/files-field.tsx';
import { Framed } from '../kit/fields/framed.tsx';
import { ofRecord } from '../kit/fields/of-record.ts';
import { RelationField } from '../kit/fields/relation-field.tsx';
import { RESOURCE_UID } from '../kit/paths.ts';
import type { Section, SectionProps } from '../kit/record-page/record-kind.ts';
import { resourceWords as words } from './resource-words.ts';

type Props = SectionProps<ResourceForm>;

const MOST_FILES = 20;

const relation = (field: string) => ({ uid: RESOURCE_UID, field });

const What = (props: Props) => {
  const of = ofRecord<ResourceForm>(resourceFields, props);
  return (
    <Column>
      <TextField {...of.text('title')} />
      <ChoiceField
        {...of.asked('kind')}
        value={props.value.kind}
        options={[{ value: '', label: words.choose }, ...resourceKinds.terms]}
        onValue={(kind) => of.change({ kind: kind as ResourceKind | '' })}
      />
      <LongTextField {...of.text('summary')} />
      <LongTextField {...of.longText('description', PAGE)} />
      <Columns>
        <WholeNumberField {...of.held('quantity')} />
        <WholeNumberField {...of.held('capacity')} />
      </Columns>
    </Column>
  );
};

const Owner = (props: Props) => {
  const of = ofRecord<ResourceForm>(resourceFields, props);
  return (
    <Columns>
      <RelationField {...of.held('owner')} relation={relation('owner')} most={1} />
      <TextField {...of.text('ownerName')} />
      <RelationField {...of.held('commune')} relation={relation('commune')} most={1} />
    </Columns>
  );
};

const Terms = (props: Props) => {
  const of = ofRecord<ResourceForm>(resourceFields, props);
  return (
    <Column>
      <LongTextField {...of.longText('howToGet', PAGE)} />
      <LongTextField {...of.longText('conditions', PAGE)} />
      <Columns>
        <TextField {...of.text('price')} />
        <Framed {...of.asked('deposit')}>
          <TextInput
            inputMode="decimal"
            value={props.value.deposit}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
              const typed = event.target.value.replace(/[\s\u00a0\u202f€]/g, '');
              if (isAmountTyped(typed)) of.change({ deposit: typed });
            }}
          />
        </Framed>
      </Columns>
      <Tick {...of.tick('bookable')} />
    </Column>
  );
};

const Files = (props: Props) => {
  const of = ofRecord<ResourceForm>(resourceFields, props);
  const { photos, attachments } = props.value;
  return (
    <Column>
      <FilesField
        {...of.files('photos')}
        kind="picture"
        most={Math.max(MOST_FILES, photos.length)}
        files={props.record.files}
      />
      <FilesField
        {...of.files('attachments')}
        kind="document"
        most={Math.max(MOST_FILES, attachments.length)}
        files={props.record.files}
      />
    </Column>
  );
};

const Office = (props: Props) => {
  const of = ofRecord<ResourceForm>(resourceFields, props);
  return (
    <Column>
      <RelationField {...of.held('themes')} relation={relation('themes')} grouped />
      <LongTextField {...of.longText('internalNote', PAGE)} />
      <TextField {...of.text('slug')} />
    </Column>
  );
};

export const resourceSections: readonly Section<ResourceForm>[] = [
  {
    id: 'what',
    title: words.sections.what,
    attributes: ['title', 'kind', 'summary', 'description', 'quantity', 'capacity'],
    Fields: What,
  },
  { id: 'owner', title: words.sections.owner, attributes: ['owner', 'ownerName', 'commune'], Fields: Owner },
  {
    id: 'terms',
    title: words.sections.terms,
    attributes: ['howToGet', 'conditions', 'price', 'deposit', 'bookable'],
    Fields: Terms,
  },
  { id: 'files', title: words.sections.files, attributes: ['photos', 'attachments'], Fields: Files },
  { id: 'office', title: words.sections.office, attributes: ['themes', 'internalNote', 'slug'], Fields: Office },
];
