import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { DecideQuestion, ImportView } from '../../domain/contract/desk/import.ts';
import { dayOf, formatDigits } from '../../domain/dates.ts';
import { parseDay } from '../../domain/day-in-words.ts';
import { Card } from '../kit/card.tsx';
import { words } from './import-words.ts';

interface RegisterProps {
  register: NonNullable<ImportView['register']>;
  say: (asked: DecideQuestion) => Promise<boolean>;
  underWay: boolean;
}

/** Which associations of the national register are proposed: those that declared something since a day. */
export const RegisterCard = ({ register: { since, older }, say, underWay }: RegisterProps) => {
  const [text, setText] = useState(since === null ? '' : formatDigits(since));
  const [fault, setFault] = useState<string>();
  const save = () => {
    const today = dayOf(new Date());
    const day = parseDay(text, today, 'behind');
    setFault(day.ok && day.value <= today ? undefined : words.sinceFault);
    if (day.ok && day.value <= today) void say({ since: day.value });
  };
  return (
    <Card title={words.register}>
      <Typography textColor="neutral800" aria-live="polite">
        {since === null ? words.noLimit : words.older(older)}
      </Typography>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Flex gap={4} wrap="wrap" alignItems="flex-end">
          <Box minWidth="26rem">
            <Field.Root name="since" error={fault} hint={words.sinceHint}>
              <Field.Label>{words.since}</Field.Label>
              <TextInput
                value={text}
                placeholder="30/11/2016"
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Box>
          <Button type="submit" variant="secondary" disabled={underWay}>
            {words.sinceSave}
          </Button>
          {since !== null && (
            <Button
              variant="tertiary"
              disabled={underWay}
              onClick={() => {
                setText('');
                void say({ since: null });
              }}
            >
              {words.sinceAll}
            </Button>
          )}
        </Flex>
      </form>
    </Card>
  );
};
