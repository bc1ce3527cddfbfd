import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { DecideQuestion, ImportView } from '../../domain/contract/desk/import.ts';
import { plural, typography } from '../../domain/french.ts';
import { isFocusLost } from './focus.ts';
import { PlainSelect } from './plain-select.tsx';
import { words } from './import-words.ts';

interface UnknownProps {
  view: ImportView;
  say: (asked: DecideQuestion) => Promise<boolean>;
  underWay: boolean;
}

/** Names of the file that are none of the territory's lists: said once what they mean, for every line that bears them. */
export const UnknownNames = ({ view, say, underWay }: UnknownProps) => {
  const box = useRef<HTMLDivElement>(null);
  const acted = useRef<number | null>(null);
  const { unknown } = view;
  // Who works with the keyboard goes on with the word that took the place of the one that was answered.
  useEffect(() => {
    const rank = acted.current;
    acted.current = null;
    const selects = box.current?.querySelectorAll('select') ?? [];
    if (rank !== null && isFocusLost()) selects[Math.min(rank, selects.length - 1)]?.focus();
  }, [unknown]);
  const sayOf = (rank: number, asked: DecideQuestion) => {
    acted.current = rank;
    void say(asked);
  };
  if (unknown.length === 0) return null;
  return (
    <Box padding={4} background="warning100" hasRadius ref={box}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Box>
          <Typography tag="h3" variant="delta">
            {words.unknownTitle}
          </Typography>
          <Typography textColor="neutral800">{typography(words.unknownMeaning)}</Typography>
        </Box>
        {unknown.map(({ list, key, name, lines }, rank) => (
          <Flex key={`${list} ${key}`} gap={3} wrap="wrap">
            <Box flex="1 1 20rem">
              <Typography fontWeight="bold" textColor="neutral800">
                {typography(`« ${name} »`)}
              </Typography>
              <Typography variant="pi" textColor="neutral600">{` ${plural(lines, 'ligne')}`}</Typography>
            </Box>
            <Box flex="1 1 24rem">
              <PlainSelect
                label={typography(`« ${name} » veut dire`)}
                value=""
                disabled={underWay}
                onValue={(id) => sayOf(rank, { values: [{ list, key, ids: [id] }] })}
              >
                <option value="" disabled>
                  {words.choose}
                </option>
                {view.choices[list].map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {choice.name}
                  </option>
                ))}
              </PlainSelect>
            </Box>
            <Button
              variant="tertiary"
              disabled={underWay}
              aria-label={typography(`${words.notTaken} « ${name} »`)}
              onClick={() => sayOf(rank, { values: [{ list, key, ids: [] }] })}
            >
              {words.notTaken}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
