import { Flex, Loader, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, WarningCircle } from '@strapi/icons';
import type { Tone, Words } from './words.ts';

const LOOK: Record<Exclude<Tone, 'working'>, { icon: typeof CheckCircle; colour: string }> = {
  neutral: { icon: Clock, colour: 'neutral500' },
  success: { icon: CheckCircle, colour: 'success600' },
  warning: { icon: WarningCircle, colour: 'warning700' },
  danger: { icon: WarningCircle, colour: 'danger600' },
};

const Sign = ({ tone }: { tone: Tone }) => {
  if (tone === 'working') return <Loader small>En cours</Loader>;
  const { icon: Icon, colour } = LOOK[tone];
  return <Icon aria-hidden width="2.4rem" height="2.4rem" fill={colour} style={{ flexShrink: 0 }} />;
};

/** A headline with its sign, and its details under it; said aloud when it changes. */
export const Statement = ({ words, live = false }: { words: Words; live?: boolean }) => (
  <Flex gap={3} alignItems="flex-start">
    <Flex width="2.4rem" justifyContent="center" style={{ flexShrink: 0 }}>
      <Sign tone={words.tone} />
    </Flex>
    <Flex direction="column" alignItems="flex-start" gap={1} paddingTop="0.2rem">
      <Typography
        tag="p"
        variant="delta"
        fontWeight="bold"
        {...(live ? { role: 'status', 'aria-live': 'polite' as const } : {})}
      >
        {words.headline}
      </Typography>
      {words.details.map((sentence) => (
        <Typography key={sentence} tag="p" variant="omega" textColor="neutral700">
          {sentence}
        </Typography>
      ))}
    </Flex>
  </Flex>
);
