import { Flex, Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { deleteLabel, deletingWords } from './bin-words.ts';

interface Dialog {
  readonly title: string;
  readonly content: ReactNode;
}

/** An act of Strapi's lists and forms: a hook that describes its button; null when it is not offered. */
interface DescribedAct {
  readonly label: string;
  readonly dialog?: Dialog;
}

interface Listed {
  readonly name?: string | null;
  readonly title?: string | null;
}

interface ActProps {
  /** Of a list: what is ticked. */
  readonly documents?: readonly Listed[];
  /** Of a form or a row. */
  readonly document?: Listed;
}

type Act = ((props: ActProps) => DescribedAct | null) & { type?: string; position?: unknown };

interface ContentManagerApis {
  addDocumentAction(arrange: (actions: Act[]) => Act[]): void;
  addBulkAction(arrange: (actions: Act[]) => Act[]): void;
}

const titleOf = ({ name, title }: Listed): string => name ?? title ?? '';

const Question = ({ lines, meaning }: { lines: readonly string[]; meaning: string }) => (
  <Flex direction="column" alignItems="stretch" gap={2}>
    {lines.map((line) => (
      <Typography key={line} tag="p" fontWeight="bold">
        {line}
      </Typography>
    ))}
    <Typography tag="p">{meaning}</Typography>
  </Flex>
);

/** The same act, asking in our words: how many, which, and that they can be put back. */
function asking(act: Act): Act {
  const asked: Act = (props) => {
    const described = act(props);
    if (!described?.dialog) return described;
    const listed = props.documents ?? [props.document ?? {}];
    const { title, lines, meaning } = deletingWords(listed.map(titleOf));
    return {
      ...described,
      ...(props.documents ? { label: deleteLabel(listed.length) } : {}),
      dialog: { ...described.dialog, title, content: <Question lines={lines} meaning={meaning} /> },
    };
  };
  return Object.assign(asked, { type: act.type, position: act.position });
}

const askBefore = (acts: Act[]): Act[] => acts.map((act) => (act.type === 'delete' ? asking(act) : act));

/** Strapi asks « Êtes-vous sûr ? » whatever is deleted, and however much of it. */
export function askBeforeDeleting(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager')?.apis as unknown as ContentManagerApis | undefined;
  apis?.addDocumentAction(askBefore);
  apis?.addBulkAction(askBefore);
}
