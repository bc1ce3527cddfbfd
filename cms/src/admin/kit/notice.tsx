import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { Tone } from './words.ts';

const LOOK: Record<Tone, { icon: typeof CheckCircle; colour: string; background: string; border: string }> = {
  neutral: { icon: Information, colour: 'neutral600', background: 'neutral100', border: 'neutral200' },
  working: { icon: Information, colour: 'primary600', background: 'primary100', border: 'primary200' },
  success: { icon: CheckCircle, colour: 'success600', background: 'success100', border: 'success200' },
  warning: { icon: WarningCircle, colour: 'warning600', background: 'warning100', border: 'warning200' },
  danger: { icon: WarningCircle, colour: 'danger600', background: 'danger100', border: 'danger200' },
};

interface NoticeProps {
  tone: Tone;
  title: string;
  /** Said aloud when it appears. */
  live?: boolean;
  children?: ReactNode;
}

/** Something to know before acting. It stays, unlike a notification. */
export const Notice = ({ tone, title, live = false, children }: NoticeProps) => {
  const { icon: Icon, colour, background, border } = LOOK[tone];
  return (
    <Flex
      gap={3}
      alignItems="flex-start"
      padding={4}
      hasRadius
      background={background}
      borderColor={border}
      {...(live ? { role: 'status', 'aria-live': 'polite' as const } : {})}
    >
      <Icon aria-hidden width="2rem" height="2rem" fill={colour} style={{ flexShrink: 0 }} />
      <Box flex="1">
        <Typography tag="p" variant="omega" fontWeight="bold" textColor="neutral800">
          {title}
        </Typography>
        {children !== undefined && (
          <Typography tag="div" variant="omega" textColor="neutral800">
            {children}
          </Typography>
        )}
      </Box>
    </Flex>
  );
};
