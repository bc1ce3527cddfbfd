import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface StepProps {
  /** "1" to "4": the four acts follow each other. */
  number: number;
  title: string;
  /** The button of the act, beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One of the four acts of an edition, as a card of the page. */
export const Step = ({ number, title, action, children }: StepProps) => {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      borderColor="neutral150"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
          <Typography id={id} tag="h2" variant="beta">
            {`${number}. ${title}`}
          </Typography>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
