import { useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import type { PanelComponent, PanelProps } from '../kit/panel.ts';
import { onFormEvent } from './form-events.ts';

const TITLE = 'Pendant que vous écriviez';

/** Strapi takes its own changes back in the same moment. */
const AT_ONCE_MS = 3000;

interface Kept {
  readonly values: Record<string, unknown>;
  /** Milliseconds since 1970; 0 as long as the answer is awaited. */
  readonly until: number;
}

/** Single types have no id in their address. */
const isOf = (record: string, { model, document }: PanelProps): boolean =>
  record === `single-types/${model}` || record === `collection-types/${model}/${document?.documentId ?? ''}`;

/**
 * Strapi shows what it sends as if it were saved, and when it is refused fills the form with what was there before: everything
 * typed would be gone. It is put back, so that it can be mended and sent again.
 */
function useTypedStays(props: PanelProps): void {
  const values = useForm('FormPanel', (form) => form.values as Record<string, unknown>);
  const modified = useForm('FormPanel', (form) => form.modified);
  const setValues = useForm('FormPanel', (form) => form.setValues);
  const latest = useRef({ values, props });
  useEffect(() => {
    latest.current = { values, props };
  });
  const kept = useRef<Kept | null>(null);
  useEffect(
    () =>
      onFormEvent((event) => {
        if (!isOf(event.record, latest.current.props)) return;
        if (event.kind === 'sent') kept.current = { values: latest.current.values, until: 0 };
        if (event.kind === 'refused' && kept.current)
          kept.current = { ...kept.current, until: Date.now() + AT_ONCE_MS };
      }),
    [],
  );
  useEffect(() => {
    if (!modified && kept.current && Date.now() < kept.current.until) setValues(kept.current.values);
  });
}

/** Sentences stay until somebody has read them. */
function useTold(props: PanelProps): void {
  const { toggleNotification } = useNotification();
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(
    () =>
      onFormEvent((event) => {
        if (event.kind !== 'told' || !isOf(event.record, latest.current)) return;
        for (const message of event.sentences)
          toggleNotification({ type: 'info', title: TITLE, message, blockTransition: true });
      }),
    [toggleNotification],
  );
}

/** Strapi calls panels as it calls components. */
const FormPanel: PanelComponent = (props) => {
  useTypedStays(props);
  useTold(props);
  return null;
};

/** No panel to see: it stands inside every form, where its values are, and where notifications can be shown. */
export { FormPanel as formPanel };
