import { Badge, Flex, Typography } from '@strapi/design-system';
import type { DuplicatePair } from '../../domain/contract/desk/duplicates.ts';
import { againstWords, likelihood, reasonWords } from './duplicates-words.ts';

/** How sure it is that two records are one, what speaks for it and what against. */
export const Why = ({ score, reasons }: Pick<DuplicatePair, 'score' | 'reasons'>) => (
  <Flex direction="column" alignItems="flex-start" gap={1}>
    <Typography fontWeight="bold" textColor="neutral800">
      {likelihood(score)}
    </Typography>
    <Typography textColor="neutral800">{reasonWords(reasons)}</Typography>
    {againstWords(reasons).map((said) => (
      <Badge key={said} backgroundColor="warning100" textColor="warning700">
        {said}
      </Badge>
    ))}
  </Flex>
);
