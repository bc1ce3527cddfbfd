import { Accordion, Box } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';

interface FoldProps {
  title: string;
  /** Shown from the start: what somebody has to look at. */
  open?: boolean;
  children: ReactNode;
}

/** A part of the report that can be folded away. */
export const Fold = ({ title, open = false, children }: FoldProps) => {
  const [value, setValue] = useState(open ? 'content' : '');
  return (
    <Accordion.Root size="S" value={value} onValueChange={setValue}>
      <Accordion.Item value="content">
        <Accordion.Header>
          <Accordion.Trigger>{title}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Box paddingLeft={4} paddingRight={4} paddingBottom={2}>
            {children}
          </Box>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
};
