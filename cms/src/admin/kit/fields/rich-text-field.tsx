import { Box } from '@strapi/design-system';
import { useId } from 'react';
import { BlocksEditor } from 'strapi-blocks-editor';
import { styled } from 'styled-components';
import { controlId, useFault } from '../faults/form-context.ts';
import { Framed, type FieldProps } from './framed.tsx';

interface RichTextProps extends FieldProps {
  /** Blocks as Strapi stores them; null for no text. */
  value: readonly unknown[] | null;
  onValue: (blocks: readonly unknown[] | null) => void;
}

/** Strapi's own editor of texts with titles, lists, links and pictures. Each letter is in the form at once: nothing waits. */
export const RichTextField = ({ value, onValue, ...field }: RichTextProps) => {
  const label = useId();
  const fault = useFault(field.path);
  return (
    <Framed {...field}>
      <Tall id={controlId(field.path)} data-path={field.path}>
        <span id={label} hidden>
          {field.label}
        </span>
        <BlocksEditor
          name={field.path}
          value={value ?? []}
          onChange={(_name, blocks) => onValue(blocks)}
          ariaLabelId={label}
          error={field.error ?? fault}
          livePreviewSync
        />
      </Tall>
    </Framed>
  );
};

/** Room to write in: the editor is made as low as its text where it tells each letter. */
const Tall = styled(Box)`
  [data-slate-editor] {
    min-height: 32rem;
  }
`;
