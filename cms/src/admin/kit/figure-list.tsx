import { Box, Flex, Typography } from '@strapi/design-system';
import type { Figure } from './words.ts';

/** Large numbers in a row, each under its name. */
export const FigureList = ({ figures }: { figures: readonly Figure[] }) => (
  <Flex tag="dl" gap={{ initial: 6, medium: 10 }} wrap="wrap">
    {figures.map(({ label, value, note }) => (
      <Box key={label}>
        <Typography tag="dt" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        <Typography tag="dd" variant="alpha">
          {value.toLocaleString('fr-FR')}
          {note && <Typography tag="span" variant="omega" textColor="neutral600">{` ${note}`}</Typography>}
        </Typography>
      </Box>
    ))}
  </Flex>
);
